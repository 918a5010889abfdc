// The public log, people and their roles, the settings; and all pages of moderation on a phone, in German, in the dark.
import { expect } from 'vitest';
import type { CommentView } from '#lib/comment/schema.ts';
import { news, send } from '#tests/setup/annotating.ts';
import { atDesk, clearDesk, expectNoSideways, keys, ready, town } from '#tests/setup/desk.ts';
import { inDatabase, newPerson, signIn } from '#tests/setup/member.ts';
import { test } from '#tests/setup/page.ts';
import { expectAccessible, saying } from '#tests/setup/threads.ts';

/** What a browser says of scripts that it was told not to run. */
const unrun = /\/_next\/static\/.* csp$/;

test('an empty log says so; a full one tells all but the words, without a script', async ({
  site,
  visitor,
  watch,
}) => {
  watch.allowError(unrun);
  const page = await visitor({ javaScriptEnabled: false });
  await page.goto('/log');
  await page.getByRole('heading', { name: 'No moderator has decided anything here yet.' }).waitFor();
  const { waiting, reported, claim, article } = await town(site);
  const bea = await newPerson(site, { role: 'moderator', name: 'Bea Petrov' });
  const decide = (action: string, type: string, id: string | undefined, reason = '') =>
    send<{ items: { id: string }[] }>(site, bea, 'POST', '/api/moderation/actions', {
      action,
      targets: [{ type, id }],
      reason,
    });
  await decide('remove', 'comment', reported['Anybody who still']?.id, 'threat: twice in a week');
  await decide('hide', 'annotation', claim.id, 'Nobody can check this.');
  const { items } = await decide('approve', 'comment', waiting['I was at']?.id);
  await send(site, bea, 'POST', `/api/moderation/actions/${items[0]?.id}/undo`);
  await decide('ban', 'user', await idOf('roadrage77'), 'abuse');

  await page.goto('/');
  await page.getByRole('link', { name: 'Log', exact: true }).click();
  const lines = page.locator('.log-line');
  const today = new Date().getUTCDate();
  await page.getByRole('heading', { name: new RegExp(`^${today} `) }).waitFor();
  expect(await lines.count()).toBe(5);
  const words = await page.locator('main').innerText();
  expect(words).toContain('Bea Petrov removed a comment by RoadRage77 in The ring road');
  expect(words).toContain('Threatens somebody: twice in a week');
  expect(words).toContain('Nobody can check this.');
  expect(words).toContain('3 reports');
  expect(await page.content()).not.toMatch(/licence|park\./);
  const undone = lines.filter({ hasText: 'approved a comment by Mina Dahl' });
  expect(await undone.locator('s').innerText()).toBe('Bea Petrov approved a comment by Mina Dahl');
  await undone.getByText('taken back by Bea Petrov').waitFor();
  await page.getByRole('link', { name: 'removed' }).click();
  await page.waitForURL(/action=remove/);
  expect(await lines.count()).toBe(1);
  await page.getByRole('link', { name: 'unbanned' }).click();
  await page.getByText('Nothing of the kind has been done here.').waitFor();

  await inDatabase(site, async () => {
    const { comment } = await import('#tests/factories/comments.ts');
    const targets: { type: string; id: string }[] = [];
    for (let n = 0; n < 60; n += 1)
      targets.push({
        type: 'comment',
        id: (await comment({ by: null, on: { article: article.id }, state: 'pending' })).id,
      });
    await send(site, bea, 'POST', '/api/moderation/actions', { action: 'reject', targets, reason: 'spam' });
  });
  await page.goto('/log');
  expect(await lines.count()).toBe(50);
  await page.getByRole('link', { name: 'Older' }).click();
  await page.waitForURL(/cursor=/);
  expect(await lines.count()).toBe(15);
  await page.getByRole('link', { name: 'Back to the newest' }).click();
  await page.waitForURL((url) => url.pathname + url.search === '/log');

  async function idOf(handle: string) {
    return (await send<{ id: string }>(site, bea, 'GET', `/api/users/${handle}`)).id;
  }
});

