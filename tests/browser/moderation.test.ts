// A moderator clears the queue: by keyboard, by mouse, several at once; others decide meanwhile; the line goes down.
import { expect } from 'vitest';
import type { LogEntry } from '#lib/moderation/schema.ts';
import type { TestPerson } from '#tests/factories/people.ts';
import { news, send } from '#tests/setup/annotating.ts';
import {
  atDesk,
  clearDesk,
  countOf,
  itemOf,
  itemsOf,
  keys,
  ready,
  said,
  type Town,
  town,
} from '#tests/setup/desk.ts';
import { inDatabase, newPerson, signIn } from '#tests/setup/member.ts';
import { test } from '#tests/setup/page.ts';
import type { TestServer } from '#tests/setup/server.ts';

const DECISIONS = /\/api\/moderation\/actions$/;

const logOf = async (site: TestServer, who: TestPerson) =>
  (await send<{ items: LogEntry[] }>(site, who, 'GET', '/api/moderation/log')).items;

const stateOf = async (site: TestServer, who: TestPerson, comment: { id: string } | undefined) =>
  (await send<{ state: string }>(site, who, 'GET', `/api/comments/${comment?.id}`)).state;

const decideBy = (site: TestServer, who: TestPerson, action: string, id: string | undefined, reason = '') =>
  send(site, who, 'POST', '/api/moderation/actions', { action, targets: [{ type: 'comment', id }], reason });

