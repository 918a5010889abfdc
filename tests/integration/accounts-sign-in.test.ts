import { beforeEach, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { getOwnUserOperation } from '#lib/http/contract/users.ts';
import { createUser } from '#lib/user/mutations.ts';
import { secretHash } from '#lib/user/secrets.ts';
import { BrowserSession } from '#tests/factories/browser-session.ts';
import { call } from '#tests/setup/api.ts';
import { untilTooOften } from '#tests/setup/limits.ts';

const PASSWORD = 'a long enough password';

let count = 0;
let email = '';

beforeEach(async () => {
  count += 1;
  email = `reader-${count}@example.org`;
  await createUser({ email, name: `Reader ${count}`, password: PASSWORD });
});

const me = (session: BrowserSession) => call(getOwnUserOperation, { headers: { cookie: session.cookie } });

test('address and password open a session, which every request looks up', async () => {
  const browser = new BrowserSession();
  const answer = await browser.signIn('credentials', {
    email: email.toUpperCase(),
    password: PASSWORD,
    callbackUrl: '/articles/x?y=1',
  });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ url: 'http://localhost:3000/articles/x?y=1' });
  const [cookie = ''] = answer.headers.getSetCookie().filter((line) => line.startsWith('obelus-session='));
  expect(cookie).toMatch(/; Path=\/;.*HttpOnly; SameSite=Lax$/);
  const stored = await db().session.findMany({ where: { user: { email } } });
  expect(stored.map(({ id }) => id)).toEqual([secretHash(browser.secret ?? '')]);
  expect((await me(browser)).body).toMatchObject({ email, confirmed: false, hasPassword: true });
  const session = await browser.get('/api/auth/session');
  expect(await session.json()).toMatchObject({ user: { name: `Reader ${count}` } });
  expect(await (await browser.get('/api/auth/session')).text()).not.toContain(browser.secret);
});

test('a form as browsers send it by themselves works too', async () => {
  const browser = new BrowserSession();
  const csrfToken = await browser.csrfToken();
  const { handleAuth } = await import('#lib/http/auth/handler.ts');
  const response = await handleAuth(
    new Request('http://localhost:3000/api/auth/callback/credentials', {
      method: 'POST',
      headers: { cookie: browser.cookie, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ csrfToken, email, password: PASSWORD, callbackUrl: '/' }),
    }),
    ['callback', 'credentials'],
  );
  expect(response.status).toBe(302);
  expect(response.headers.get('location')).toBe('http://localhost:3000/');
});

test('a wrong password and an unknown address are answered alike', async () => {
  const wrong = await new BrowserSession().signIn('credentials', { email, password: 'not the password' });
  const unknown = await new BrowserSession().signIn('credentials', {
    email: 'nobody@example.org',
    password: 'not the password',
  });
  expect(wrong.status).toBe(401);
  expect(await wrong.json()).toMatchObject({ code: 'wrong-credentials' });
  expect(unknown.status).toBe(401);
  expect(await unknown.text()).toBe(
    await (await new BrowserSession().signIn('credentials', { email, password: 'x' })).text(),
  );
  expect(wrong.headers.getSetCookie().join()).not.toContain('obelus-session');
});

test('malformed input is named, and nothing happens without the form’s own token', async () => {
  const browser = new BrowserSession();
  const malformed = await browser.signIn('credentials', { email: 'no address', password: '' });
  expect(malformed.status).toBe(422);
  expect(Object.keys((await malformed.json()).fields).sort()).toEqual(['email', 'password']);
  const foreign = await browser.post('/api/auth/callback/credentials', { email, password: PASSWORD });
  expect((await foreign.json()).url).toContain('csrf=true');
  expect(browser.secret).toBeUndefined();
});

test('a request from another site is refused', async () => {
  const { handleAuth } = await import('#lib/http/auth/handler.ts');
  const response = await handleAuth(
    new Request('http://localhost:3000/api/auth/callback/credentials', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://evil.example', host: 'localhost:3000' },
      body: '{}',
    }),
    ['callback', 'credentials'],
  );
  expect(response.status).toBe(403);
});

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
  '/\t/evil.example',
  '/sign-in?next=/x',
])('after the sign-in nobody is led to %j', async (callbackUrl) => {
  const answer = await new BrowserSession().signIn('credentials', { email, password: PASSWORD, callbackUrl });
  expect(await answer.json()).toEqual({ url: 'http://localhost:3000/' });
});

test('neither a query nor a planted cookie leads elsewhere', async () => {
  const browser = new BrowserSession();
  const page = await browser.get(
    `/api/auth/signin?callbackUrl=${encodeURIComponent('https://evil.example/')}`,
  );
  expect(page.headers.get('location')).not.toContain('evil');
  browser.keep(
    new Response(null, {
      headers: { 'set-cookie': `next-auth.callback-url=${encodeURIComponent('https://evil.example/')}` },
    }),
  );
  const answer = await browser.signIn('credentials', { email, password: PASSWORD });
  expect(await answer.json()).toEqual({ url: 'http://localhost:3000' });
});

