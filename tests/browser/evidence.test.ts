// Evidence on the card and on the page of a claim: a quote is chosen on its page, a source is found useful or not, and
// what became of one is told to everybody whom it concerns.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import { claimOf, news, openWorkspace, send } from '#tests/setup/annotating.ts';
import { test } from '#tests/setup/cited-page.ts';
import { inDatabase, newPerson, signIn } from '#tests/setup/member.ts';
import type { TestServer } from '#tests/setup/server.ts';
import { still } from '#tests/setup/stillness.ts';

const EXACT = 'The road is nine kilometres long.';
const COUNT = 'The harbour master counted thirty-one ships on the second of February, and wrote them down.';
const QUOTE = 'counted thirty-one ships on the second of February';

async function expectAccessible(page: Page, ...where: string[]) {
  const axe = where.reduce((all, one) => all.include(one), new AxeBuilder({ page }));
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual(
    [],
  );
}

/** Has the site look at a page that its owner changed. */
async function lookAgain(site: TestServer, sourceId: string) {
  await inDatabase(site, async () => {
    const [{ db }, { lookAtPage }] = await Promise.all([
      import('#lib/db/client.ts'),
      import('#lib/flows/look-at-page.ts'),
    ]);
    await lookAtPage((await db().source.findUniqueOrThrow({ where: { id: sourceId } })).pageId);
  });
}

/** A page that was looked at just now is not fetched again for whoever asks. */
async function lookedAtEarlier(site: TestServer, sourceId: string) {
  await inDatabase(site, async () => {
    const { db } = await import('#lib/db/client.ts');
    const { pageId } = await db().source.findUniqueOrThrow({ where: { id: sourceId } });
    const lookedAt = new Date(Date.now() - 60_000);
    await db().webPage.update({ where: { id: pageId }, data: { lookedAt } });
  });
}

test('a quote is chosen on its page, by keyboard and by mouse, and stands there', async ({
  site,
  page,
  pages,
}) => {
  const [ann, bob, article] = [await newPerson(site), await newPerson(site), await news(site)];
  const claim = await claimOf(site, bob, article, EXACT);
  const path = pages.put({ body: COUNT });
  await signIn(page, site, ann);
  await openWorkspace(page, article);
  await page.locator('.prose mark').first().click();
  const card = page.getByRole('article', { name: claim.statement ?? '' });
  await card.getByRole('button', { name: 'Add a source' }).click();
  const choose = card.getByRole('button', { name: 'Choose it on the page' });
  expect(await choose.isDisabled()).toBe(true);
  await card.getByLabel('Address of the source').fill(pages.origin + path);
  await card.getByRole('radio', { name: 'refutes it' }).check();
  await card.getByLabel('What it is').selectOption('primary');
  await choose.click();
  const dialog = page.getByRole('dialog', { name: 'A ledger' });
  const take = dialog.getByRole('button', { name: 'Quote this' });
  await dialog.getByText(COUNT).waitFor();
  expect(await take.isDisabled()).toBe(true);
  await expectAccessible(page, 'dialog');

  // By keyboard: Enter begins with the first word, the arrows reach from there.
  await dialog.getByText(COUNT).focus();
  await page.keyboard.press('Enter');
  for (let word = 0; word < 3; word += 1) await page.keyboard.press('ArrowRight');
  for (let word = 0; word < 2; word += 1) await page.keyboard.press('Shift+ArrowRight');
  await dialog.getByText('Selected: counted thirty-one').waitFor();
  // Leaves the selection and not the dialog, and certainly not the form behind it.
  await page.keyboard.press('Escape');
  await dialog.getByText('Nothing is selected yet.').waitFor();

  const words = await dialog.getByText(COUNT).evaluate((line, wanted) => {
    const text = line.firstChild as Text;
    const at = text.data.indexOf(wanted);
    const boxOf = (offset: number) => {
      const range = document.createRange();
      range.setStart(text, offset);
      range.setEnd(text, offset + 1);
      return range.getBoundingClientRect();
    };
    const [first, last] = [boxOf(at), boxOf(at + wanted.length - 1)];
    const middle = ({ top, height }: DOMRect) => top + height / 2;
    return { from: [first.left + 1, middle(first)], to: [last.right - 1, middle(last)] };
  }, QUOTE);
  await page.mouse.move(words.from[0] ?? 0, words.from[1] ?? 0);
  await page.mouse.down();
  await page.mouse.move(words.to[0] ?? 0, words.to[1] ?? 0, { steps: 4 });
  await page.mouse.up();
  await dialog.getByText(`Selected: ${QUOTE}`).waitFor();
  await take.click();
  expect(await card.getByLabel('The passage that shows it').inputValue()).toBe(QUOTE);
  await card.getByRole('button', { name: 'Add source' }).click();
  await card.locator('.sources').getByText('quote found').waitFor();
  await card.locator('.sources').getByText('primary source').waitFor();
  const { sources } = await send<AnnotationDetail>(site, ann, 'GET', `/api/annotations/${claim.id}`);
  expect(sources[0]).toMatchObject({ state: 'verified', kind: 'primary', quote: QUOTE });
  await expectAccessible(page, '.sources');
});

