import { describe, expect, test } from 'vitest';
import { isPublicAddress, publicLookup } from '#lib/fetch/addresses.ts';

const PUBLIC = [
  '1.1.1.1',
  '9.255.255.255',
  '93.184.215.14',
  '100.63.255.255',
  '100.128.0.1',
  '172.15.255.255',
  '172.32.0.1',
  '192.167.255.255',
  '198.17.255.255',
  '223.255.255.255',
  '2606:2800:21f:cb07:6820:80da:af6b:8b2c',
  '2a00:1450:4001:82a::200e',
  '2001:200::1',
];

const BLOCKED = {
  'this network': ['0.0.0.0', '0.1.2.3'],
  private: ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
  loopback: ['127.0.0.1', '127.255.0.3', '::1'],
  'link-local': ['169.254.1.1', 'fe80::1', 'fe80::1%eth0', 'fec0::1'],
  metadata: ['169.254.169.254', '100.100.100.200', '168.63.129.16', '192.0.0.192', 'fd00:ec2::254'],
  'carrier-grade NAT': ['100.64.0.1', '100.127.255.255'],
  multicast: ['224.0.0.1', '239.255.255.250', 'ff02::1'],
  reserved: ['240.0.0.1', '255.255.255.255', '192.0.0.8', '198.18.0.1', '4000::1', '100::1'],
  documentation: ['192.0.2.1', '198.51.100.7', '203.0.113.9', '2001:db8::1', '3fff::1'],
  'unique local': ['fc00::1', 'fd12:3456:789a::1'],
  'mapped and translated IPv4': [
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:93.184.215.14',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::a00:1',
    '2002:7f00:1::1',
    '2001:0:4136:e378::1',
  ],
  'no address': ['', 'localhost', '1.2.3', '0x7f000001', '1.2.3.4.5', 'g::1'],
};

describe('addresses of the public web', () => {
  test.each(PUBLIC)('%s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe.each(Object.entries(BLOCKED))('not of the public web: %s', (_, addresses) => {
  test.each(addresses)('%j', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('the look-up of a connection', () => {
  const answer = (...addresses: string[]) =>
    publicLookup(async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  const ask = (lookup: ReturnType<typeof answer>, all: boolean) =>
    new Promise<unknown>((resolve) => {
      lookup('host.example', { all }, (error, found) => resolve(error ? error.name : found));
    });

  test('hands on the public ones of several addresses', async () => {
    const mixed = answer('127.0.0.1', '93.184.215.14', 'fd00::1', '2606:2800::1');
    expect(await ask(mixed, false)).toBe('93.184.215.14');
    expect(await ask(mixed, true)).toEqual([
      { address: '93.184.215.14', family: 4 },
      { address: '2606:2800::1', family: 6 },
    ]);
  });

  test('fails where no address is public', async () => {
    expect(await ask(answer('10.0.0.1', '::1'), true)).toBe('BlockedAddressError');
    expect(await ask(answer('10.0.0.1', '::1'), false)).toBe('BlockedAddressError');
    expect(await ask(answer(), true)).toBe('BlockedAddressError');
  });
});
