import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Resolver } from '#lib/fetch/addresses.ts';
import { fetchPage } from '#lib/fetch/fetch-page.ts';

// Every way to name a machine that is not of the public web. None of these may be connected to: the server below would
// answer, and the resolver counts who asks.

/** Written as addresses: decimal, octal, hex, short, mapped, with a dot behind, in full-width digits. */
const LITERALS = [
  'http://127.0.0.1/',
  'http://127.0.0.1:80/',
  'https://127.0.0.1/',
  'http://127.1/',
  'http://127.0.1/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0x7f.0.0.1/',
  'http://0177.0.0.1/',
  'http://017700000001/',
  'http://0x7f.1/',
  'http://127.0.0.1./',
  'http://１２７.０.０.１/',
  'http://127。0。0。1/',
  'http://%31%32%37.0.0.1/',
  'http://0.0.0.0/',
  'http://0/',
  'http://10.0.0.1/',
  'http://10.255.255.255/',
  'http://167772161/',
  'http://0xa000001/',
  'http://012.0.0.1/',
  'http://172.16.0.1/',
  'http://172.31.255.254/',
  'http://192.168.0.1/',
  'http://0xc0a80001/',
  'http://3232235521/',
  'http://0300.0250.0.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://2852039166/',
  'http://0xa9fea9fe/',
  'http://0251.0376.0251.0376/',
  'http://169.254.170.2/',
  'http://100.100.100.200/',
  'http://100.64.0.1/',
  'http://168.63.129.16/',
  'http://192.0.0.192/',
  'http://192.0.2.1/',
  'http://198.18.0.1/',
  'http://198.51.100.1/',
  'http://203.0.113.1/',
  'http://224.0.0.1/',
  'http://239.255.255.250/',
  'http://240.0.0.1/',
  'http://255.255.255.255/',
  'http://[::]/',
  'http://[::1]/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://[::ffff:a9fe:a9fe]/',
  'http://[::127.0.0.1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[64:ff9b:1::a00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[2002:a9fe:a9fe::]/',
  'http://[2001:0:4136:e378:8000:63bf:80ff:fffe]/',
  'http://[fe80::1]/',
  'http://[fec0::1]/',
  'http://[fc00::1]/',
  'http://[fd00:ec2::254]/',
  'http://[ff02::1]/',
  'http://[2001:db8::1]/',
  'http://[100::1]/',
  'http://[3fff::1]/',
];

/** What is no address of a page at all, or not one that is followed. */
const OTHERS: [url: string, reason: string][] = [
  ['http://127.0.0.1:22/', 'port'],
  ['http://example.org:6379/', 'port'],
  ['http://user:secret@example.org/', 'credentials'],
  ['http://169.254.169.254@example.org/', 'credentials'],
  ['file:///etc/passwd', 'scheme'],
  ['ftp://example.org/', 'scheme'],
  ['gopher://example.org/', 'scheme'],
  ['data:text/html,<p>x', 'scheme'],
  ['javascript:alert(1)', 'scheme'],
  ['http://', 'not-a-url'],
  ['http://256.256.256.256/', 'not-a-url'],
  ['http://[::1/', 'not-a-url'],
];

/** Names, and what their resolver answers. */
const NAMES: Record<string, string[]> = {
  'localhost.example': ['127.0.0.1'],
  'inside.example': ['10.1.2.3'],
  'lan.example': ['192.168.1.20'],
  'metadata.example': ['169.254.169.254'],
  'v6.example': ['::1'],
  'mapped.example': ['::ffff:127.0.0.1'],
  'unique.example': ['fd12::1'],
  'several.example': ['10.0.0.1', 'fe80::1', '127.0.0.1'],
  'none.example': [],
};

let server: Server;
let port: number;
let connections = 0;

beforeAll(async () => {
  server = createServer((request, answer) => {
    const to = new URL(request.url ?? '', 'http://x').searchParams.get('to');
    // Header values are bytes; addresses in them are mostly UTF-8.
    if (to) answer.writeHead(302, { location: Buffer.from(to).toString('latin1') }).end();
    else answer.writeHead(200, { 'content-type': 'text/html' }).end('<p>Inside');
  });
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const resolver: Resolver = async (host) =>
  (NAMES[host] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

const refusal = (url: string, allow: string[] = []) =>
  fetchPage(url, { allow, resolver, timeoutMs: 2_000 }).then(
    () => 'fetched',
    (error) => error.extra?.reason as string,
  );

test('the table has at least sixty addresses', () => {
  expect(LITERALS.length + OTHERS.length + Object.keys(NAMES).length).toBeGreaterThanOrEqual(60);
});

describe('refused', () => {
  test.each(LITERALS)('%s', async (url) => {
    expect(await refusal(url)).toBe('blocked-address');
  });
  test.each(OTHERS)('%s', async (url, reason) => {
    expect(await refusal(url)).toBe(reason);
  });
  test.each(Object.keys(NAMES))('a name that leads inside: %s', async (host) => {
    expect(await refusal(`http://${host}/`)).toBe('blocked-address');
  });
});

describe('refused as the goal of a redirect', () => {
  test.each([
    ...LITERALS.map((url) => [url, 'blocked-address'] as const),
    ...OTHERS.filter(([url]) => URL.canParse(url)),
    ...Object.keys(NAMES).map((host) => [`https://${host}/`, 'blocked-address'] as const),
  ])('%s', async (to, reason) => {
    const url = `http://127.0.0.1:${port}/?to=${encodeURIComponent(to)}`;
    expect(await refusal(url, [`127.0.0.1:${port}`])).toBe(reason);
  });
});

test('a name that answers differently the second time is asked once, and what was checked is what is connected to', async () => {
  let asked = 0;
  const rebinding: Resolver = async () => {
    asked += 1;
    return [{ address: asked === 1 ? '10.0.0.1' : '127.0.0.1', family: 4 }];
  };
  const before = connections;
  const failure = fetchPage('http://rebinding.example/', {
    allow: [],
    resolver: rebinding,
    timeoutMs: 2_000,
  });
  await expect(failure).rejects.toMatchObject({ extra: { reason: 'blocked-address' } });
  expect(asked).toBe(1);
  expect(connections).toBe(before);
});
