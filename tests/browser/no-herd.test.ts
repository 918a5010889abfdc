import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { TestPerson } from '#tests/factories/people.ts';
import { claimOf, news, openWorkspace, send } from '#tests/setup/annotating.ts';
import { newPerson, signIn } from '#tests/setup/member.ts';
import { test } from '#tests/setup/page.ts';
import type { TestServer } from '#tests/setup/server.ts';

const EXACT = 'The road is nine kilometres long.';

async function expectNoFaults(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
    [],
  );
}

async function judge(site: TestServer, who: TestPerson, claimId: string, verdict: string) {
  const source = { url: `https://example.org/${who.handle}`, stance: 'refutes' };
  const { id } = await send<{ id: string }>(site, who, 'POST', `/api/annotations/${claimId}/sources`, source);
  const given = { verdict, rationaleText: `It is ${verdict}, I measured.`, sourceIds: [id] };
  await send(site, who, 'PUT', `/api/annotations/${claimId}/assessment`, given);
}

/** Follows a link that stands on a page of another site. */
async function followFromElsewhere(page: Page, href: string) {
  await page.goto('about:blank');
  await page.setContent(`<a href="${href}">Look here</a>`);
  await page.getByRole('link').click();
}

/** A claim that shows false, by Bob and Cem. */
async function ground(site: TestServer) {
  const [ann, bob, cem, article] = [
    await newPerson(site, { name: 'Ann' }),
    await newPerson(site, { name: 'Bob' }),
    await newPerson(site, { name: 'Cem' }),
    await news(site),
  ];
  const claim = await claimOf(site, bob, article, EXACT);
  for (const who of [bob, cem]) await judge(site, who, claim.id, 'false');
  return { ann, bob, cem, article, claim };
}

test('who has not judged a claim sees nothing of what others made of it until they ask, and then rates by keyboard', async ({
  site,
  page,
  visitor,
}) => {
  const { ann, article, claim } = await ground(site);
  const guest = await visitor();
  await guest.goto(`/articles/${article.slug}`);
  expect(await guest.locator('.prose mark').first().getAttribute('class')).toContain('v-false');

  await signIn(page, site, ann);
  await openWorkspace(page, article);
  const mark = page.locator('.prose mark').first();
  expect(await mark.getAttribute('class')).toContain('v-folded');
  expect(await page.locator('.fare-legend').textContent()).toMatch(/1 claim\s*1 yours to judge/);
  // Nothing of it is in the page, in whatever form.
  expect(await page.content()).not.toContain('I measured');
  await mark.click();
  const card = page.locator(`#annotation-${claim.id}`);
  await card.getByText('2 people have judged this claim.').waitFor();
  // Somebody else judges it meanwhile: that is told, and unfolds nothing.
  await judge(site, await newPerson(site), claim.id, 'misleading');
  await card.getByText('3 people have judged this claim.').waitFor();
  expect(await mark.getAttribute('class')).toContain('v-folded');
  expect(await card.textContent()).not.toContain('I measured');
  await expectNoFaults(page);

  await card.getByRole('button', { name: 'Show them now' }).press('Enter');
  await card.getByText('3 with a source').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('tally');
  expect(await card.locator('.tally-legend').textContent()).toMatch(/Misleading 1 33 %\s*False 2 67 %/);
  await expect.poll(() => mark.getAttribute('class')).toContain('v-false');
  expect(await page.locator('.fare-legend').textContent()).toMatch(/1 claim\s*1 false/);

  const bobs = card.getByRole('group', { name: 'Does the assessment of Bob help?' });
  await bobs.getByRole('button', { name: 'Yes' }).press('Enter');
  await bobs.getByRole('button', { name: 'Yes', pressed: true }).waitFor();
  await card.getByText('Plain count: 1 finds it helpful').waitFor();
  await card.getByRole('button', { name: 'good sources' }).press('Space');
  await card.getByRole('button', { name: 'good sources', pressed: true }).waitFor();
  await expectNoFaults(page);
  // Whoever reads meanwhile sees it, too.
  await guest
    .locator(`#annotation-${claim.id}`)
    .getByText('Plain count: 1 finds it helpful')
    .waitFor({ state: 'attached' });
  await bobs.getByRole('button', { name: 'Yes' }).press('Enter');
  await bobs.getByRole('button', { name: 'Yes', pressed: false }).waitFor();
  await card.getByText('Plain count').waitFor({ state: 'detached' });

  // Who judges after that has seen the tally, and everybody reads so.
  await card.getByRole('button', { name: 'Your verdict' }).click();
  await card.getByRole('radio', { name: 'False', exact: true }).check();
  await card.getByRole('button', { name: 'Give verdict' }).click();
  await card.getByText('had seen the others’ verdicts').waitFor();
});