test('the Host header is not believed', async () => {
  const { handleAuth } = await import('#lib/http/auth/handler.ts');
  const response = await handleAuth(
    new Request('http://evil.example/api/auth/signin', {
      headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
    }),
    ['signin'],
  );
  expect(response.headers.get('location')).not.toContain('evil');
});

test('a copied cookie is worth nothing on the first request after the sign-out', async () => {
  const browser = new BrowserSession();
  await browser.signIn('credentials', { email, password: PASSWORD });
  const copy = browser.cookie;
  expect((await call(getOwnUserOperation, { headers: { cookie: copy } })).status).toBe(200);
  const answer = await browser.signOut();
  expect(answer.status).toBe(200);
  expect(browser.secret).toBeUndefined();
  expect((await call(getOwnUserOperation, { headers: { cookie: copy } })).status).toBe(401);
  expect((await browser.signOut()).status).toBe(200);
});

test('signing in again ends the session that it takes the place of', async () => {
  const browser = new BrowserSession();
  await browser.signIn('credentials', { email, password: PASSWORD });
  const first = browser.cookie;
  await browser.signIn('credentials', { email, password: PASSWORD });
  expect((await me(browser)).status).toBe(200);
  expect((await call(getOwnUserOperation, { headers: { cookie: first } })).status).toBe(401);
});

test('a session that nobody used for 30 days is over, one in use goes on, and writes once an hour at most', async () => {
  const browser = new BrowserSession();
  await browser.signIn('credentials', { email, password: PASSWORD });
  const id = secretHash(browser.secret ?? '');
  const row = () => db().session.findUniqueOrThrow({ where: { id } });
  const begin = await row();
  await me(browser);
  expect((await row()).lastSeenAt).toEqual(begin.lastSeenAt);
  const twoHoursAgo = new Date(Date.now() - 7_200_000);
  await db().session.update({
    where: { id },
    data: { lastSeenAt: twoHoursAgo, expiresAt: new Date(Date.now() + 60_000) },
  });
  expect((await me(browser)).status).toBe(200);
  expect((await row()).expiresAt.getTime()).toBeGreaterThan(Date.now() + 29 * 86_400_000);
  await db().session.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1000) } });
  expect((await me(browser)).status).toBe(401);
});

test('who is suspended is told after the right password only, and their sessions are over', async () => {
  const browser = new BrowserSession();
  await browser.signIn('credentials', { email, password: PASSWORD });
  await db().user.update({ where: { email }, data: { bannedAt: new Date() } });
  expect((await me(browser)).status).toBe(401);
  const right = await new BrowserSession().signIn('credentials', { email, password: PASSWORD });
  expect([right.status, (await right.json()).code]).toEqual([403, 'banned']);
  const wrong = await new BrowserSession().signIn('credentials', { email, password: 'wrong' });
  expect(wrong.status).toBe(401);
});

test('guessing at one account is slowed down, whether it exists or not, also from many addresses', async () => {
  for (const target of [email, 'nobody-at-all@example.org']) {
    const { passed } = await untilTooOften('sign-in-account', (n) =>
      new BrowserSession(`192.0.2.${100 + n}`).signIn('credentials', { email: target, password: 'guess' }),
    );
    expect(new Set(passed.map(({ status }) => status))).toEqual(new Set([401]));
  }
});

test('guessing from one address is slowed down', async () => {
  const { refused } = await untilTooOften('sign-in', (n) =>
    new BrowserSession('198.51.100.1').signIn('credentials', {
      email: `n${n}@example.org`,
      password: 'guess',
    }),
  );
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('what next-auth offers and we do not use is not there', async () => {
  const browser = new BrowserSession();
  for (const path of [
    '/api/auth/callback/credentials',
    '/api/auth/callback/link?token=x',
    '/api/auth/callback/email?token=x',
    '/api/auth/verify-request',
    '/api/auth/signin/github',
  ]) {
    const response = await browser.get(path);
    expect([path, response.status >= 300]).toEqual([path, true]);
    expect(browser.secret).toBeUndefined();
  }
  expect((await browser.post('/api/auth/_log', { level: 'error', code: 'x' })).status).toBe(404);
  expect((await browser.post('/api/auth/session', { data: 'x' })).status).toBe(404);
});

test('a cookie that is no secret, or badly encoded, is nobody’s', async () => {
  for (const value of ['nonsense', '%E0%A4%A', '']) {
    const answer = await call(getOwnUserOperation, { headers: { cookie: `obelus-session=${value}` } });
    expect(answer.status).toBe(401);
  }
});
