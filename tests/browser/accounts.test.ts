import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { linkIn } from '#tests/factories/mails.ts';
import { OidcProvider } from '#tests/factories/oidc-provider.ts';
import { newPerson, signIn } from '#tests/setup/member.ts';
import { test } from '#tests/setup/page.ts';
import { startServer, type TestServer } from '#tests/setup/server.ts';

const PASSWORD = 'a long enough password';

let count = 0;
function newAddress(): string {
  count += 1;
  return `someone-${count}@example.org`;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const at = (page: Page, path: string) => page.waitForURL((url) => url.pathname + url.search === path);

async function signUp(page: Page, email: string, next = '') {
  await page.goto(`/sign-up${next}`);
  await page.getByLabel('Name').fill('Ada Reader');
  await page.getByLabel('Mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await press(page, 'Sign up');
}

/** The page that the newest mail to somebody links to, once it lies in the outbox. */
async function mailedPath(site: TestServer, to: string): Promise<string> {
  const newest = async () => {
    const { listOutbox } = await import('#lib/mail/outbox.ts');
    return (await listOutbox()).find((mail) => mail.to === to);
  };
  process.env.OBELUS_DATA = site.data;
  await expect.poll(newest, { timeout: 15_000 }).toBeDefined();
  const { pathname, search } = linkIn(await newest());
  return pathname + search;
}

test('somebody signs up, is where they were, signs out and in again', async ({ page, watch }) => {
  watch.allow(/\/api\/users$/, 422);
  watch.allow(/\/api\/auth\/callback\/credentials$/, 401);
  const email = newAddress();
  await page.goto('/sign-up?next=%2Fsettings');
  await page.getByLabel('Name').fill('Ada Reader');
  await page.getByLabel('Password', { exact: true }).fill('short');
  await page.getByRole('button', { name: 'Show the password' }).first().click();
  expect(await page.getByLabel('Password', { exact: true }).getAttribute('type')).toBe('text');
  await press(page, 'Sign up');
  await page.getByText('This is not a mail address').waitFor();
  await expect
    .poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).name))
    .toBe('email');
  expect(await page.getByLabel('Name').inputValue()).toBe('Ada Reader');
  await page.getByLabel('Mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await press(page, 'Sign up');
  await at(page, '/settings');
  await page.goto('/sign-out');
  await press(page, 'Sign out');
  await at(page, '/');
  await page.goto('/sign-in?next=%2Fsettings');
  await page.getByLabel('Mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.keyboard.press('Enter');
  await page.getByText('The address or the password is wrong.').waitFor();
  expect(await page.getByLabel('Mail address').inputValue()).toBe(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await at(page, '/settings');
});

test('a link by mail: opening it does nothing, its button signs in, once', async ({
  page,
  site,
  visitor,
}) => {
  const email = newAddress();
  const first = await visitor();
  await signUp(first, email);
  await at(first, '/');
  await page.goto('/sign-in?next=%2Fsettings');
  await page.getByLabel('Mail address').fill(email);
  await press(page, 'Send me a link instead');
  await at(page, '/sign-in/check-mail?for=sign-in');
  const path = await mailedPath(site, email);
  const scanner = await visitor();
  await scanner.goto(path);
  await page.goto(path);
  await page.getByText(`Sign in as ${email}?`).waitFor();
  await press(page, 'Yes, sign in');
  await at(page, '/settings');
  await page.getByText('You have no password yet').waitFor();
  await scanner.reload();
  await scanner.getByRole('heading', { name: 'This link does not work any more' }).waitFor();
});

test('a new password by mail signs in, and ends what was signed in before', async ({
  page,
  site,
  visitor,
}) => {
  const email = newAddress();
  const before = await visitor();
  await signUp(before, email, '?next=%2Fsettings');
  await at(before, '/settings');
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await page.getByLabel('Mail address').fill(email);
  await press(page, 'Send the link');
  await at(page, '/sign-in/check-mail?for=reset');
  await page.goto(await mailedPath(site, email));
  await page.getByLabel('New password').fill('another long password');
  await press(page, 'Keep the new password');
  await at(page, '/');
  await page.getByRole('button', { name: /Your account/ }).waitFor();
  await before.goto('/settings');
  await at(before, '/sign-in?next=/settings');
});

test('the settings: profile, language, password, tokens, and out everywhere', async ({
  page,
  site,
  watch,
}) => {
  watch.allow(/\/api\/users\/me$/, 409);
  await signIn(page, site, await newPerson(site, { name: 'Sam Settler' }));
  const other = await newPerson(site);
  await page.goto('/settings');
  await page.getByLabel('Handle').fill(other.handle);
  await press(page, 'Save');
  await page.getByText('This handle is taken').waitFor();
  await page.getByLabel('Handle').fill('sam');
  await press(page, 'Save');
  await page.getByText('Your profile is saved.').waitFor();
  await page.getByLabel('What is it for?').fill('my script');
  await press(page, 'Make a token');
  const secret = await page.locator('.token-secret code').innerText();
  const me = () =>
    page.request.get('/api/users/me', { headers: { authorization: `Bearer ${secret}`, cookie: '' } });
  expect((await (await me()).json()).handle).toBe('sam');
  await press(page, 'End the token my script');
  await page.getByText('The token my script acts for nobody any more.').waitFor();
  expect((await me()).status()).toBe(401);
  await page.getByLabel('New password').fill(PASSWORD);
  await press(page, 'Set the password');
  await page.getByText('Your password is changed').waitFor();
  await page.reload();
  await page.getByLabel('Your password now').waitFor();
  await page.getByLabel('Language of the interface').selectOption('de');
  await press(page, 'Save');
  await page.getByRole('heading', { name: 'Einstellungen' }).waitFor();
  await press(page, 'Überall abmelden');
  await at(page, '/sign-in');
});

test('by keyboard alone, in German, on a phone', async ({ visitor }) => {
  const page = await visitor({ locale: 'de-DE', viewport: { width: 390, height: 800 }, hasTouch: true });
  await page.goto('/sign-up?next=%2Fsettings');
  await page.getByLabel('Name').focus();
  await page.keyboard.type('Grete Leserin');
  await page.keyboard.press('Tab');
  await page.keyboard.type(newAddress());
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Einstellungen' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test('the outbox is the admin’s alone', async ({ page, site, visitor, watch }) => {
  watch.allow(/\/admin\/outbox/, 404);
  await page.goto('/admin/outbox');
  await at(page, '/sign-in?next=/admin/outbox');
  await signIn(page, site, await newPerson(site, { role: 'moderator' }));
  expect((await page.goto('/admin/outbox'))?.status()).toBe(404);
  const admin = await visitor();
  await signIn(admin, site, await newPerson(site, { role: 'admin' }));
  const email = newAddress();
  await page.request.post('/api/password-resets', { data: { email } });
  await mailedPath(site, email);
  await admin.goto('/admin/outbox');
  const mail = admin.locator('.mail', { hasText: email });
  await mail.getByRole('link').first().click();
  await at(admin, '/');
});

test('every page holds to the rules of accessibility, light and dark', async ({ page, site, visitor }) => {
  const pages = [
    '/sign-in',
    '/sign-in?error=address-unverified',
    '/sign-up',
    '/forgot-password',
    '/sign-in/check-mail',
    '/reset-password',
    '/sign-out',
  ];
  const admin = await visitor();
  await signIn(admin, site, await newPerson(site, { role: 'admin' }));
  for (const [who, paths] of [
    [page, pages],
    [admin, ['/settings', '/admin/outbox', '/sign-out']],
  ] as const) {
    for (const path of paths) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await who.emulateMedia({ colorScheme });
        await who.goto(path);
        const { violations } = await new AxeBuilder({ page: who }).analyze();
        expect(
          violations.map(({ id, nodes }) => [
            path,
            colorScheme,
            id,
            nodes.map(({ target }) => target.join()),
          ]),
        ).toEqual([]);
      }
    }
  }
});

test('by a provider, all the way, on a real server', async ({ browser }) => {
  const provider = await new OidcProvider().start();
  provider.identity = { sub: 'one', email: 'citizen@example.org', email_verified: true, name: 'Cit Izen' };
  const site = await startServer(inject('postgresUrl'), {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    OIDC_NAME: 'Town Hall',
  });
  const context = await browser.newContext({ baseURL: site.url, locale: 'en-GB' });
  try {
    const page = await context.newPage();
    await page.goto('/sign-in?next=%2Fsettings');
    await press(page, 'Sign in with Town Hall');
    await at(page, '/settings');
    await page.getByText('citizen@example.org').waitFor();
    await context.clearCookies();
    provider.identity = null;
    await page.goto('/sign-in');
    await press(page, 'Sign in with Town Hall');
    await page.getByText('The sign-in at the provider did not work').waitFor();
  } finally {
    await context.close();
    await site.stop();
    await provider.stop();
  }
});
