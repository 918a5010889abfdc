import { beforeEach, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import {
  getOwnUserOperation,
  requestPasswordResetOperation,
  requestSignInLinkOperation,
  resetPasswordOperation,
} from '#lib/http/contract/users.ts';
import { createApiToken } from '#lib/user/api-token/mutations.ts';
import { createUser, linkProvider } from '#lib/user/mutations.ts';
import { BrowserSession } from '#tests/factories/browser-session.ts';
import { linkIn, mailsTo, outboxFiles, workOff } from '#tests/factories/mails.ts';
import { call } from '#tests/setup/api.ts';
import { untilTooOften } from '#tests/setup/limits.ts';

const PASSWORD = 'a long enough password';
const NEW = 'another long password';

let count = 0;
let email = '';
let id = '';

beforeEach(async () => {
  count += 1;
  email = `mail-${count}@example.org`;
  ({ id } = await createUser({ email, name: 'Mail Reader', password: PASSWORD, confirmed: true }));
});

const headers = () => ({ 'x-obelus-address': `192.0.2.${count}`, 'accept-language': 'en' });
const askReset = (to = email) =>
  call(requestPasswordResetOperation, { body: { email: to }, headers: headers() });
const askLink = (to = email, next?: string) =>
  call(requestSignInLinkOperation, { body: { email: to, next }, headers: headers() });
const reset = (token: string, password = NEW) =>
  call(resetPasswordOperation, { params: { token }, body: { password }, headers: headers() });
const statusOf = async (cookie: string) => (await call(getOwnUserOperation, { headers: { cookie } })).status;

async function tokenFor(to = email): Promise<string> {
  return linkIn((await mailsTo(to)).at(-1)).searchParams.get('token') ?? '';
}

async function signedIn(): Promise<BrowserSession> {
  const browser = new BrowserSession(`192.0.2.${count}`);
  await browser.signIn('credentials', { email, password: PASSWORD });
  return browser;
}

test('a new password by mail: the link works once, and every session ends', async () => {
  const browser = await signedIn();
  expect((await askReset(email.toUpperCase())).status).toBe(202);
  const token = await tokenFor();
  const answer = await reset(token);
  expect(answer.body).toEqual({ email });
  expect(await statusOf(browser.cookie)).toBe(401);
  expect((await new BrowserSession().signIn('credentials', { email, password: NEW })).status).toBe(200);
  const again = await reset(token, 'a third long password');
  expect([again.status, again.body.code]).toEqual([422, 'token-invalid']);
});

test('of two that use one link at once, one gets through', async () => {
  await askReset();
  const token = await tokenFor();
  const answers = await Promise.all([reset(token), reset(token, 'a third long password')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
});

test('a link that is an hour old, made up, of another kind or a poor password changes nothing', async () => {
  await askReset();
  const token = await tokenFor();
  expect((await reset(token, 'short')).status).toBe(422);
  expect((await reset('made-up')).body.code).toBe('token-invalid');
  await askLink();
  expect((await reset(await tokenFor())).body.code).toBe('token-invalid');
  await db().mailToken.updateMany({ where: { email }, data: { expiresAt: new Date(Date.now() - 1) } });
  expect((await reset(token)).body.code).toBe('token-invalid');
  expect((await new BrowserSession().signIn('credentials', { email, password: PASSWORD })).status).toBe(200);
});

test('whether an address has an account is not told; its owner is', async () => {
  for (const ask of [askReset, askLink]) {
    const [known, unknown] = [await ask(), await ask(`nobody-${count}@example.org`)];
    expect([known.status, known.body]).toEqual([202, null]);
    expect(unknown.status).toBe(known.status);
    expect([...unknown.headers]).toEqual([...known.headers]);
    expect((await ask('no address')).status).toBe(422);
  }
  const [mail] = await mailsTo(`nobody-${count}@example.org`);
  expect(mail?.subject).toBe('There is no account at localhost:3000 with this address');
  expect(linkIn(mail).pathname).toBe('/sign-up');
});

test('too many mails to one address have to wait, known or not', async () => {
  for (const to of [email, `nobody-${count}@example.org`]) {
    const { passed } = await untilTooOften('mail', () => askReset(to));
    expect(new Set(passed.map(({ status }) => status))).toEqual(new Set([202]));
  }
});

test('a link to sign in: looking at it changes nothing, it works once, and leads back', async () => {
  await askLink(email, '/articles/storm?x=1');
  const link = linkIn((await mailsTo(email)).at(-1));
  expect(link.pathname).toBe('/sign-in/confirm');
  expect(link.searchParams.get('next')).toBe('/articles/storm?x=1');
  const token = link.searchParams.get('token') ?? '';
  const scanner = new BrowserSession();
  await scanner.get(`/api/auth/callback/link?token=${token}`);
  expect(scanner.secret).toBeUndefined();
  const browser = new BrowserSession();
  expect((await browser.signIn('link', { token })).status).toBe(200);
  expect(await statusOf(browser.cookie)).toBe(200);
  const again = await new BrowserSession().signIn('link', { token });
  expect([again.status, (await again.json()).code]).toEqual([422, 'token-invalid']);
  expect((await new BrowserSession().signIn('credentials', { email, password: PASSWORD })).status).toBe(200);
});

test('a link leads to this site only', async () => {
  await askLink(email, 'https://evil.example/');
  expect((await mailsTo(email)).at(-1)?.text).not.toContain('evil');
});

/** An account that somebody made with another person's address, and everything they may keep a foot in the door with. */
async function hijackedInAdvance() {
  await db().user.update({ where: { id }, data: { emailConfirmedAt: null } });
  const { secret } = await createApiToken({ id }, { name: 'foot in the door' });
  await linkProvider(id, { provider: 'oidc', providerAccountId: `attacker-${count}` });
  return { attacker: await signedIn(), bearer: { authorization: `Bearer ${secret}` } };
}

test('the first sign-in by mail to an account never confirmed voids what its maker knew', async () => {
  const { attacker, bearer } = await hijackedInAdvance();
  await askLink();
  const owner = new BrowserSession();
  await owner.signIn('link', { token: await tokenFor() });
  expect(await statusOf(owner.cookie)).toBe(200);
  expect(await statusOf(attacker.cookie)).toBe(401);
  expect((await call(getOwnUserOperation, { headers: bearer })).status).toBe(401);
  expect((await new BrowserSession().signIn('credentials', { email, password: PASSWORD })).status).toBe(401);
  expect(await db().account.count({ where: { userId: id } })).toBe(0);
  const { body } = await call(getOwnUserOperation, { headers: { cookie: owner.cookie } });
  expect(body).toMatchObject({ confirmed: true, hasPassword: false });
});

test('so does a new password by mail', async () => {
  const { attacker, bearer } = await hijackedInAdvance();
  await askReset();
  await reset(await tokenFor());
  expect(await statusOf(attacker.cookie)).toBe(401);
  expect((await call(getOwnUserOperation, { headers: bearer })).status).toBe(401);
  expect((await new BrowserSession().signIn('credentials', { email, password: NEW })).status).toBe(200);
});

test('who is suspended gets in neither by link nor by a new password', async () => {
  await askLink();
  const link = await tokenFor();
  await askReset();
  const token = await tokenFor();
  await db().user.update({ where: { id }, data: { bannedAt: new Date() } });
  expect((await new BrowserSession().signIn('link', { token: link })).status).toBe(403);
  expect((await reset(token)).status).toBe(403);
});

test('mail is in the language of the account, else of the browser', async () => {
  await db().user.update({ where: { id }, data: { locale: 'de' } });
  await askReset();
  const [mail] = await mailsTo(email);
  expect(mail?.subject).toBe('Ein neues Passwort für localhost:3000');
  expect(mail?.html).toContain('<html lang="de">');
  expect(mail?.html).not.toMatch(/<(img|link|script|style)|https?:\/\/(?!localhost:3000\/)/);
});

test('a request that fails sends nothing, and the queue holds no link that works', async () => {
  const { transaction } = await import('#lib/db/transaction.ts');
  const { sendPasswordReset } = await import('#lib/flows/reset-password.ts');
  await expect(
    transaction(async () => {
      await sendPasswordReset(email, 'en');
      throw new Error('and then it failed');
    }),
  ).rejects.toThrow('and then it failed');
  expect(await mailsTo(email)).toEqual([]);
  await askReset();
  const waiting = await db().$queryRaw<
    { data: unknown }[]
  >`SELECT data FROM pgboss.job WHERE state = 'created'`;
  const token = await tokenFor();
  expect(waiting).toHaveLength(1);
  expect(JSON.stringify(waiting)).not.toContain(token);
});

test('a mail that is written twice lies in the outbox once, as a mail program opens it', async () => {
  const { deliver } = await import('#lib/mail/deliver.ts');
  await askReset();
  const [job] = await db().$queryRaw<
    { id: string; data: never }[]
  >`SELECT id, data FROM pgboss.job WHERE state = 'created'`;
  if (!job) throw new Error('nothing is queued');
  await deliver(job.id, job.data);
  await workOff();
  expect(await mailsTo(email)).toHaveLength(1);
  const raw = outboxFiles().find((file) => file.includes(`To: ${email}`) && file.includes('MIME-Version'));
  expect(raw).toContain('From: Obelus <noreply@localhost>');
  expect(raw).toContain('Auto-Submitted: auto-generated');
  expect(raw).toContain(`Message-ID: <${job.id}@localhost>`);
});
