import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ConfigurationError, keptSecret, parseEnv } from '#lib/env/env.ts';

const complaint = (variables: Record<string, string>) => {
  try {
    parseEnv(variables);
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigurationError);
    return (error as Error).message;
  }
};

test('everything has a default, and an empty value is none', () => {
  const settings = parseEnv({ SMTP_URL: '', PORT: ' ' });
  expect(settings).toMatchObject({
    port: 3000,
    host: 'localhost',
    url: 'http://localhost:3000',
    dist: '.next',
    databaseUrl: null,
    smtpUrl: null,
    limits: 'on',
    worker: 'inline',
    fetchAllow: [],
    trustedProxies: [],
    github: null,
    oidc: null,
  });
  expect(path.isAbsolute(settings.data)).toBe(true);
});

test('the public address follows the port and loses its slash', () => {
  expect(parseEnv({ PORT: '4000' }).url).toBe('http://localhost:4000');
  expect(parseEnv({ OBELUS_URL: 'https://obelus.example/' }).url).toBe('https://obelus.example');
});

test.each([
  ['PORT', 'http'],
  ['PORT', '70000'],
  ['OBELUS_URL', 'ftp://obelus.example'],
  ['DATABASE_URL', 'mysql://localhost/x'],
  ['SMTP_URL', 'mail.example.org'],
  ['OBELUS_SECRET', 'short'],
  ['OBELUS_ADMIN_EMAIL', 'nobody'],
  ['OBELUS_ADMIN_PASSWORD', '1234'],
  ['OBELUS_FETCH_ALLOW', 'localhost'],
  ['OBELUS_LIMITS', 'none'],
  ['OBELUS_WORKER', 'yes'],
  ['OBELUS_TRUSTED_PROXIES', '10.0.0.0/8, proxy'],
  ['OBELUS_TRUSTED_PROXIES', '10.0.0.0/33'],
])('a wrong %s (%s) is named', (name, value) => {
  expect(complaint({ [name]: value })).toContain(name);
});

test('all that is wrong is said at once', () => {
  const message = complaint({ PORT: 'x', OBELUS_LIMITS: 'x' });
  expect(message).toContain('PORT');
  expect(message).toContain('OBELUS_LIMITS');
});

test('a provider needs all of its keys', () => {
  expect(complaint({ GITHUB_ID: 'id' })).toContain('GITHUB_SECRET');
  expect(complaint({ OIDC_ISSUER: 'https://login.example' })).toContain('OIDC_CLIENT_ID');
  const settings = parseEnv({
    OIDC_ISSUER: 'https://login.example/',
    OIDC_CLIENT_ID: 'a',
    OIDC_CLIENT_SECRET: 'b',
  });
  expect(settings.oidc).toEqual({
    issuer: 'https://login.example',
    clientId: 'a',
    clientSecret: 'b',
    name: 'OpenID Connect',
  });
});

test('lists are split at commas', () => {
  const settings = parseEnv({
    OBELUS_FETCH_ALLOW: 'localhost:1, [::1]:2,',
    OBELUS_TRUSTED_PROXIES: '::1,10.0.0.0/8',
  });
  expect(settings.fetchAllow).toEqual(['localhost:1', '[::1]:2']);
  expect(settings.trustedProxies).toEqual(['::1', '10.0.0.0/8']);
});

test('the secret of a data folder is made once and closed to others', () => {
  const data = mkdtempSync(path.join(tmpdir(), 'obelus-env-'));
  try {
    const secret = keptSecret(data);
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(keptSecret(data)).toBe(secret);
    expect(readFileSync(path.join(data, 'secret'), 'utf8')).toBe(secret);
    expect(statSync(path.join(data, 'secret')).mode & 0o077).toBe(0);
  } finally {
    rmSync(data, { recursive: true });
  }
});