test('the queue is for moderators', async ({ page, site, visitor, watch }) => {
  watch.allow(/\/admin\//, 404);
  for (const path of ['/admin/queue', '/admin/people', '/admin/settings']) {
    const guest = await visitor();
    await guest.goto(path);
    await guest.waitForURL((url) => url.pathname + url.search === `/sign-in?next=${path}`);
  }
  await signIn(page, site, await newPerson(site, { role: 'checker' }));
  for (const path of ['/admin/queue', '/admin/people', '/admin/settings'])
    expect((await page.goto(path))?.status()).toBe(404);
  expect(await page.getByRole('link', { name: 'Moderation queue' }).count()).toBe(0);
});

test('all that waits is decided by keyboard alone', async ({ page, site }) => {
  await town(site);
  const bea = await newPerson(site, { role: 'moderator', name: 'Bea Petrov' });
  const logged = async () =>
    (await logOf(site, bea)).map(({ action, reason }) => `${action} ${reason}`.trim());
  // The desk goes on before the server has answered: what is sent at the same time comes in any order.
  const acknowledged = (n: number) => expect.poll(async () => (await logged()).length).toBe(n);
  await signIn(page, site, bea);
  await page.goto('/admin/queue');
  await ready(page);
  await page.getByRole('heading', { name: 'Reported' }).waitFor();
  expect(await page.locator('.item').count()).toBe(5);

  // What most reporters said is chosen already.
  await keys(page, 'h');
  await page.getByRole('dialog', { name: 'Why is it hidden?' }).waitFor();
  expect(await page.getByLabel('Threatens somebody').isChecked()).toBe(true);
  await keys(page, 'Enter');
  await expect.poll(() => said(page).innerText()).toBe('Hidden. 4 left.');
  await acknowledged(1);
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toContain('Followers! Likes!');
  await keys(page, 'x', '1', 'Enter');
  await expect.poll(() => said(page).innerText()).toBe('Removed. 3 left.');
  await acknowledged(2);
  await keys(page, 'a');
  await expect.poll(() => said(page).innerText()).toBe('Approved. 2 left.');
  await acknowledged(3);
  await keys(page, 'u');
  await expect.poll(() => said(page).innerText()).toBe('Taken back. 3 left.');
  await acknowledged(4);
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toContain('press release');
  await keys(page, 'a');
  await acknowledged(5);
  await keys(page, 'x', '5', 'Tab');
  await page.keyboard.type('tells where somebody lives');
  await keys(page, 'Enter');
  await expect.poll(() => said(page).innerText()).toBe('Removed. 1 left.');
  await acknowledged(6);
  // Leaving the small step leaves all as it is.
  await keys(page, 'h', 'Escape');
  expect(await page.locator('.item').count()).toBe(1);
  await keys(page, 'a');
  await page.getByRole('heading', { name: 'No report is open.' }).waitFor();
  await acknowledged(7);

  await page.getByRole('link', { name: '8 comments wait for approval' }).focus();
  await keys(page, 'Enter');
  await page.getByRole('heading', { name: 'Waiting' }).waitFor();
  await ready(page);
  await keys(page, 'a', 'a', 'r', '1', 'Enter', 'b', '1', 'Enter');
  await page.locator('.desk-line', { hasText: 'Banned: Ruben Aas.' }).waitFor();
  await keys(page, 'u');
  await page.locator('.desk-line', { hasText: 'Taken back.' }).waitFor();
  await keys(page, 'a', 'j', 's', 'k', 's', 'x', '1', 'Enter', 'a', 'a');
  expect(await itemsOf(page)).toEqual([]);
  await page.getByRole('heading', { name: 'Nobody waits for you.' }).waitFor();
  const waitedFor = [
    ...['hide threat', 'remove spam', 'approve', 'undo', 'approve'],
    ...['remove privacy: tells where somebody lives', 'approve'],
  ];
  // Nobody waited between these: they were under way at the same time, and came in any order.
  const atOnce = [
    ...['approve', 'approve', 'reject spam', 'ban spam', 'undo', 'approve'],
    ...['remove spam', 'remove spam', 'approve', 'approve'],
  ];
  await expect.poll(async () => (await logged()).length).toBe(waitedFor.length + atOnce.length);
  const inTime = (await logged()).reverse();
  expect(inTime.slice(0, waitedFor.length)).toEqual(waitedFor);
  expect(inTime.slice(waitedFor.length).sort()).toEqual(atOnce.sort());
  await page.goto('/admin/queue?queue=rejected');
  await ready(page);
  // What was hidden can be removed: it stays among what was put away, and goes back to hidden.
  const hidden = itemOf(page, 'I know where some of you park');
  await hidden.locator('.item-said').click();
  await keys(page, 'x', '3', 'Enter');
  await hidden.getByText('removed by Bea Petrov').waitFor();
  await keys(page, 'u');
  await hidden.getByText('hidden by Bea Petrov').waitFor();
  await hidden.locator('.item-said').click();
  await hidden.getByRole('button', { name: /Restore/ }).waitFor();
  await keys(page, 'e');
  await expect.poll(() => said(page).innerText()).toMatch(/^Restored/);
});

test('the same by mouse: any item in one press, a reason, back again', async ({ page, site }) => {
  await clearDesk(site);
  const { waiting } = await town(site);
  const bea = await atDesk(site, page, 'pending');
  const item = itemOf(page, 'I was at the opening');
  await item.hover();
  await item.getByRole('button', { name: 'Approve' }).click();
  await expect.poll(() => countOf(page).innerText()).toBe('7');
  await expect.poll(() => stateOf(site, bea, waiting['I was at'])).toBe('visible');
  await page.getByRole('button', { name: 'Undo' }).click();
  await item.waitFor();
  expect(await item.getAttribute('aria-current')).toBe('true');
  await expect.poll(() => stateOf(site, bea, waiting['I was at'])).toBe('pending');
  await item.getByRole('button', { name: 'Reject' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Reject' }).click();
  await page.getByText('Choose a reason, or give one in your own words.').waitFor();
  await page.getByRole('dialog').getByText('Has nothing to do with it').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Reject' }).click();
  await item.waitFor({ state: 'detached' });
  const drawer = page.getByRole('complementary', { name: 'About the author' });
  await page.getByText('Best prices for followers').click();
  await drawer.getByRole('heading', { name: 'Bela K.' }).waitFor();
  await drawer.getByRole('img', { name: '3 comments in the last 14 days' }).waitFor();
  await drawer.getByRole('button', { name: 'Ban' }).click();
  await page.getByRole('dialog').getByText('Spam or advertising').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ban' }).click();
  await drawer.getByText('banned').waitFor();
  // Both of the waiting comments of the same person know it.
  expect(await page.locator('.item', { hasText: 'banned' }).count()).toBe(2);
  await drawer.getByRole('button', { name: 'Unban' }).click();
  await drawer.getByRole('button', { name: 'Ban' }).waitFor();
});

test('several at once, all or none: what another decided is said, the rest stays', async ({
  page,
  site,
  watch,
}) => {
  watch.allow(DECISIONS, 409);
  await clearDesk(site);
  const { waiting } = await town(site);
  const cleo = await newPerson(site, { role: 'moderator', name: 'Cleo Roth' });
  const bea = await atDesk(site, page, 'pending');
  await page.getByLabel('Select what Bela K. wrote').first().check();
  await page
    .getByLabel('Select what Bela K. wrote')
    .last()
    .click({ modifiers: ['Shift'] });
  await page.getByText('4 selected').waitFor();
  await decideBy(site, cleo, 'reject', waiting['Buy followers cheap,']?.id, 'spam: the third time');
  await keys(page, 'a');
  const words = 'Cleo Roth rejected this before you: Spam or advertising: the third time.';
  await itemOf(page, 'Buy followers').getByText(words).waitFor();
  await page.getByRole('alert').filter({ hasText: words }).waitFor({ state: 'attached' });
  expect(await page.locator('.item').count()).toBe(8);
  expect(await stateOf(site, bea, waiting['I was at'])).toBe('pending');
  expect(await itemOf(page, 'Buy followers').getByRole('button', { name: 'Approve' }).count()).toBe(0);
  await page.getByLabel('Select what Ruben Aas wrote').check();
  await page.getByLabel('Select what Mina Dahl wrote').check();
  await page.locator('.desk-line.acting').getByRole('button', { name: 'Approve' }).click();
  await expect.poll(() => said(page).innerText()).toMatch(/^2 approved\./);
  await expect.poll(() => stateOf(site, bea, waiting['I was at'])).toBe('visible');
  await itemOf(page, 'Buy followers').getByRole('button', { name: 'Move on' }).click();
  await itemOf(page, 'Buy followers').waitFor({ state: 'detached' });
});

test('changed words come back to be read; a lost line loses nothing', async ({ page, site, watch }) => {
  watch.allow(DECISIONS, 409);
  watch.allowError(/ERR_INTERNET_DISCONNECTED/);
  await clearDesk(site);
  const article = await news(site);
  const mina = await newPerson(site, { name: 'Mina Dahl' });
  const comment = await inDatabase(site, async () =>
    (await import('#tests/factories/comments.ts')).comment({
      by: mina,
      on: { article: article.id },
      text: 'A first thought.',
      state: 'pending',
    }),
  );
  const bea = await atDesk(site, page, 'pending');
  await send(site, mina, 'PATCH', `/api/comments/${comment.id}`, {
    text: 'A second thought.',
    version: comment.version,
  });
  await keys(page, 'a');
  await itemOf(page, 'A second thought.').getByText('Its author changed the words').waitFor();
  await page.context().setOffline(true);
  await keys(page, 'x', '2', 'Enter');
  await page.locator('.desk-line.failed', { hasText: 'The server could not be reached' }).waitFor();
  await itemOf(page, 'A second thought.').waitFor();
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'Nobody waits for you.' }).waitFor();
  await expect
    .poll(async () => (await logOf(site, bea))[0])
    .toMatchObject({ action: 'remove', reason: 'abuse', moderator: { name: 'Bea Petrov' } });
});

test('what others decide leaves by itself, but not from under the eye', async ({ page, site }) => {
  await clearDesk(site);
  const { waiting }: Town = await town(site);
  const cleo = await newPerson(site, { role: 'moderator', name: 'Cleo Roth' });
  await atDesk(site, page, 'pending');
  await keys(page, 'j');
  await decideBy(site, cleo, 'approve', waiting['The toll was']?.id);
  await decideBy(site, cleo, 'approve', waiting['Der zweite Absatz']?.id);
  await itemOf(page, 'The toll was raised').waitFor({ state: 'detached' });
  await itemOf(page, 'Der zweite Absatz').getByText('Another moderator has decided this').waitFor();
  expect(await countOf(page).innerText()).toBe('6');
  await keys(page, 'j');
  await itemOf(page, 'Der zweite Absatz').waitFor({ state: 'detached' });
});

test('what was read while something is taken back does not count', async ({ page, site }) => {
  await clearDesk(site);
  await town(site);
  await atDesk(site, page, 'pending');
  await keys(page, 'a');
  await expect.poll(() => said(page).innerText()).toBe('Approved. 7 left.');
  const undone = Promise.withResolvers<void>();
  const read: Promise<unknown>[] = [];
  const answered: Promise<void>[] = [];
  await page.route(/\/api\/moderation\/queues/, (route) => {
    const response = route.fetch();
    read.push(response);
    answered.push(undone.promise.then(async () => route.fulfill({ response: await response })));
  });
  await page.route(/\/undo$/, async (route) => {
    // As if somebody came back to the page this moment: all is read anew, before anything is taken back.
    await page.evaluate(async () => {
      document.dispatchEvent(new Event('visibilitychange'));
      await fetch('/healthz');
    });
    await Promise.all(read);
    await route.continue();
  });
  await keys(page, 'u');
  await expect.poll(() => said(page).innerText()).toBe('Taken back. 8 left.');
  undone.resolve();
  await Promise.all(answered);
  await keys(page, 'a');
  await expect.poll(() => said(page).innerText()).toBe('Approved. 7 left.');
  await page.unrouteAll({ behavior: 'wait' });
});

test('a long queue loads on as one goes down', async ({ page, site }) => {
  await clearDesk(site);
  const article = await news(site);
  await inDatabase(site, async () => {
    const { comment } = await import('#tests/factories/comments.ts');
    for (let n = 1; n <= 45; n += 1)
      await comment({ by: null, on: { article: article.id }, text: `Voice ${n}.`, state: 'pending' });
  });
  await atDesk(site, page, 'pending');
  expect(await countOf(page).innerText()).toBe('45');
  for (let n = 1; n < 45; n += 1) {
    await itemOf(page, `Voice ${n + 1}.`).waitFor();
    await keys(page, 'j');
  }
  expect(await page.locator('.item[aria-current]').innerText()).toContain('Voice 45.');
  expect(await itemsOf(page)).toEqual(Array.from({ length: 45 }, (_, n) => `Voice ${n + 1}.`));
});

test('Enter opens a thing in its place; keys can be listed and turned off', async ({ page, site }) => {
  await clearDesk(site);
  const { waiting } = await town(site);
  await atDesk(site, page, 'pending');
  await keys(page, '?');
  await page.getByRole('dialog', { name: 'Keys' }).getByLabel('Single keys are on').uncheck();
  await keys(page, 'Escape', 'a', 'j');
  expect(await page.locator('.item').count()).toBe(8);
  await page.getByRole('button', { name: 'All keys' }).click();
  await page.getByLabel('Single keys are on').check();
  await keys(page, 'Escape', 'j', 'Enter');
  await page.waitForURL(/#comment-/);
  expect(new URL(page.url()).hash).toBe(`#comment-${waiting['Der zweite Absatz']?.id}`);
});
