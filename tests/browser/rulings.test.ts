// A checker writes a ruling, is told what is missing, loses nothing, and publishes; readers see it, and its correction.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { TestPerson } from '#tests/factories/people.ts';
import { claimOf, send } from '#tests/setup/annotating.ts';
import { test } from '#tests/setup/cited-page.ts';
import { inDatabase, newPerson, signIn } from '#tests/setup/member.ts';
import type { TestServer } from '#tests/setup/server.ts';
import type { SourcePages } from '#tests/setup/source-pages.ts';
import { overflows } from '#tests/setup/threads.ts';

const WORDS = 'Forty ships lay in the ice';

const BOOKS = [
  [
    'primary',
    'The harbour master counted thirty-one ships on the second of February, by name, master and cargo, and his clerk signed each line of the book.',
  ],
  [
    'study',
    'Tree rings, letters and tolls agree: the winter was the coldest of that century, and thirty-one ships were lost to trade until the thaw in April.',
  ],
] as const;

/** A claim with two sources whose quotes were found, of which one is primary, and two checkers who have no stake in it. */
async function story(site: TestServer, pages: SourcePages) {
  const [rita, ada, ben] = [
    await newPerson(site, { name: 'Rita' }),
    await newPerson(site, { name: 'Ada', role: 'checker' }),
    await newPerson(site, { name: 'Ben', role: 'checker' }),
  ];
  const article = await send<{ id: string; slug: string }>(site, rita, 'POST', '/api/articles', {
    text: `The winter of 1709\n\n${WORDS}. Bread cost three times as much as in the year before.`,
  });
  const { id } = await claimOf(site, rita, article, WORDS);
  const sources: string[] = [];
  for (const [kind, body] of BOOKS) {
    const given = {
      url: pages.origin + pages.put({ title: `The ${kind}`, body }),
      stance: 'refutes',
      kind,
      quote: body,
    };
    const path = `/api/annotations/${id}/sources`;
    sources.push((await send<{ id: string }>(site, rita, 'POST', path, given)).id);
  }
  for (const source of sources) {
    const state = async () =>
      (await send<{ state: string }>(site, rita, 'GET', `/api/sources/${source}`)).state;
    await expect.poll(state, { timeout: 10_000 }).toBe('verified');
  }
  return { rita, ada, ben, article, id, sources };
}

const faults = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
async function openForm(page: Page, site: TestServer, who: TestPerson, id: string) {
  await signIn(page, site, who);
  await page.goto(`/claims/${id}`);
  await page.getByRole('link', { name: 'Write a ruling' }).click();
  await page.getByLabel('Summary').waitFor();
}