test('a source is found useful by others, on its card and on the page of its claim', async ({
  site,
  page,
  visitor,
}) => {
  const [ann, bob, article] = [await newPerson(site), await newPerson(site), await news(site)];
  const claim = await claimOf(site, bob, article, EXACT);
  const given = { url: 'https://example.org/map', stance: 'supports', kind: 'report' };
  await send(site, bob, 'POST', `/api/annotations/${claim.id}/sources`, given);
  await signIn(page, site, ann);
  await openWorkspace(page, article);
  await page.locator('.prose mark').first().click();
  const votes = page.getByRole('article', { name: claim.statement ?? '' }).getByRole('group', {
    name: 'Is this source useful?',
  });
  const useful = votes.getByRole('button', { name: 'useful', exact: true });
  await useful.press('Enter');
  await votes.getByRole('button', { name: 'useful 1', exact: true, pressed: true }).waitFor();
  await expect.poll(() => page.locator('#announce-quiet').textContent()).toBe('useful: 1, not useful: 0');

  // Another one changes their mind on the page of the claim, and a guest reads how many they are.
  const [carl, other] = [await newPerson(site), await visitor()];
  await signIn(other, site, carl);
  await other.goto(`/claims/${claim.id}`);
  const there = other.getByRole('group', { name: 'Is this source useful?' });
  await there.getByRole('button', { name: 'useful 1', exact: true }).press('Space');
  await there.getByRole('button', { name: 'useful 2', exact: true, pressed: true }).waitFor();
  await there.getByRole('button', { name: 'not useful' }).click();
  await there.getByRole('button', { name: 'not useful 1', pressed: true }).waitFor();
  await expectAccessible(other, '.claim-stance');
  await votes.getByRole('button', { name: 'not useful 1' }).waitFor();
  const guest = await visitor({ javaScriptEnabled: false });
  await guest.goto(`/claims/${claim.id}`);
  await guest.getByText('1 of 2 find it useful').waitFor();
  expect(await guest.getByRole('group', { name: 'Is this source useful?' }).count()).toBe(0);

  // Whoever gave it reads along.
  const own = await visitor({ locale: 'de-DE' });
  await signIn(own, site, bob);
  await own.goto(`/claims/${claim.id}`);
  await own.getByText('1 von 2 finden sie nützlich').waitFor();
  expect(await own.locator('.useful').count()).toBe(0);
});

