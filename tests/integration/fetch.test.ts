import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { beforeAll, describe, expect, test } from 'vitest';
import { Problem } from '#lib/errors/problem.ts';
import { type FetchOptions, fetchPage } from '#lib/fetch/fetch-page.ts';
import { origin, PAGE, playOddSite, seen } from '#tests/setup/odd-site.ts';

playOddSite();

let options: FetchOptions;
beforeAll(() => {
  options = { allow: [new URL(origin).host] };
});

/** What it was refused for: code and reason. */
async function refusal(url: string, more: FetchOptions = {}): Promise<string> {
  const failure = await fetchPage(url, { ...options, ...more }).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(failure instanceof Problem)) throw new Error(`Not refused: ${url}`, { cause: failure });
  expect(failure.message).toMatch(/^\S.+\.$/);
  return `${failure.code} ${failure.extra.reason}`;
}

test('a page, with where and when', async () => {
  const before = Date.now();
  const page = await fetchPage(`${origin}/page#part`, options);
  expect(page).toMatchObject({
    url: `${origin}/page`,
    status: 200,
    contentType: 'text/html',
    charset: 'utf-8',
    text: PAGE,
    redirects: [],
  });
  expect(Buffer.from(page.bytes).toString()).toBe(PAGE);
  expect(page.fetchedAt.getTime()).toBeGreaterThanOrEqual(before);
});

test('says who asks, and brings no cookies', async () => {
  seen.length = 0;
  await fetchPage(`${origin}/page`, { ...options, lang: 'de' });
  expect(seen[0]?.headers['user-agent']).toBe('Obelus (+http://localhost:3000)');
  expect(seen[0]?.headers['accept-language']).toMatch(/^de, /);
  expect(seen[0]?.headers.cookie).toBeUndefined();
});

describe('encodings', () => {
  test.each(['/gzip', '/br', '/deflate', '/raw-deflate', '/both'])('%s is unpacked', async (path) => {
    expect((await fetchPage(origin + path, options)).text).toBe(PAGE);
  });

  test('the charset of the header is honoured', async () => {
    const page = await fetchPage(`${origin}/latin1`, options);
    expect(page).toMatchObject({ text: '<p>Köln', charset: 'windows-1252' });
  });

  test('what is packed in an unknown way, or badly', async () => {
    expect(await refusal(`${origin}/unknown-encoding`)).toBe('fetch-failed broken');
    expect(await refusal(`${origin}/broken-gzip`)).toBe('fetch-failed broken');
  });
});

describe('a page that sends on by itself', () => {
  test('is followed, and cannot be asked about later', async () => {
    const page = await fetchPage(`${origin}/moved-page`, options);
    expect(page).toMatchObject({
      url: `${origin}/page`,
      text: PAGE,
      redirects: [`${origin}/moved-page`],
      etag: null,
    });
  });

  test('is followed once', async () => {
    const page = await fetchPage(`${origin}/moved-twice`, options);
    expect(page).toMatchObject({ url: `${origin}/moved-page`, redirects: [`${origin}/moved-twice`] });
  });

  test('leads nowhere that an address could not', async () => {
    expect(await refusal(`${origin}/moved-inside`)).toBe('bad-url blocked-address');
    expect(await refusal(`${origin}/moved-away`)).toBe('fetch-failed http-410');
  });
});

describe('redirects', () => {
  test('are followed, relative ones too', async () => {
    const page = await fetchPage(`${origin}/relative`, options);
    expect(page).toMatchObject({
      url: `${origin}/page?from=relative`,
      text: PAGE,
      redirects: [`${origin}/relative`],
    });
  });

  test('five, and not six', async () => {
    expect((await fetchPage(`${origin}/steps/5`, options)).redirects).toHaveLength(5);
    expect(await refusal(`${origin}/steps/6`)).toBe('fetch-failed redirects');
    expect(await refusal(`${origin}/loop`)).toBe('fetch-failed redirects');
    expect(await refusal(`${origin}/nowhere`)).toBe('fetch-failed redirects');
  });

  test('are checked like the first address', async () => {
    expect(await refusal(`${origin}/to-file`)).toBe('bad-url scheme');
    expect(await refusal(`${origin}/to-metadata`)).toBe('bad-url blocked-address');
    const resolver = async () => [{ address: '10.1.2.3', family: 4 }];
    expect(await refusal(`${origin}/to-private-name`, { resolver })).toBe('bad-url blocked-address');
  });
});

