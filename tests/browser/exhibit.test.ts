// What stood under the original: read by everybody, brought by those who may.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { projectRoot } from '#lib/env/project-root.ts';
import { wxrOf } from '#tests/factories/threads.ts';
import { send } from '#tests/setup/annotating.ts';
import { inDatabase, newPerson, signIn } from '#tests/setup/member.ts';
import { test } from '#tests/setup/page.ts';
import type { TestServer } from '#tests/setup/server.ts';
import { expectAccessible } from '#tests/setup/threads.ts';

const fixture = (name: string) => readFileSync(path.join(projectRoot, 'tests/fixtures/thread', name), 'utf8');
const TEXT =
  'The council met on Monday. The repair costs 48,000 crowns. Nobody voted against it.\n\nThe ferry stays in the harbour of Lindow until then.';

let count = 0;

/** An article with an address of its own, and what was brought of its thread. */
async function ferry(site: TestServer, body?: object) {
  count += 1;
  const url = `https://lantern.example/ferry-${count}`;
  const article = await inDatabase(site, async () => {
    const [{ article: make }, { person }] = await Promise.all([
      import('#tests/factories/articles.ts'),
      import('#tests/factories/people.ts'),
    ]);
    return make({ by: await person(), url, text: TEXT, title: `The ferry of Lindow stays, part ${count}` });
  });
  const who = await newPerson(site);
  if (body) await send(site, who, 'POST', `/api/articles/${article.id}/exhibit`, body);
  return { ...article, who, url };
}

const exhibit = (page: Page) => page.getByRole('region', { name: 'Comments on the original' });
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Where some words of one line stand on the screen. */
const rectOf = (line: Locator, words: string) =>
  line.evaluate((element, wanted) => {
    const text = element.firstChild as Text;
    const range = document.createRange();
    const start = text.data.indexOf(wanted);
    range.setStart(text, start);
    range.setEnd(text, start + wanted.length);
    const { left, right, top, height } = range.getBoundingClientRect();
    return { left, right, y: top + height / 2 };
  }, words);

/** Selects with the mouse, as a reader does. */
async function drag(page: Page, { left, right, y }: { left: number; right: number; y: number }) {
  await page.mouse.move(left + 1, y);
  await page.mouse.down();
  await page.mouse.move(right, y, { steps: 4 });
  await page.mouse.up();
}

test('what stood under the original is read without a script, nested, with times, votes and the passage', async ({
  site,
  visitor,
}) => {
  const { slug } = await ferry(site, { html: fixture('wpdiscuz.html') });
  const page = await visitor({ javaScriptEnabled: false });
  await page.goto(`/articles/${slug}`);
  const section = exhibit(page);
  await expect.poll(() => section.getByRole('article').count()).toBe(3);
  expect(await section.textContent()).toContain('3 of 6 present');
  expect(await section.textContent()).toContain('3 more comments stood there that are not here.');
  const reply = section.getByRole('article', { name: 'Reply by Ole & Brik to Ada Quist on the original' });
  expect(await reply.textContent()).toContain('4 for it, 1 against, there');
  const ada = section.getByRole('article', { name: 'Comment by Ada Quist on the original' });
  expect(await ada.locator('time').getAttribute('datetime')).toBe('2026-03-03');
  expect(await ada.textContent()).toContain('March 3, 2026 7:15 pm');
  expect(await ada.getByRole('link', { name: 'the budget' }).getAttribute('rel')).toBe(
    'nofollow ugc noopener',
  );
  const tied = section.getByRole('link', { name: 'The repair costs 48,000 crowns.' });
  expect(await tied.getAttribute('href')).toContain(`/articles/${slug}#:~:text=The%20repair`);
  // Nothing in it can be answered, voted on or reported.
  expect(await section.getByRole('button').count()).toBe(0);
});

test('a long thread is read page by page, folds, and fits a phone and the night', async ({
  site,
  visitor,
}) => {
  const { slug, id, who, url } = await ferry(site);
  await send(site, who, 'POST', `/api/articles/${id}/exhibit`, { export: wxrOf(50, { link: url }) });
  const page = await visitor({ viewport: { width: 390, height: 800 }, colorScheme: 'dark' });
  await page.goto(`/articles/${slug}`);
  const section = exhibit(page);
  expect(await section.getByRole('article').count()).toBe(20);
  await expectAccessible(page);
  expect(await overflow(page)).toBe(0);
  const fold = section.getByRole('button', { name: 'Replies to Reader 2', exact: true });
  await fold.click();
  expect(await section.getByRole('article', { name: 'Reply by Reader 3' }).isVisible()).toBe(false);
  await section.getByRole('link', { name: 'More comments on the original' }).click();
  await page.waitForURL(/original=/);
  // It begins with a reply whose parent stands on the page before.
  const first = exhibit(page).getByRole('article').first();
  expect(await first.getAttribute('aria-label')).toBe('Comment by Reader 21 on the original');
  const answered = first.getByRole('link', { name: 'Reader 20' });
  await answered.click();
  await expect
    .poll(() => page.locator(':target').getAttribute('aria-label'))
    .toBe('Comment by Reader 20 on the original');
  for (const width of [320, 1300]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await overflow(page), `${width}`).toBe(0);
  }
});