test('the page of a claim folds and unfolds without a script, takes ratings with one, and says what they would change', async ({
  site,
  visitor,
  watch,
}) => {
  const { ann, bob, claim } = await ground(site);
  // With scripts off, the browser calls those of the page a violation.
  watch.allowError(/\/_next\/static\/.* csp$/);
  const plain = await visitor({ javaScriptEnabled: false });
  await signIn(plain, site, ann);
  await plain.goto(`/claims/${claim.id}`);
  const verdicts = plain.getByRole('region', { name: 'The verdicts' });
  expect(await verdicts.textContent()).not.toContain('I measured');
  await verdicts.getByRole('link', { name: 'Show them now' }).click();
  await verdicts.getByText('It is false, I measured.').first().waitFor();
  expect(await verdicts.getByRole('link', { name: 'Show them now' }).count()).toBe(0);

  const phone = await visitor({
    viewport: { width: 320, height: 720 },
    locale: 'de-DE',
    colorScheme: 'dark',
  });
  await signIn(phone, site, ann);
  await phone.goto(`/claims/${claim.id}`);
  const bobs = phone.getByRole('group', { name: 'Hilft das Urteil von Bob?' });
  await bobs.getByRole('button', { name: 'Teils' }).click();
  await bobs.getByRole('button', { name: 'Teils', pressed: true }).waitFor();
  await phone.getByRole('button', { name: 'schwer verständlich' }).waitFor();
  await expectNoFaults(phone);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await phone.reload();
  await bobs.getByRole('button', { name: 'Teils', pressed: true }).waitFor();
  await phone.getByText('Was würde das ändern?').first().click();
  await phone.getByText('Für mehr als einfaches Zählen haben zu wenige bewertet.').first().waitFor();
  const data = await phone.request.get('/api/ratings');
  expect([data.status(), (await data.text()).split('\n')[0]]).toEqual([
    200,
    'rater\tassessment\thelpfulness',
  ]);
  // Nobody rates their own.
  const own = await visitor();
  await signIn(own, site, bob);
  await own.goto(`/claims/${claim.id}`);
  await own.getByRole('group', { name: 'Does the assessment of Cem help?' }).waitFor();
  expect(await own.getByRole('group', { name: 'Does the assessment of Bob help?' }).count()).toBe(0);
});

test('lists fold what is hers to judge until she chooses to see it, and not because another site links there', async ({
  site,
  page,
  visitor,
}) => {
  const { ann, bob, article, claim } = await ground(site);
  await signIn(page, site, ann);
  await followFromElsewhere(page, `${site.url}/claims/${claim.id}?reveal=1`);
  await page.getByText('2 people have judged this claim.').waitFor();
  expect(page.url()).toBe(`${site.url}/claims/${claim.id}`);
  await followFromElsewhere(page, `${site.url}/claims?verdict=false&article=${article.slug}`);
  const notice = page.getByRole('complementary', { name: 'Verdicts of others' });
  await notice.getByText('you came to it from another site').waitFor();
  expect(await page.locator('.listed-claim').count()).toBe(0);
  await page.goto(`${site.url}/claims?article=${article.slug}`);
  expect(await page.locator('.listed-claim').getAttribute('class')).toContain('v-folded');
  await notice.getByText('One claim here is yours to judge').waitFor();
  await page.getByText('Choose which claims').click();
  await expectNoFaults(page);

  const phone = await visitor({
    viewport: { width: 320, height: 720 },
    locale: 'de-DE',
    colorScheme: 'dark',
  });
  await signIn(phone, site, ann);
  const paths = ['/', `/people/${bob.handle}?tab=assessments`, `/articles/${article.slug}/print`];
  for (const path of paths) {
    await phone.goto(site.url + path);
    await phone.getByText('auf dein Urteil').first().waitFor();
    expect(await phone.content(), path).not.toContain('I measured');
    expect(await phone.evaluate(() => document.documentElement.scrollWidth), path).toBe(320);
    await expectNoFaults(phone);
  }
  await phone.goto(`${site.url}/articles/${article.slug}`);
  await phone.locator('.strip').getByRole('link', { name: 'Urteile zeigen' }).click();
  await phone.getByText('Du wolltest sehen, was andere von einer Behauptung halten').waitFor();
  await phone.locator('.prose mark.v-false').first().waitFor();
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await expectNoFaults(phone);
  // From here on she has seen it, wherever it stands.
  await page.reload();
  await page.locator(`.listed-claim.v-false a[href="/claims/${claim.id}"]`).waitFor();
  expect(await notice.count()).toBe(0);
});
