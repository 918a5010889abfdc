import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { jobHandlers } from '#lib/flows/job-handlers.ts';
import { getUserOperation, signUpOperation } from '#lib/http/contract/users.ts';
import { startWorker } from '#lib/jobs/worker.ts';
import { BrowserSession } from '#tests/factories/browser-session.ts';
import { call } from '#tests/setup/api.ts';

const PASSWORD = 'a long enough password';

const received: { to: string; raw: string }[] = [];
let refuse = 0;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, session, done) {
    let raw = '';
    stream.on('data', (chunk) => {
      raw += chunk;
    });
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map(({ address }) => address).join();
      if (refuse > 0) {
        refuse -= 1;
        return done(new Error('come back later'));
      }
      received.push({ to, raw });
      done();
    });
  },
});

let worker: Awaited<ReturnType<typeof startWorker>>;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  process.env.OBELUS_MAIL_FROM = 'The Obelus <post@example.org>';
  worker = await startWorker(jobHandlers);
});

afterAll(async () => {
  await worker.stop();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

const signUp = (body: object) =>
  call(signUpOperation, { body: { password: PASSWORD, name: 'New Person', ...body } });

/** The newest mail to somebody, once it has come. */
async function mailTo(address: string, nth = 1): Promise<string> {
  return expect
    .poll(() => received.filter(({ to }) => to === address)[nth - 1]?.raw, { timeout: 10_000 })
    .toBeDefined()
    .then(() => plain(received.filter(({ to }) => to === address)[nth - 1]?.raw ?? ''));
}

/** Quoted-printable undone, as far as links need it. */
const plain = (raw: string) => raw.replaceAll('=\r\n', '').replaceAll('=3D', '=');

const tokenIn = (mail: string) => /\/confirm\?token=([\w-]+)/.exec(mail)?.[1] ?? '';

test('where mail can be sent, no account is made before its address is proven', async () => {
  const answer = await signUp({ email: 'new@example.org', handle: 'newcomer' });
  expect([answer.status, answer.body]).toEqual([202, null]);
  expect(await db().user.count()).toBe(0);
  expect((await call(getUserOperation, { params: { handle: 'newcomer' } })).status).toBe(404);
  expect(
    (await new BrowserSession().signIn('credentials', { email: 'new@example.org', password: PASSWORD }))
      .status,
  ).toBe(401);
  const mail = await mailTo('new@example.org');
  expect(mail).toContain('From: The Obelus <post@example.org>');
  const token = tokenIn(mail);
  const wrong = await new BrowserSession().signIn('confirmation', { token, password: 'somebody else’s' });
  expect([wrong.status, (await wrong.json()).code]).toEqual([401, 'wrong-credentials']);
  const browser = new BrowserSession();
  expect((await browser.signIn('confirmation', { token, password: PASSWORD })).status).toBe(200);
  expect(browser.secret).toBeDefined();
  const user = await db().user.findUniqueOrThrow({ where: { email: 'new@example.org' } });
  expect(user).toMatchObject({ handle: 'newcomer', name: 'New Person' });
  expect(user.emailConfirmedAt).not.toBeNull();
  const again = await new BrowserSession().signIn('confirmation', { token, password: PASSWORD });
  expect([again.status, (await again.json()).code]).toEqual([422, 'token-invalid']);
});

test('a known address is answered like a new one; its owner is told by mail', async () => {
  const fresh = await signUp({ email: 'fresh@example.org' });
  const known = await signUp({ email: 'new@example.org' });
  expect([known.status, known.body, [...known.headers]]).toEqual([
    fresh.status,
    fresh.body,
    [...fresh.headers],
  ]);
  const mail = await mailTo('new@example.org', 2);
  expect(mail).toContain('Subject: You have an account at localhost:3000 already');
  expect(mail).not.toContain('token=');
});

test('a taken handle is named whether the address is known or not', async () => {
  for (const email of ['new@example.org', 'other@example.org']) {
    expect((await signUp({ email, handle: 'newcomer' })).body.code).toBe('handle-taken');
  }
});

test('a handle that went to somebody else meanwhile does not stop the confirmation', async () => {
  await signUp({ email: 'first@example.org', handle: 'wanted' });
  await signUp({ email: 'second@example.org', handle: 'wanted' });
  for (const email of ['first@example.org', 'second@example.org']) {
    const token = tokenIn(await mailTo(email));
    expect((await new BrowserSession().signIn('confirmation', { token, password: PASSWORD })).status).toBe(
      200,
    );
  }
  expect((await db().user.findUniqueOrThrow({ where: { email: 'second@example.org' } })).handle).toBe(
    'new-person',
  );
});

test('a mail that the server refuses is queued for another try', async () => {
  refuse = 1;
  await signUp({ email: 'patience@example.org' });
  const state = () => db().$queryRaw<{ state: string; soon: boolean }[]>`
    SELECT state::text, start_after > now() + interval '10 seconds' AS soon FROM pgboss.job
    WHERE data->>'to' = 'patience@example.org'`;
  await expect.poll(async () => (await state())[0]?.state, { timeout: 10_000 }).toBe('retry');
  expect((await state())[0]?.soon).toBe(true);
  await db()
    .$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE data->>'to' = 'patience@example.org'`;
  expect(await mailTo('patience@example.org')).toContain('Confirm your address');
});
