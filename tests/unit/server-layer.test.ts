import { describe, expect, test } from 'vitest';
import { addressMatcher, settleAddress } from '#lib/http/client-address.ts';
import { contentSecurityPolicy } from '#lib/http/csp.ts';

describe('the content policy', () => {
  const policy = contentSecurityPolicy({ nonce: 'abc=', formTargets: ['https://github.com'] });
  const sources = (name: string) =>
    policy
      .split('; ')
      .find((directive) => directive.startsWith(`${name} `))
      ?.slice(name.length + 1)
      .split(' ');

  test('trusts scripts by their nonce alone', () => {
    expect(sources('script-src')).toEqual(["'self'", "'nonce-abc='", "'strict-dynamic'"]);
    expect(policy).not.toContain('unsafe');
  });

  test('lets nothing in from elsewhere, and nobody frame us', () => {
    for (const name of ['default-src', 'connect-src', 'font-src']) expect(sources(name)).toEqual(["'self'"]);
    for (const name of ['object-src', 'base-uri', 'frame-ancestors'])
      expect(sources(name)).toEqual(["'none'"]);
  });

  test('lets a form lead to the providers that are set up', () => {
    expect(sources('form-action')).toEqual(["'self'", 'https://github.com']);
  });

  test('of a page that is kept names inline scripts by their hashes, and trusts nothing that they load', () => {
    const kept = contentSecurityPolicy({ hashes: ["'sha256-abc='"] });
    expect(kept).toContain("script-src 'self' 'sha256-abc='; style-src 'self'; ");
  });

  test('opens what the development server needs, and only there', () => {
    const open = contentSecurityPolicy({ nonce: 'abc', dev: true });
    expect(open).toContain("'unsafe-eval'");
    expect(open).toContain("style-src 'self' 'unsafe-inline'");
  });
});

describe("the client's address", () => {
  const proxies = addressMatcher(['10.0.0.0/8', '::1']);
  const settled = (peer: string, headers: Record<string, string> = {}) => {
    const changed: Record<string, string | undefined> = { ...headers };
    settleAddress(changed, peer, proxies);
    return changed;
  };

  test.each([
    ['a stranger is who they are', '203.0.113.9', undefined, '203.0.113.9'],
    ['a stranger cannot pretend', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['a proxy is believed', '10.1.2.3', '198.51.100.1', '198.51.100.1'],
    ['over IPv6 too', '::ffff:10.1.2.3', '198.51.100.1', '198.51.100.1'],
    ['the last that is no proxy counts', '10.1.2.3', '1.1.1.1, 198.51.100.1, 10.9.9.9', '198.51.100.1'],
    ['nonsense is passed over', '::1', 'unknown, 198.51.100.1', '198.51.100.1'],
    ['a proxy that says nothing is the client', '::1', undefined, '::1'],
  ])('%s', (_, peer, forwarded, expected) => {
    const headers = settled(peer, forwarded ? { 'x-forwarded-for': forwarded } : {});
    expect(headers['x-obelus-address']).toBe(expected);
  });

  test('headers that only we or a proxy may set are taken off', () => {
    const sent = {
      'x-obelus-address': '1.1.1.1',
      'x-nonce': 'x',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-middleware-subrequest': 'middleware',
    };
    expect(settled('203.0.113.9', sent)).toEqual({ 'x-obelus-address': '203.0.113.9' });
    expect(settled('10.0.0.1', sent)).toEqual({
      'x-obelus-address': '10.0.0.1',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
    });
  });
});