test('what became of a source is told on the card, to who judged by it, and to who gave it', async ({
  site,
  page,
  pages,
  visitor,
}) => {
  const [ann, bob, article] = [await newPerson(site), await newPerson(site), await news(site)];
  const claim = await claimOf(site, bob, article, EXACT);
  const path = pages.put({ body: COUNT });
  const archiveUrl = `https://web.archive.org/web/20200131120000/${pages.origin}${path}`;
  const source = await send<{ id: string }>(site, ann, 'POST', `/api/annotations/${claim.id}/sources`, {
    ...{ url: archiveUrl, stance: 'refutes', quote: QUOTE },
  });
  await expect
    .poll(async () => (await send<{ state: string }>(site, ann, 'GET', `/api/sources/${source.id}`)).state)
    .toBe('verified');
  await send(site, bob, 'PUT', `/api/annotations/${claim.id}/assessment`, {
    ...{ verdict: 'false', sourceIds: [source.id] },
  });
  await signIn(page, site, bob);
  await openWorkspace(page, article);
  await page.locator('.prose mark').first().click();
  const card = page.getByRole('article', { name: claim.statement ?? '' });
  await card.getByText('quote found').waitFor();

  // It comes while the card is open.
  pages.pages.set(path, { body: COUNT.replace('second', 'third') });
  await lookAgain(site, source.id);
  await card.getByText(/since .* the page has it in other words/).waitFor();
  expect(await card.locator('.sources del').textContent()).toBe('second');
  expect(await card.locator('.sources ins').textContent()).toBe('third');
  expect(await card.getByRole('link', { name: 'archived copy' }).getAttribute('href')).toBe(archiveUrl);
  await card.getByText(/Your verdict rests on a source that does not hold any more/).waitFor();
  await expectAccessible(page, `#annotation-${claim.id}`);
  await card.getByRole('button', { name: 'Confirm my verdict' }).click();
  await card.getByText(/Your verdict rests on a source/).waitFor({ state: 'detached' });

  const hers = await visitor({ viewport: { width: 320, height: 800 }, colorScheme: 'dark' });
  await signIn(hers, site, ann);
  await hers.goto('/');
  await hers.getByRole('button', { name: /1 for you to look at/ }).click();
  await hers.getByRole('link', { name: 'Your sources 1' }).click();
  await hers.getByRole('heading', { name: 'Your sources to look at' }).waitFor();
  expect(await hers.locator('.source-news del').textContent()).toBe('second');
  await expectAccessible(hers);
  expect(await hers.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await hers.getByRole('button', { name: /I have seen it/ }).click();
  await hers.getByRole('button', { name: /^Seen/ }).waitFor();
  await hers.reload();
  await hers.getByText('There is nothing to look at').waitFor();

  const guest = await visitor({ javaScriptEnabled: false });
  await guest.goto(`/claims/${claim.id}`);
  await guest.getByText(/since .* the page has it in other words/).waitFor();
});

test('a page that could not be had says why, and is read when somebody asks again; guests read along', async ({
  site,
  page,
  pages,
  visitor,
}) => {
  const [ann, bob, article] = [await newPerson(site), await newPerson(site), await news(site)];
  const claim = await claimOf(site, bob, article, EXACT);
  const guest = await visitor({ viewport: { width: 390, height: 844 } });
  await guest.goto(`/articles/${article.slug}`);
  await guest.locator('.prose mark').first().click();
  const path = pages.put({ status: 403 });
  const source = await send<{ id: string }>(site, bob, 'POST', `/api/annotations/${claim.id}/sources`, {
    ...{ url: pages.origin + path, stance: 'refutes', quote: QUOTE },
  });
  const said = 'the page could not be reached: its server does not let everybody read it (403)';
  await guest.locator('.card[data-active]').getByText(said).waitFor();
  expect(await guest.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  await signIn(page, site, ann);
  await openWorkspace(page, article);
  await page.locator('.prose mark').first().click();
  const card = page.getByRole('article', { name: claim.statement ?? '' });
  await card.getByText(said).waitFor();
  await card.getByText('A copy in a web archive may be open.').waitFor();
  const again = card.getByRole('button', { name: 'Try again' });
  await again.press('Enter');
  await page.getByRole('alert').getByText('The page still cannot be had').waitFor();
  await expectAccessible(page, `#annotation-${claim.id}`);

  const nothingMoves = await still(guest);
  pages.pages.set(path, { body: COUNT });
  await lookedAtEarlier(site, source.id);
  await again.click();
  await card.getByText('quote found').waitFor();
  await again.waitFor({ state: 'detached' });
  await guest.locator('.card[data-active]').getByText('quote found').waitFor();
  await guest.locator('.card[data-active]').getByRole('link', { name: 'A ledger' }).waitFor();
  await nothingMoves();
});