test('people are found; roles are given and taken; nobody acts on themselves or on their equals', async ({
  page,
  site,
  visitor,
  watch,
}) => {
  watch.allow(/\/api\/users\/.*\/role$/, 403);
  const ada = await newPerson(site, { role: 'admin', name: 'Ada Unger' });
  const ben = await newPerson(site, { role: 'admin', name: 'Ben Weiss' });
  const vera = await newPerson(site, { name: 'Vera Zimt' });
  await signIn(page, site, ada);
  await page.goto('/');
  await page.getByRole('button', { name: /Your account/ }).click();
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByLabel('Name, handle or address').fill(vera.email);
  await keys(page, 'Enter');
  await page.waitForURL(/q=person/);
  const row = page.locator('.person-row', { hasText: 'Vera Zimt' });
  expect(await page.locator('.person-row').count()).toBe(1);
  await row.getByRole('combobox', { name: 'Role of Vera Zimt' }).selectOption('moderator');
  await row.getByRole('button', { name: 'Save the role of Vera Zimt' }).click();
  await page.getByText('Vera Zimt is a moderator now.').waitFor();
  expect((await send<{ role: string }>(site, vera, 'GET', '/api/users/me')).role).toBe('moderator');

  // A moderator sees no addresses, gives no roles, and bans nobody of their rank.
  const second = await visitor();
  await signIn(second, site, vera);
  await second.goto('/admin/people?q=weiss');
  await second.getByText('Of your rank: nobody bans their equals.').waitFor();
  expect(await second.content()).not.toContain(ben.email);
  expect(await second.getByLabel(/^Role of/).count()).toBe(0);
  await second.goto('/admin/people?q=zimt');
  await second.getByText('This is you.').waitFor();
  expect(await second.locator('.person-deeds').getByRole('button').count()).toBe(0);

  await row.getByRole('button', { name: 'Ban Vera Zimt' }).click();
  await page.getByRole('dialog', { name: 'Why is Vera Zimt banned?' }).waitFor();
  await keys(page, '2', 'Enter');
  await page.getByText('Vera Zimt is banned.').waitFor();
  await second.goto('/admin/people');
  await second.waitForURL(/\/sign-in/);
  await row.getByRole('button', { name: 'Unban Vera Zimt' }).click();
  await page.getByText('Vera Zimt can sign in again.').waitFor();

  // Two admins: one makes the other less, who then cannot do the same, and is told why.
  const other = await visitor();
  await signIn(other, site, ben);
  await other.goto('/admin/people?q=unger');
  await other.getByRole('combobox', { name: 'Role of Ada Unger' }).selectOption('reader');
  await page.goto('/admin/people?role=admin');
  await page.getByRole('combobox', { name: 'Role of Ben Weiss' }).selectOption('checker');
  await page.getByRole('button', { name: 'Save the role of Ben Weiss' }).click();
  const sure = page.getByRole('dialog', { name: 'Take admin from Ben Weiss?' });
  await sure.getByText('Ben Weiss gives no more roles').waitFor();
  await sure.getByRole('button', { name: 'Take it away' }).click();
  await page.getByText('Ben Weiss is a checker now.').waitFor();
  await other.getByRole('button', { name: 'Save the role of Ada Unger' }).click();
  await other.getByRole('button', { name: 'Take it away' }).click();
  await other.getByText('This role cannot be changed by you.').waitFor();
  expect((await send<{ role: string }>(site, ada, 'GET', '/api/users/me')).role).toBe('admin');
  const refused = await page.request.put(`/api/users/${ada.handle}/role`, {
    data: { role: 'reader' },
    headers: { origin: site.url },
  });
  expect(refused.status()).toBe(403);
});

