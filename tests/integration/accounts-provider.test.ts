import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { primaryAddress } from '#lib/http/auth/providers.ts';
import { getOwnUserOperation } from '#lib/http/contract/users.ts';
import { createUser } from '#lib/user/mutations.ts';
import { BrowserSession } from '#tests/factories/browser-session.ts';
import { OidcProvider } from '#tests/factories/oidc-provider.ts';
import { call } from '#tests/setup/api.ts';
import { expectConsoleError } from '#tests/setup/strict.ts';

const PASSWORD = 'a long enough password';
const provider = new OidcProvider();

beforeAll(async () => {
  await provider.start();
  Object.assign(process.env, {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    OIDC_NAME: 'Town Hall',
  });
});

afterAll(() => provider.stop());

let count = 0;
let email = '';

beforeEach(() => {
  count += 1;
  email = `citizen-${count}@example.org`;
  provider.claimsIn = 'token';
  provider.forgeNonce = false;
  provider.identity = { sub: `sub-${count}`, email, email_verified: true, name: 'Cit Izen' };
});

/** From our page to the provider and back, as a browser goes. Answers where it ends. */
async function through(browser: BrowserSession, next = '/articles/storm'): Promise<string | null> {
  const start = await browser.post('/api/auth/signin/oidc', {
    csrfToken: await browser.csrfToken(),
    callbackUrl: next,
  });
  const there = await fetch((await start.json()).url, { redirect: 'manual' });
  const back = new URL(there.headers.get('location') ?? '');
  expect(back.origin).toBe('http://localhost:3000');
  return (await browser.get(back.pathname + back.search)).headers.get('location');
}

const me = async (browser: BrowserSession) =>
  call(getOwnUserOperation, { headers: { cookie: browser.cookie } });

test('the whole way: an account is made, confirmed, and the next sign-in opens the same one', async () => {
  const browser = new BrowserSession();
  expect(await through(browser)).toBe('http://localhost:3000/articles/storm');
  const first = await me(browser);
  expect(first.body).toMatchObject({ email, name: 'Cit Izen', confirmed: true, hasPassword: false });
  const again = new BrowserSession();
  provider.identity = { sub: `sub-${count}`, email: 'moved@example.org', email_verified: true };
  await through(again);
  expect((await me(again)).body.id).toBe(first.body.id);
  expect(await db().user.count({ where: { email: 'moved@example.org' } })).toBe(0);
});

test('an address that only the userinfo endpoint tells is taken too', async () => {
  provider.claimsIn = 'userinfo';
  const browser = new BrowserSession();
  await through(browser);
  expect((await me(browser)).body).toMatchObject({ email, confirmed: true });
});

test('a checked address opens the account that has it, and its password goes on', async () => {
  const { id } = await createUser({ email, name: 'Known', password: PASSWORD, confirmed: true });
  const browser = new BrowserSession();
  await through(browser);
  expect((await me(browser)).body).toMatchObject({ id, hasPassword: true });
  expect((await new BrowserSession().signIn('credentials', { email, password: PASSWORD })).status).toBe(200);
});

test('a checked address takes an account never confirmed from whoever made it', async () => {
  const { id } = await createUser({ email, name: 'In Wait', password: PASSWORD });
  const attacker = new BrowserSession();
  await attacker.signIn('credentials', { email, password: PASSWORD });
  const browser = new BrowserSession();
  await through(browser);
  expect((await me(browser)).body).toMatchObject({ id, confirmed: true, hasPassword: false });
  expect((await me(attacker)).status).toBe(401);
  expect((await new BrowserSession().signIn('credentials', { email, password: PASSWORD })).status).toBe(401);
});

test.each([
  ['address-unverified', { email_verified: false }],
  ['address-unverified', { email_verified: undefined }],
])('an unchecked address opens no account that is there (%s)', async (code, claims) => {
  await createUser({ email, name: 'Known', password: PASSWORD, confirmed: true });
  provider.identity = { sub: `sub-${count}`, email, ...claims };
  const browser = new BrowserSession();
  expect(await through(browser)).toBe(`/sign-in?error=${code}`);
  expect(browser.secret).toBeUndefined();
  expect(await db().account.count({ where: { providerAccountId: `sub-${count}` } })).toBe(0);
});