describe('addresses that are not fetched', () => {
  test.each([
    ['', 'not-a-url'],
    ['example.org', 'not-a-url'],
    ['http://', 'not-a-url'],
    [`http://example.org/${'x'.repeat(3000)}`, 'not-a-url'],
    ['ftp://example.org/', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['data:text/html,x', 'scheme'],
    ['http://user@example.org/', 'credentials'],
    ['http://user:secret@example.org/', 'credentials'],
    ['http://example.org:8080/', 'port'],
    ['https://example.org:22/', 'port'],
    ['http://127.0.0.1/', 'blocked-address'],
    ['http://2130706433/', 'blocked-address'],
    ['http://0x7f.1/', 'blocked-address'],
    ['http://0177.0.0.1/', 'blocked-address'],
    ['http://127.1/', 'blocked-address'],
    ['http://１２７.0.0.1/', 'blocked-address'],
    ['http://127.0.0.1./', 'blocked-address'],
    ['http://[::1]/', 'blocked-address'],
    ['http://[::ffff:127.0.0.1]/', 'blocked-address'],
    ['http://[64:ff9b::7f00:1]/', 'blocked-address'],
    ['http://169.254.169.254/latest/meta-data/', 'blocked-address'],
    ['https://192.168.0.1/', 'blocked-address'],
    ['http://localhost/', 'blocked-address'],
  ])('%s', async (url, reason) => {
    expect(await refusal(url)).toBe(`bad-url ${reason}`);
  });

  test('a host is allowed by its name and port, and only so', async () => {
    const { port } = new URL(origin);
    const resolver = async () => [{ address: '127.0.0.1', family: 4 }];
    const named = `http://site.example:${port}/page`;
    expect((await fetchPage(named, { resolver, allow: [`site.example:${port}`] })).text).toBe(PAGE);
    expect(await refusal(named, { resolver, allow: ['site.example:1'] })).toBe('bad-url port');
    expect(await refusal(`${origin}/page`, { allow: [] })).toBe('bad-url port');
  });

  test('the address of a name is looked up once: the one that is checked is the one that is used', async () => {
    let asked = 0;
    const resolver = async () => [{ address: asked++ === 0 ? '10.0.0.1' : '93.184.215.14', family: 4 }];
    expect(await refusal('http://rebinding.example/', { resolver })).toBe('bad-url blocked-address');
    expect(asked).toBe(1);
  });
});

describe('bad answers', () => {
  test('statuses', async () => {
    expect(await refusal(`${origin}/missing`)).toBe('fetch-failed http-404');
    expect(await refusal(`${origin}/gone`)).toBe('fetch-failed http-410');
    expect(await refusal(`${origin}/broken-server`)).toBe('fetch-failed http-503');
  });

  test('other things than text', async () => {
    expect(await refusal(`${origin}/picture`)).toBe('fetch-failed not-html');
    expect(await refusal(`${origin}/untyped-binary`)).toBe('fetch-failed not-html');
    expect((await fetchPage(`${origin}/plain`, options)).contentType).toBe('text/plain');
    expect((await fetchPage(`${origin}/untyped`, options)).contentType).toBe('text/html');
    expect(await refusal(`${origin}/page`, { types: ['application/pdf'] })).toBe('fetch-failed not-html');
  });

  test('too large: as promised, as it comes, and unpacked', async () => {
    expect(await refusal(`${origin}/promised-too-large`)).toBe('fetch-failed too-large');
    expect(await refusal(`${origin}/endless`)).toBe('fetch-failed too-large');
    expect(await refusal(`${origin}/gzip-bomb`)).toBe('fetch-failed too-large');
    expect(await refusal(`${origin}/br-bomb`)).toBe('fetch-failed too-large');
    expect(await refusal(`${origin}/page`, { maxBytes: PAGE.length - 1 })).toBe('fetch-failed too-large');
    expect((await fetchPage(`${origin}/page`, { ...options, maxBytes: PAGE.length })).text).toBe(PAGE);
  });

  test('too slow: no answer, an answer without end, a name that is never found', async () => {
    expect(await refusal(`${origin}/silent`, { timeoutMs: 150 })).toBe('fetch-failed timeout');
    expect(await refusal(`${origin}/dripping`, { timeoutMs: 150 })).toBe('fetch-failed timeout');
    const resolver = () => new Promise<never>(() => {});
    expect(await refusal('http://slow.example/', { timeoutMs: 150, resolver })).toBe('fetch-failed timeout');
  });

  test('cut off', async () => {
    expect(await refusal(`${origin}/cut-off`)).toBe('fetch-failed broken');
  });

  test('no such host', async () => {
    const resolver = () => Promise.reject(Object.assign(new Error('no such host'), { code: 'ENOTFOUND' }));
    expect(await refusal('http://nowhere.example/', { resolver })).toBe('fetch-failed dns');
  });

  test('nobody listens', async () => {
    const free = createTcpServer();
    await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve));
    const { port } = free.address() as AddressInfo;
    await new Promise((resolve) => free.close(resolve));
    const allow = [`127.0.0.1:${port}`];
    expect(await refusal(`http://127.0.0.1:${port}/`, { allow })).toBe('fetch-failed refused');
  });

  test('no secure connection', async () => {
    expect(await refusal(`${origin.replace('http:', 'https:')}/page`)).toBe('fetch-failed tls');
  });
});