test('a setting holds once it is saved, and two admins do not overwrite each other unseen', async ({
  page,
  site,
  visitor,
  watch,
}) => {
  watch.allow(/\/api\/settings\//, 409);
  const ada = await newPerson(site, { role: 'admin' });
  const ben = await newPerson(site, { role: 'admin' });
  const article = await news(site);
  const place = { article: article.id };
  await signIn(page, site, ada);
  await page.goto('/admin/settings');
  const other = await visitor();
  await signIn(other, site, ben);
  await other.goto('/admin/settings');
  const section = page.getByRole('region', { name: 'Comments wait for a moderator' });
  await section.getByText('Newcomers’').click();
  await section.getByText('not saved yet').waitFor();
  await section.getByRole('button', { name: 'Save' }).click();
  await section.getByText('in force since').waitFor();
  const said: CommentView = await saying(site, await newPerson(site), place, 'My first word here.');
  expect(said.state).toBe('pending');
  await page.reload();
  expect(await section.getByLabel('Newcomers’').isChecked()).toBe(true);

  const theirs = other.getByRole('region', { name: 'Comments wait for a moderator' });
  await theirs.getByText('Everybody’s').click();
  await theirs.getByRole('button', { name: 'Save' }).click();
  await theirs.getByText('Somebody else has just set this to “Newcomers’”.').waitFor();
  await theirs.getByRole('button', { name: 'Save' }).click();
  await theirs.getByText('in force since').waitFor();
  await theirs.getByText('Never', { exact: true }).click();
  await theirs.getByRole('button', { name: 'Save' }).click();
  await expect
    .poll(async () => (await saying(site, await newPerson(site), place, 'Me too.')).state)
    .toBe('visible');
});

test('every page and dialog holds to the rules of accessibility, light and dark', async ({ page, site }) => {
  await clearDesk(site);
  const ada = await newPerson(site, { role: 'admin', name: 'Ada Unger' });
  await signIn(page, site, ada);
  await page.goto('/admin/queue?queue=reported');
  await expectAccessible(page);
  await town(site);
  await page.goto('/admin/queue?queue=reported');
  await ready(page);
  await expectAccessible(page);
  await keys(page, 's', 'h');
  await page.getByRole('dialog').waitFor();
  await expectAccessible(page);
  await keys(page, 'Enter', '?');
  await page.getByRole('dialog').waitFor();
  await expectAccessible(page);
  await page.goto('/admin/queue?queue=rejected');
  await expectAccessible(page);
  await page.goto('/log');
  await expectAccessible(page);
  await page.goto('/admin/people');
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Ban / }).first().click();
  await expectAccessible(page);
  await page.goto('/admin/settings');
  await expectAccessible(page);
});

test('on a phone, in German, in the dark: a sheet for the author and for the reason', async ({
  site,
  visitor,
}) => {
  await clearDesk(site);
  await town(site);
  const page = await visitor({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    locale: 'de-DE',
    colorScheme: 'dark',
  });
  await atDesk(site, page, 'pending');
  await expectNoSideways(page);
  await page.getByText('Who pays for the third bridge?').tap();
  const bar = page.locator('.desk-line.acting');
  await bar.getByRole('button', { name: 'Person' }).tap();
  await page.getByRole('dialog').getByText('olav@example.org').waitFor();
  await page.getByRole('button', { name: 'Schließen' }).tap();
  await bar.getByRole('button', { name: 'Ablehnen' }).tap();
  await page.getByRole('dialog').getByText('Spam oder Werbung').tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Ablehnen' }).tap();
  await page.getByText('Who pays for the third bridge?').first().waitFor({ state: 'visible' });
  await page.locator('.item', { hasText: 'third bridge' }).waitFor({ state: 'detached' });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Rückgängig' }).tap();
  await page.locator('.item[aria-current]', { hasText: 'third bridge' }).waitFor();
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ['/admin/queue?queue=reported', '/log', '/admin/people']) {
      await page.goto(path);
      await expectNoSideways(page);
    }
  }
  await signIn(page, site, await newPerson(site, { role: 'admin' }));
  await page.goto('/admin/settings');
  await page.getByRole('heading', { name: 'Einstellungen dieses Ortes' }).waitFor();
  await expectNoSideways(page);
});