test('who may brings an export, chooses the post, and sees how far a large one is, also after a reload', async ({
  site,
  visitor,
  watch,
}) => {
  const { slug, who, url, id } = await ferry(site);
  const page = await visitor();
  await page.goto(`/articles/${slug}/original`);
  expect(await page.getByRole('link', { name: 'Sign in' }).last().isVisible()).toBe(true);
  await signIn(page, site, who);
  await page.goto(`/articles/${slug}`);
  await page.getByRole('link', { name: 'Bring the comments that stand under the original' }).click();
  await page.getByRole('button', { name: 'Bring the comments' }).click();
  expect(await page.getByText('Choose a file or paste the comments first.').isVisible()).toBe(true);
  watch.allow(/\/exhibit$/, 422);
  const file = (name: string, text: string) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/xml', buffer: Buffer.from(text) });
  await file('broken.xml', '<rss><channel></rss>');
  await page.getByText('From the file broken.xml').waitFor();
  await page.getByRole('button', { name: 'Bring the comments' }).click();
  await page.locator('main').getByText('This export cannot be read.').waitFor();
  await file('blog.xml', fixture('export.wxr.xml'));
  await page.getByText('From the file blog.xml').waitFor();
  await page.getByRole('button', { name: 'Bring the comments' }).click();
  await page.getByRole('button', { name: 'Another story (1 comment)' }).click();
  await page.getByText('1 comment came in. 1 is here now.').first().waitFor();
  await expectAccessible(page);

  await file('large.xml', wxrOf(4_000, { link: url }));
  await page.getByText('From the file large.xml').waitFor();
  await page.getByRole('button', { name: 'Bring the comments' }).click();
  const bar = page.getByRole('progressbar', { name: 'Reading the comments …' });
  await page.getByText(/of 4,000 comments are in\./).waitFor();
  await page.reload();
  // By now it may be through; if not, the page goes on telling.
  const total = async () =>
    inDatabase(site, async () => {
      const { getExhibit } = await import('#lib/exhibit/queries.ts');
      return getExhibit(id);
    });
  await expect
    .poll(async () => (await total())?.load?.finishedAt ?? null, { timeout: 60_000 })
    .not.toBeNull();
  await expect.poll(() => bar.count(), { timeout: 15_000 }).toBe(0);
  await page.goto(`/articles/${slug}`);
  await exhibit(page).getByText('4,000 comments').waitFor();
});

test('selected words of a comment are made a claim, by mouse and by keyboard, which is judged there and has a page', async ({
  site,
  visitor,
}) => {
  const { slug, who } = await ferry(site, { html: fixture('wpdiscuz.html') });
  const page = await visitor({ viewport: { width: 1300, height: 900 } });
  await signIn(page, site, who);
  await page.goto(`/articles/${slug}`);
  const tide = exhibit(page).getByRole('article', { name: 'Comment by Tide on the original' });
  const make = tide.getByRole('button', { name: 'Make a claim of it: comment by Tide' });
  await make.waitFor();
  await tide.scrollIntoViewIfNeeded();
  await drag(page, await rectOf(tide.locator('.said p'), 'it was 31,000'));
  const toolbar = page.getByRole('toolbar', { name: 'What to do with the words of the comment' });
  await toolbar.getByRole('button', { name: 'Make a claim of it' }).click();
  const passage = tide.getByLabel('The passage');
  await expect.poll(() => passage.textContent()).toBe('it was 31,000');
  const statement = tide.getByLabel('The claim in one sentence');
  await expect.poll(() => statement.evaluate((field) => field === document.activeElement)).toBe(true);
  await statement.fill('The repair cost 31,000 crowns last year.');
  await tide.getByRole('button', { name: 'Save claim' }).click();
  const card = tide.locator('.card');
  await card.getByText('The repair cost 31,000 crowns last year.').waitFor();
  await expect.poll(() => card.evaluate((one) => one === document.activeElement)).toBe(true);
  await card.getByRole('button', { name: 'Your verdict' }).click();
  await card.getByRole('radio', { name: 'False', exact: true }).check();
  await card.getByRole('button', { name: 'Give verdict' }).click();
  await card
    .getByText(/1 assessment/)
    .first()
    .waitFor();
  await expectAccessible(page);

  // By keyboard: all that the comment says, when nothing of it is selected.
  const ole = exhibit(page).getByRole('article', { name: /Reply by Ole/ });
  await ole.getByRole('button', { name: 'Make a claim of it: comment by Ole & Brik' }).press('Enter');
  await expect
    .poll(() => ole.getByLabel('The claim in one sentence').inputValue())
    .toBe('The treasurer did.');
  await page.keyboard.press('Tab');
  await ole.getByRole('button', { name: 'Save claim' }).press('Enter');
  await ole.locator('.card').getByText('The treasurer did.').first().waitFor();
  // Neither stands among what the text claims.
  expect(await page.locator('.margin .card, .set-aside .card').count()).toBe(0);

  const guest = await visitor({ viewport: { width: 390, height: 800 } });
  await guest.goto(`/articles/${slug}`);
  await exhibit(guest).getByText('The repair cost 31,000 crowns last year.').waitFor();
  expect(await exhibit(guest).locator('mark').count()).toBeGreaterThan(0);
  await expectAccessible(guest);
  expect(await overflow(guest)).toBe(0);
  const claims = await guest
    .locator('.promoted .card .permalink')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  await guest.goto(claims[0] ?? '');
  await guest.getByText('Claim in a comment on the original of').waitFor();
  await guest.getByText('In a comment by').waitFor();
  await guest.getByRole('link', { name: 'Read it among the comments' }).click();
  await expect.poll(() => guest.locator(':target').getAttribute('class')).toContain('card');
});