test('what is missing is told, what is typed outlives a reload, and readers see what is published', async ({
  site,
  page,
  pages,
  visitor,
}) => {
  const { ada, article, id } = await story(site, pages);
  const reader = await visitor();
  await reader.goto(`/claims/${id}`);
  await openForm(page, site, ada, id);
  await page.getByRole('button', { name: 'Publish the ruling' }).click();
  await page.getByText('It cannot be published yet:').waitFor();
  expect(await page.locator(':focus').getAttribute('value')).toBe('true');
  await page.getByLabel('False', { exact: true }).check();
  await page.getByLabel('Summary').fill('The harbour book counts thirty-one.');
  await page.getByLabel('Evidence against').fill('A letter speaks of forty.');
  await page.reload();
  await page.getByText('This was kept from before.').waitFor();
  expect(await page.getByLabel('Summary').inputValue()).toBe('The harbour book counts thirty-one.');
  const required = page.locator('.checklist-required');
  await required.getByText('two verified sources').waitFor();
  for (const source of await page
    .getByRole('group', { name: 'The sources it rests on' })
    .getByRole('checkbox')
    .all())
    await source.check();
  await required.locator('.unmet').first().waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Publish the ruling' }).click();
  await page.waitForURL(/\/claims\/[^/]+#ruling$/);
  // Somebody who had the page open is offered it, and finds it where it belongs.
  await reader.getByRole('button', { name: /changed/ }).click();
  await reader.getByRole('heading', { name: 'The ruling' }).waitFor();
  const headings = await reader.locator('main h2').allTextContents();
  expect(headings.indexOf('The ruling')).toBe(0);
  // A guest's page is a finished one: that of the article was dropped as well.
  await reader.goto(`/articles/${article.slug}`);
  await reader.locator(`#annotation-${id}-gist a`).click();
  await reader.getByText('The harbour book counts thirty-one.').waitFor();
  expect(await reader.locator('.card-head').first().textContent()).toMatch(/False.*ruling/);
});

test('who comes second sees what the other one wrote, and loses nothing', async ({
  site,
  page,
  pages,
  watch,
}) => {
  const { ada, ben, id, sources } = await story(site, pages);
  const whole = { verdict: 'false', summary: 'Ben’s', evidenceAgainst: 'A letter.', sourceIds: sources };
  await openForm(page, site, ada, id);
  await page.getByLabel('Mixed', { exact: true }).check();
  await page.getByLabel('Summary').fill('Ada’s own words.');
  await send(site, ben, 'PUT', `/api/annotations/${id}/ruling`, whole);
  watch.allow(/\/ruling\/draft$/, 409);
  await page.getByRole('button', { name: 'Keep it as a draft' }).click();
  await page.locator('.conflict').getByText('Ben’s').waitFor();
  expect(await page.getByLabel('Summary').inputValue()).toBe('Ada’s own words.');
  // It is published meanwhile: what follows is a correction, and says why.
  await page.getByRole('button', { name: 'Publish the correction' }).click();
  await page.getByText('Say why what was published is changed.').first().waitFor();
  await page.getByLabel('Why it is changed').fill('It is more than one thing.');
  await page.getByLabel('Evidence against').fill('A letter.');
  for (const source of await page
    .getByRole('group', { name: 'The sources it rests on' })
    .getByRole('checkbox')
    .all())
    await source.check();
  await page.getByRole('button', { name: 'Publish the correction' }).click();
  await page.waitForURL(/#ruling$/);
  const ruling = page.locator('.ruling');
  await ruling.getByText('It is more than one thing.').waitFor();
  await ruling.getByText('What it said before').click();
  await ruling.locator('.ruling-earlier').getByText('Ben’s').waitFor();
});

test('what is typed stays when the claim is worded anew meanwhile, and what changed is told', async ({
  site,
  page,
  pages,
  watch,
}) => {
  const { rita, ada, id } = await story(site, pages);
  await openForm(page, site, ada, id);
  await page.getByLabel('Mixed', { exact: true }).check();
  await page.getByLabel('Summary').fill('Ada’s own words.');
  const path = `/api/annotations/${id}`;
  const { version } = await send<{ version: number }>(site, rita, 'GET', path);
  await send(site, rita, 'PATCH', path, { statement: 'It is said: Sixty ships lay in the ice', version });
  watch.allow(/\/ruling\/draft$/, 409);
  const save = page.getByRole('button', { name: 'Keep it as a draft' });
  await save.click();
  const told = page.locator('.ruling-told');
  await told.locator('ins', { hasText: 'Sixty' }).waitFor();
  expect(await told.locator('del').textContent()).toBe('Forty');
  await expect.poll(() => told.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
    'It is said: Sixty ships lay in the ice',
  );
  expect(await page.getByLabel('Summary').inputValue()).toBe('Ada’s own words.');
  expect(await page.getByLabel('Mixed', { exact: true }).isChecked()).toBe(true);
  // Nobody else wrote anything: there is nothing to take over, and the next attempt goes.
  expect(await page.locator('.conflict').count()).toBe(0);
  // What was kept in the browser still knows which claim it was about.
  await page.reload();
  await told.locator('del', { hasText: 'Forty' }).waitFor();
  await save.click();
  await told.locator('ins').waitFor({ state: 'detached' });
  expect(await page.getByLabel('Summary').inputValue()).toBe('Ada’s own words.');
});

test('another checker sends back, approves, retracts or keeps out, by keyboard, at 320 px, in the dark, in German', async ({
  site,
  pages,
  visitor,
  watch,
}) => {
  const { rita, ada, ben, article, id, sources } = await story(site, pages);
  const own = await claimOf(site, ada, article, 'Bread cost three times as much');
  await send(site, ada, 'PUT', `/api/annotations/${own.id}/ruling/draft`, { summary: 'Mine.' });
  const whole = {
    verdict: 'false',
    summary: 'Thirty-one.',
    evidenceAgainst: 'A letter.',
    sourceIds: sources,
  };
  const putForward = (version?: number) =>
    send<{ version: number }>(site, ada, 'PUT', `/api/annotations/${id}/ruling`, { ...whole, version });
  await inDatabase(site, async () => {
    const { putSetting } = await import('#lib/settings/mutations.ts');
    await putSetting(null, 'rulings.approval', true);
  });
  await putForward();
  const page = await visitor({ viewport: { width: 320, height: 700 }, colorScheme: 'dark', locale: 'de-DE' });
  const dialog = page.getByRole('dialog');
  await signIn(page, site, ben);
  await page.goto('/rulings');
  await page.getByRole('link', { name: 'Bread cost' }).waitFor();
  expect([await faults(page), await overflows(page)]).toEqual([[], false]);
  await page.goto(`/claims/${id}/ruling`);
  await page.getByRole('button', { name: 'Zurückgeben' }).press('Enter');
  await dialog.getByRole('button', { name: 'Zurückgeben' }).press('Enter');
  await dialog.getByText('Sag, was zu ändern ist.').waitFor();
  await dialog.getByLabel('Was zu ändern ist').fill('Wer hat gezählt?');
  await dialog.getByRole('button', { name: 'Zurückgeben' }).press('Enter');
  await page.waitForURL(/\/rulings$/);
  await page.getByText('Wer hat gezählt?').waitFor();
  // Whoever wrote it is told so in their menu, reads why, and goes on.
  const author = await visitor();
  await signIn(author, site, ada);
  await author.goto('/');
  await author.getByRole('button', { name: /1 for you to look at/ }).click();
  await author.getByRole('link', { name: /Rulings in the making 1/ }).click();
  await author.getByRole('region', { name: 'Sent back' }).getByRole('link').click();
  await author.getByText('Ben sent it back,').waitFor();
  await author.getByText('Wer hat gezählt?').waitFor();
  expect([await faults(author), await overflows(author)]).toEqual([[], false]);
  const { version } = await send<{ version: number }>(
    site,
    ada,
    'GET',
    `/api/annotations/${id}/ruling/draft`,
  );
  await putForward(version);
  await page.goto(`/claims/${id}/ruling`);
  const approve = page.getByRole('button', { name: 'Zustimmen und veröffentlichen' });
  await approve.waitFor();
  expect([await faults(page), await overflows(page)]).toEqual([[], false]);
  await approve.press('Enter');
  await page.waitForURL(/#ruling$/);
  await page.goto(`/claims/${id}/ruling`);
  const retract = page.getByRole('button', { name: 'Befund zurückziehen' });
  await retract.waitFor();
  expect([await faults(page), await overflows(page)]).toEqual([[], false]);
  await retract.focus();
  await page.keyboard.press('Enter');
  await dialog.getByLabel('Warum').fill('Falsches Buch.');
  await dialog.getByRole('button', { name: 'Befund zurückziehen' }).press('Enter');
  await page.waitForURL(/#ruling$/);
  await page.getByText('Dieser Befund wurde zurückgezogen.').waitFor();
  expect([await faults(page), await overflows(page)]).toEqual([[], false]);
  // Nobody else reads drafts, and nobody is told that there are any.
  const reader = await visitor();
  await signIn(reader, site, rita);
  watch.allow(/\/ruling$/, 404);
  const answer = await reader.goto(`/claims/${own.id}/ruling`);
  expect(answer?.status()).toBe(404);
});
