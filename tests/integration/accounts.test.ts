import { beforeEach, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import {
  changePasswordOperation,
  changeProfileOperation,
  createApiTokenOperation,
  endSessionsOperation,
  getOwnUserOperation,
  getUserOperation,
  listApiTokensOperation,
  revokeApiTokenOperation,
  signUpOperation,
} from '#lib/http/contract/users.ts';
import { createUser } from '#lib/user/mutations.ts';
import { secretHash } from '#lib/user/secrets.ts';
import { BrowserSession } from '#tests/factories/browser-session.ts';
import { mailsTo } from '#tests/factories/mails.ts';
import { person } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';
import { untilTooOften } from '#tests/setup/limits.ts';

const PASSWORD = 'a long enough password';

let count = 0;
const address = () => `192.0.2.${count}`;

beforeEach(() => {
  count += 1;
});

const signUp = (body: unknown, from = address()) =>
  call(signUpOperation, { body, headers: { 'x-obelus-address': from } });

test('without a mail server an account is made at once, unconfirmed, and can be signed in to', async () => {
  const answer = await signUp({
    email: ' New.Person@Example.ORG ',
    password: PASSWORD,
    name: '  Nea   Person ',
  });
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({
    email: 'new.person@example.org',
    name: 'Nea Person',
    handle: 'nea-person',
    confirmed: false,
    role: 'reader',
  });
  expect(JSON.stringify(answer.body)).not.toContain('argon');
  const browser = new BrowserSession();
  expect(
    (await browser.signIn('credentials', { email: 'new.person@example.org', password: PASSWORD })).status,
  ).toBe(200);
  const { passwordHash } = await db().user.findUniqueOrThrow({ where: { email: 'new.person@example.org' } });
  expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test('a known address and a taken handle are named, and a role cannot be asked for', async () => {
  await signUp({ email: 'taken@example.org', password: PASSWORD, name: 'Taken', handle: 'taken' });
  const again = await signUp({ email: 'Taken@example.org', password: PASSWORD, name: 'Other' });
  expect([again.status, again.body.code]).toEqual([409, 'address-taken']);
  const handle = await signUp({
    email: 'free@example.org',
    password: PASSWORD,
    name: 'Other',
    handle: 'Taken',
  });
  expect([handle.status, handle.body.code]).toEqual([409, 'handle-taken']);
  const climber = await signUp({
    email: 'climber@example.org',
    password: PASSWORD,
    name: 'C',
    role: 'admin',
    confirmed: true,
  });
  expect(climber.body).toMatchObject({ role: 'reader', confirmed: false });
});

test.each([
  ['email', { email: 'nobody', password: PASSWORD, name: 'A' }],
  ['email', { email: 'a@example.org\r\nBcc: b@example.org', password: PASSWORD, name: 'A' }],
  ['password', { email: 'short@example.org', password: 'short', name: 'A' }],
  ['name', { email: 'a@example.org', password: PASSWORD, name: '  ' }],
  ['name', { email: 'a@example.org', password: PASSWORD, name: 'a\0b' }],
  ['name', { email: 'a@example.org', password: PASSWORD, name: '\ud800' }],
  ['handle', { email: 'a@example.org', password: PASSWORD, name: 'A', handle: 'me' }],
  ['handle', { email: 'a@example.org', password: PASSWORD, name: 'A', handle: '-a' }],
])('a sign-up with a bad %s is refused by its name', async (field, body) => {
  const before = await db().user.count();
  const answer = await signUp(body);
  expect(answer.status).toBe(422);
  expect(Object.keys(answer.body.fields)).toEqual([field]);
  expect(await db().user.count()).toBe(before);
});

test('somebody called Me gets a handle that is no other address', async () => {
  expect((await signUp({ email: 'me@example.org', password: PASSWORD, name: 'Me' })).body.handle).toBe(
    'me-2',
  );
});

test('two sign-ups with one address at the same moment make one account', async () => {
  const body = { email: 'twice@example.org', password: PASSWORD, name: 'Twice' };
  const answers = await Promise.all([signUp(body), signUp(body), signUp(body)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
});

test('where sign-up is closed nobody signs up', async () => {
  await db().setting.create({ data: { key: 'users.sign-up', value: false } });
  const answer = await signUp({ email: 'late@example.org', password: PASSWORD, name: 'Late' });
  await db().setting.delete({ where: { key: 'users.sign-up' } });
  expect([answer.status, answer.body.code]).toEqual([403, 'not-allowed']);
});

test('too many sign-ups from one address have to wait', async () => {
  await untilTooOften('sign-up', () => signUp({}, '198.51.100.2'));
});

test('neither password nor token is kept for a repeated request', async () => {
  const headers = { 'idempotency-key': 'once', 'x-obelus-address': address() };
  await call(signUpOperation, {
    body: { email: 'once@example.org', password: PASSWORD, name: 'Once' },
    headers,
  });
  const someone = await person();
  await call(createApiTokenOperation, { as: someone, body: { name: 'x' }, headers });
  expect(await db().idempotencyKey.count()).toBe(0);
});

test('one sees oneself with, others without what is private', async () => {
  const someone = await person({ name: 'Public Person' });
  const own = await call(getOwnUserOperation, { as: someone });
  expect(own.body).toMatchObject({ email: someone.email, hasPassword: false, counts: { annotations: 0 } });
  const other = await call(getUserOperation, { params: { handle: someone.handle } });
  expect(other.body.name).toBe('Public Person');
  expect(JSON.stringify(other.body)).not.toContain(someone.email);
  expect((await call(getUserOperation, { params: { handle: 'nobody-here' } })).status).toBe(404);
  expect((await call(getOwnUserOperation)).status).toBe(401);
  expect((await call(getOwnUserOperation, { as: someone, byToken: true })).status).toBe(200);
});

test('a profile is changed, unless somebody was faster', async () => {
  const someone = await person();
  const { body } = await call(getOwnUserOperation, { as: someone });
  const changes = { name: 'New Name', handle: 'new-name', about: ' About\nme ', locale: 'de' };
  const changed = await call(changeProfileOperation, {
    as: someone,
    body: { ...changes, version: body.version },
  });
  expect(changed.body).toMatchObject({ ...changes, about: 'About\nme', version: body.version + 1 });
  const late = await call(changeProfileOperation, {
    as: someone,
    body: { name: 'Late', version: body.version },
  });
  expect([late.status, late.body.code, late.body.current.name]).toEqual([409, 'edit-conflict', 'New Name']);
  const events = await db().event.findMany({ where: { kind: 'user.renamed', subjectId: someone.id } });
  expect(events).toHaveLength(1);
});

test('a profile takes no handle of another, nothing malformed, and nothing from a guest', async () => {
  const [someone, other] = [await person(), await person()];
  const taken = await call(changeProfileOperation, {
    as: someone,
    body: { handle: other.handle, version: 1 },
  });
  expect([taken.status, taken.body.code]).toEqual([409, 'handle-taken']);
  for (const bad of [
    { name: '', version: 1 },
    { locale: 'xx', version: 1 },
    { name: 'no version' },
    'text',
  ]) {
    expect((await call(changeProfileOperation, { as: someone, body: bad })).status).toBe(422);
  }
  expect((await call(changeProfileOperation, { body: { name: 'Guest', version: 1 } })).status).toBe(401);
  expect(
    (await call(changeProfileOperation, { as: someone, body: { version: 1, role: 'admin' } })).body.role,
  ).toBe('reader');
});

/** Somebody who signed in with a password, on two devices. */
async function onTwoDevices() {
  const email = `devices-${count}@example.org`;
  const { id } = await createUser({ email, name: 'Two Devices', password: PASSWORD, confirmed: true });
  const [first, second] = [new BrowserSession(), new BrowserSession()];
  for (const browser of [first, second]) await browser.signIn('credentials', { email, password: PASSWORD });
  return { id, email, first, second };
}

test('a new password ends every other session at once, and changes the secret of this one', async () => {
  const { email, first, second } = await onTwoDevices();
  const copies = [first.cookie, second.cookie];
  const answer = await call(changePasswordOperation, {
    headers: { cookie: first.cookie },
    body: { current: PASSWORD, password: 'another long password' },
  });
  expect(answer.status).toBe(204);
  first.keep(answer);
  for (const cookie of copies)
    expect((await call(getOwnUserOperation, { headers: { cookie } })).status).toBe(401);
  expect((await call(getOwnUserOperation, { headers: { cookie: first.cookie } })).status).toBe(200);
  expect((await new BrowserSession().signIn('credentials', { email, password: PASSWORD })).status).toBe(401);
  expect(
    (await new BrowserSession().signIn('credentials', { email, password: 'another long password' })).status,
  ).toBe(200);
  expect((await mailsTo(email)).map(({ subject }) => subject)).toEqual([
    'Your password at localhost:3000 was changed',
  ]);
});

test('without the password one has, or with a poor one, nothing changes', async () => {
  const { first } = await onTwoDevices();
  const headers = { cookie: first.cookie };
  const wrong = await call(changePasswordOperation, {
    headers,
    body: { current: 'wrong', password: 'another long password' },
  });
  expect([wrong.status, Object.keys(wrong.body.fields)]).toEqual([422, ['current']]);
  expect(
    (await call(changePasswordOperation, { headers, body: { password: 'another long password' } })).status,
  ).toBe(422);
  expect(
    (await call(changePasswordOperation, { headers, body: { current: PASSWORD, password: 'short' } })).status,
  ).toBe(422);
  expect(
    (await call(changePasswordOperation, { body: { current: PASSWORD, password: 'another long password' } }))
      .status,
  ).toBe(401);
  expect((await call(getOwnUserOperation, { headers })).status).toBe(200);
});

test('who has no password yet sets one; by a token no session begins', async () => {
  const someone = await person();
  const answer = await call(changePasswordOperation, {
    as: someone,
    byToken: true,
    body: { password: PASSWORD },
  });
  expect([answer.status, answer.headers.getSetCookie()]).toEqual([204, []]);
  expect(await db().session.count({ where: { userId: someone.id } })).toBe(0);
});

test('signing out everywhere ends every session', async () => {
  const { first, second } = await onTwoDevices();
  const answer = await call(endSessionsOperation, { headers: { cookie: first.cookie } });
  expect(answer.status).toBe(204);
  expect(answer.headers.getSetCookie().join()).toContain('Max-Age=0');
  for (const { cookie } of [first, second])
    expect((await call(getOwnUserOperation, { headers: { cookie } })).status).toBe(401);
  expect((await call(endSessionsOperation)).status).toBe(401);
});

test('an API token is shown once, acts for its owner, and ends at once', async () => {
  const someone = await person();
  const { status, body } = await call(createApiTokenOperation, {
    as: someone,
    body: { name: ' my  script ' },
  });
  expect([status, body.name]).toEqual([201, 'my script']);
  const headers = { authorization: `Bearer ${body.secret}` };
  expect((await call(getOwnUserOperation, { headers })).body.handle).toBe(someone.handle);
  const list = await call(listApiTokensOperation, { as: someone });
  expect(list.body.items.map(({ name }: { name: string }) => name)).toContain('my script');
  expect(JSON.stringify(list.body)).not.toContain(body.secret);
  expect(list.body.items.find(({ id }: { id: string }) => id === body.id).lastUsedAt).not.toBeNull();
  const stored = await db().apiToken.findUniqueOrThrow({ where: { id: body.id } });
  expect(stored.hash).toBe(secretHash(body.secret));
  expect((await call(revokeApiTokenOperation, { as: someone, params: { id: body.id } })).status).toBe(204);
  expect((await call(getOwnUserOperation, { headers })).status).toBe(401);
  expect((await call(revokeApiTokenOperation, { as: someone, params: { id: body.id } })).status).toBe(404);
});

test('tokens of others cannot be seen or ended, and guests have none', async () => {
  const [owner, other] = [await person(), await person()];
  const { body } = await call(createApiTokenOperation, { as: owner, body: { name: 'mine' } });
  expect((await call(revokeApiTokenOperation, { as: other, params: { id: body.id } })).status).toBe(404);
  expect((await call(revokeApiTokenOperation, { as: other, params: { id: 'no-id' } })).status).toBe(404);
  expect(JSON.stringify((await call(listApiTokensOperation, { as: other })).body)).not.toContain('mine');
  expect((await call(createApiTokenOperation, { as: owner, body: { name: '' } })).status).toBe(422);
  for (const operation of [listApiTokensOperation, createApiTokenOperation]) {
    expect((await call(operation, operation.method === 'POST' ? { body: { name: 'x' } } : {})).status).toBe(
      401,
    );
  }
});
