import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nextPath } from '#lib/http/auth/next-path.ts';
import { sessionCookie } from '#lib/http/auth/session-cookie.ts';
import { LOCALES } from '#lib/i18n/locale.ts';
import { compose } from '#lib/mail/compose.ts';
import { listOutbox, putIntoOutbox } from '#lib/mail/outbox.ts';
import { MAIL_KINDS } from '#lib/mail/schema.ts';
import { seal, unseal } from '#lib/mail/seal.ts';

const data = mkdtempSync(path.join(tmpdir(), 'obelus-mail-'));

beforeAll(() => {
  Object.assign(process.env, {
    OBELUS_URL: 'https://obelus.example',
    OBELUS_SECRET: 'a secret that only the tests know, long enough',
    OBELUS_DATA: data,
  });
});

afterAll(() => rmSync(data, { recursive: true, force: true }));

test.each(MAIL_KINDS.flatMap((kind) => LOCALES.map((locale) => [kind, locale] as const)))(
  'the mail %s in %s is whole, with its link, and loads nothing',
  (kind, locale) => {
    const order = {
      kind,
      locale,
      to: 'a@example.org',
      sealedPath: seal('/confirm?token=a&b="<'),
      orderedAt: new Date().toISOString(),
    };
    const mail = compose(order);
    expect(mail.subject).toContain('obelus.example');
    expect(mail.text).toContain('https://obelus.example/confirm?token=a&b="<');
    expect(mail.html).toContain('href="https://obelus.example/confirm?token=a&amp;b=&quot;&lt;"');
    expect(mail.html).not.toMatch(/<(img|link|script|style|iframe)|undefined|\{/);
    expect(`${mail.subject}${mail.text}`).not.toMatch(/undefined|[{}]/);
  },
);

test('what is sealed cannot be read, nor changed unseen', () => {
  const sealed = seal('/reset-password?token=secret');
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('secret');
  expect(unseal(sealed)).toBe('/reset-password?token=secret');
  expect(seal('x')).not.toBe(seal('x'));
  const changed = Buffer.from(sealed, 'base64url');
  changed[14] = (changed[14] ?? 0) ^ 1;
  expect(() => unseal(changed.toString('base64url'))).toThrow();
});

test('the outbox shows the newest first and is for its owner alone', async () => {
  expect(await listOutbox()).toEqual([]);
  const mail = (subject: string, at: string) => ({ to: 'a@example.org', subject, text: '', html: '', at });
  await putIntoOutbox('one', mail('older', '2026-01-01T00:00:00.000Z'), Buffer.from('raw'));
  await putIntoOutbox('two', mail('newer', '2026-01-02T00:00:00.000Z'), Buffer.from('raw'));
  await putIntoOutbox('two', mail('newer', '2026-01-02T00:00:00.000Z'), Buffer.from('raw'));
  expect((await listOutbox()).map(({ subject }) => subject)).toEqual(['newer', 'older']);
  expect((await listOutbox(1)).map(({ subject }) => subject)).toEqual(['newer']);
  const folder = path.join(data, 'outbox');
  const modes = [folder, ...readdirSync(folder).map((name) => path.join(folder, name))].map(
    (file) => statSync(file).mode & 0o077,
  );
  expect(new Set(modes)).toEqual(new Set([0]));
});

test('under https the cookie is sent over nothing else', () => {
  expect(sessionCookie('s')).toBe(
    '__Secure-obelus-session=s; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax; Secure',
  );
});

test.each([
  ['/articles/x?y=1#z', '/articles/x?y=1#z'],
  ['https://obelus.example/import', '/import'],
  ['https://evil.example/', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['\\\\evil.example', '/'],
  ['/\n/evil.example', '/'],
  ['/.//evil.example', '/'],
  ['https://obelus.example//evil.example', '/'],
  ['https://obelus.example@evil.example/', '/'],
  ['javascript:alert(1)', '/'],
  ['data:text/html,x', '/'],
  ['/sign-in?next=/sign-in', '/'],
  ['/sign-out', '/'],
  ['/api/auth/csrf', '/'],
  ['/sign-inspired', '/sign-inspired'],
  ['', '/'],
  [undefined, '/'],
  [['/a'], '/'],
  [`/${'a'.repeat(3000)}`, '/'],
])('after the sign-in %j leads to %j', (given, expected) => {
  expect(nextPath(given)).toBe(expected);
});