test('an unchecked address nobody has makes an unconfirmed account; none at all makes none', async () => {
  provider.identity = { sub: `sub-${count}`, email };
  const browser = new BrowserSession();
  await through(browser);
  expect((await me(browser)).body).toMatchObject({ confirmed: false, name: email.split('@')[0] });
  provider.identity = { sub: 'without' };
  expect(await through(new BrowserSession())).toBe('/sign-in?error=no-address');
  provider.identity = { sub: 'nonsense', email: 'not an address', email_verified: true };
  expect(await through(new BrowserSession())).toBe('/sign-in?error=no-address');
});

test('who is suspended, and who is new where sign-up is closed, is told why not', async () => {
  await db().setting.create({ data: { key: 'users.sign-up', value: false } });
  expect(await through(new BrowserSession())).toBe('/sign-in?error=sign-up-closed');
  await db().setting.delete({ where: { key: 'users.sign-up' } });
  await through(new BrowserSession());
  await db().user.update({ where: { email }, data: { bannedAt: new Date() } });
  expect(await through(new BrowserSession())).toBe('/sign-in?error=banned');
});

test('who cancels comes back to the sign-in page', async () => {
  provider.identity = null;
  const browser = new BrowserSession();
  expect(await through(browser)).toContain('/api/auth/error?error=');
  expect(browser.secret).toBeUndefined();
});

test('an answer that this browser did not ask for signs nobody in', async () => {
  expectConsoleError(/OAUTH_CALLBACK_ERROR/);
  const attacker = new BrowserSession();
  const start = await attacker.post('/api/auth/signin/oidc', {
    csrfToken: await attacker.csrfToken(),
    callbackUrl: '/',
  });
  const there = await fetch((await start.json()).url, { redirect: 'manual' });
  const back = new URL(there.headers.get('location') ?? '');
  const victim = new BrowserSession();
  await victim.get(back.pathname + back.search);
  expect(victim.secret).toBeUndefined();
});

test('a token for another question signs nobody in', async () => {
  expectConsoleError(/OAUTH_CALLBACK_ERROR/);
  provider.forgeNonce = true;
  const browser = new BrowserSession();
  await through(browser);
  expect(browser.secret).toBeUndefined();
});

test('an answer works once', async () => {
  expectConsoleError(/OAUTH_CALLBACK_ERROR/);
  const browser = new BrowserSession();
  const start = await browser.post('/api/auth/signin/oidc', {
    csrfToken: await browser.csrfToken(),
    callbackUrl: '/',
  });
  const there = await fetch((await start.json()).url, { redirect: 'manual' });
  const back = new URL(there.headers.get('location') ?? '');
  await browser.get(back.pathname + back.search);
  expect(browser.secret).toBeDefined();
  const secret = browser.secret;
  await browser.get(back.pathname + back.search);
  expect(browser.secret).toBe(secret);
});

test('the sign-in at a provider needs our own page', async () => {
  const browser = new BrowserSession();
  expect((await browser.get('/api/auth/signin/oidc')).headers.get('location')).toMatch(/^\/sign-in\?/);
  const forged = await browser.post('/api/auth/signin/oidc', { callbackUrl: '/' });
  expect((await forged.json()).url).toContain('csrf=true');
});

test('of the addresses at GitHub the primary one is taken, with its state', () => {
  const list = [
    { email: 'old@example.org', primary: false, verified: true },
    { email: 'main@example.org', primary: true, verified: false },
  ];
  expect(primaryAddress(list)).toEqual({ email: 'main@example.org', email_verified: false });
  expect(primaryAddress([{ ...list[1], verified: true }])).toMatchObject({ email_verified: true });
  for (const odd of [[], null, {}, [null], [{ primary: true }]])
    expect(primaryAddress(odd)).toMatchObject({ email_verified: false, email: undefined });
});