test('a guest’s kept page shows the thread as soon as it was brought', async ({ site, page }) => {
  const { slug, id, who } = await ferry(site);
  await page.goto(`/articles/${slug}`);
  expect(await exhibit(page).count()).toBe(0);
  await send(site, who, 'POST', `/api/articles/${id}/exhibit`, { text: fixture('pasted.txt') });
  await page.getByRole('button', { name: 'This page has changed: read it anew' }).click();
  await exhibit(page).waitFor();
  expect(await exhibit(page).textContent()).toContain('11 hours ago');
  expect(await exhibit(page).textContent()).toContain('2 of 3 present');
});

test('a moderator hides a comment of the original, which goes from open pages, and brings it back', async ({
  site,
  visitor,
}) => {
  const { id, slug, who } = await ferry(site, { html: fixture('wpdiscuz.html') });
  const { items } = await send<{ items: { id: string; author: string }[] }>(
    ...[site, who, 'GET', `/api/articles/${id}/exhibit/comments`],
  );
  const exact = 'it was 31,000';
  const target = { exact, exhibitComment: items.find(({ author }) => author === 'Tide')?.id };
  const claimed = { kind: 'claim', target };
  const claim = await send<{ id: string }>(site, who, 'POST', `/api/articles/${id}/annotations`, claimed);
  const [guest, page] = [await visitor(), await visitor({ viewport: { width: 1300, height: 900 } })];
  await guest.goto(`/articles/${slug}`);
  await signIn(page, site, await newPerson(site, { role: 'moderator' }));
  await page.goto(`/articles/${slug}`);
  const words = 'Last year it was 31,000.';
  await exhibit(page).getByRole('button', { name: 'Hide the comment by Tide' }).click();
  const dialog = page.getByRole('dialog', { name: 'Hide the comment by Tide' });
  await dialog.getByRole('button', { name: 'Hide' }).click();
  await dialog.getByText('Say why: it stands in the public log.').waitFor();
  await dialog.getByRole('textbox').fill('It names somebody who asked us not to.');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Hide' }).click();
  await exhibit(page).getByText('A moderator hid this comment on the original.').waitFor();
  // Nobody has to take up an offer for that.
  await guest.getByText(words).waitFor({ state: 'hidden' });
  await guest.getByRole('button', { name: 'This page has changed: read it anew' }).click();
  await exhibit(guest).getByText('A moderator hid this comment on the original.').waitFor();
  await expectAccessible(guest);
  expect(await guest.content()).not.toContain(exact);
  // The claim about it says why its words are gone; a moderator can read them.
  await guest.goto(`/claims/${claim.id}`);
  await guest.getByText('It names somebody who asked us not to.').waitFor();
  expect(await guest.content()).not.toContain(exact);
  await expectAccessible(guest);
  await page.goto(`/claims/${claim.id}`);
  await page.getByText('Show them to me as a moderator').click();
  await page.getByRole('blockquote').getByText(exact).waitFor();
  await page.goto(`/articles/${slug}`);
  await guest.goto('/log');
  await guest.getByText('It names somebody who asked us not to.').waitFor();
  await guest.getByText('a comment on the original').first().waitFor();

  await exhibit(page).getByRole('button', { name: 'Restore' }).click();
  await exhibit(page).getByText(words).waitFor();
});

test('the import page says that the comments come along, and they do', async ({ site, visitor }) => {
  const page = await visitor({ locale: 'de-DE' });
  await signIn(page, site, await newPerson(site));
  await page.goto('/import');
  await page.getByRole('textbox', { name: 'Der Artikel' }).click();
  await page.locator('textarea').fill(fixture('pasted.txt'));
  await page.getByRole('button', { name: 'Durchsehen' }).click();
  await page.getByText('2 der 3 Kommentare').waitFor();
  await page.getByRole('button', { name: 'Veröffentlichen' }).click();
  const section = page.getByRole('region', { name: 'Kommentare zum Original' });
  await section.waitFor();
  expect(await section.getByRole('article').count()).toBe(2);
  expect(await section.textContent()).toContain('2 von 3 vorhanden');
});
