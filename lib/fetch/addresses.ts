import { lookup as systemLookup } from 'node:dns/promises';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/**
 * Where a page of the public web cannot be: IANA's special-purpose registries for IPv4 and IPv6 (RFC 6890 and its
 * successors), multicast, and the addresses under which clouds answer their own machines.
 */
const BLOCKED: readonly (readonly [block: string, what: string])[] = [
  ['0.0.0.0/8', 'this network'],
  ['10.0.0.0/8', 'private'],
  ['100.64.0.0/10', 'shared by a carrier; metadata of some clouds'],
  ['127.0.0.0/8', 'loopback'],
  ['168.63.129.16/32', 'metadata of a cloud'],
  ['169.254.0.0/16', 'link-local; metadata of most clouds'],
  ['172.16.0.0/12', 'private'],
  ['192.0.0.0/24', 'protocol assignments; metadata of a cloud'],
  ['192.0.2.0/24', 'documentation'],
  ['192.31.196.0/24', 'AS112'],
  ['192.52.193.0/24', 'multicast tunnels'],
  ['192.88.99.0/24', '6to4 relays'],
  ['192.168.0.0/16', 'private'],
  ['192.175.48.0/24', 'AS112'],
  ['198.18.0.0/15', 'benchmarks'],
  ['198.51.100.0/24', 'documentation'],
  ['203.0.113.0/24', 'documentation'],
  ['224.0.0.0/4', 'multicast'],
  ['240.0.0.0/4', 'reserved; broadcast'],
  // Global unicast is 2000::/3. Around it lie loopback, the mapped and translated forms of IPv4 (::ffff:0:0/96,
  // 64:ff9b::/96), discard-only, unique local (fc00::/7), link-local (fe80::/10) and multicast (ff00::/8).
  ['::/3', 'below global unicast: loopback, mapped IPv4, NAT64, discard'],
  ['4000::/2', 'not assigned'],
  ['8000::/1', 'above global unicast: unique local, link-local, site-local, multicast'],
  ['2001::/23', 'protocol assignments: Teredo, benchmarks, ORCHID'],
  ['2001:db8::/32', 'documentation'],
  ['2002::/16', '6to4'],
  ['2620:4f:8000::/48', 'AS112'],
  ['3fff::/20', 'documentation'],
];

// Two lists: one list would hold an IPv4 address to be inside of ::/3, by its mapped form.
const blocked = { 4: new BlockList(), 6: new BlockList() };
for (const [block] of BLOCKED) {
  const [network = '', bits] = block.split('/');
  const family = isIP(network) === 4 ? 4 : 6;
  blocked[family].addSubnet(network, Number(bits), `ipv${family}`);
}

/** Whether a page of the public web may stand at this IP address. False for what is no IP address. */
export function isPublicAddress(address: string): boolean {
  const [plain = ''] = address.split('%');
  const family = isIP(plain);
  if (family !== 4 && family !== 6) return false;
  return !blocked[family].check(plain, `ipv${family}`);
}

export class BlockedAddressError extends Error {
  override name = 'BlockedAddressError';
  readonly code = 'OBELUS_BLOCKED_ADDRESS';
}

/** All addresses of a host name. */
export type Resolver = (host: string) => Promise<{ address: string; family: number }[]>;

export const systemResolver: Resolver = (host) => systemLookup(host, { all: true, verbatim: true });

/**
 * The `lookup` of a connection that hands on public addresses only. The addresses that are checked are those that
 * are connected to: a name that answers differently the next time gains nothing.
 */
export function publicLookup(resolver: Resolver): LookupFunction {
  return (host, options, callback) => {
    resolver(host).then(
      (found) => {
        const open = found.filter(({ address }) => isPublicAddress(address));
        const [first] = open;
        if (!first) callback(new BlockedAddressError(`${host} has no public address`), '', 0);
        else if (options.all) callback(null, open);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
}

/** The same without the check, for hosts that the configuration allows. */
export function anyLookup(resolver: Resolver): LookupFunction {
  return (host, options, callback) => {
    resolver(host).then(
      (found) => {
        if (options.all) callback(null, found);
        else callback(null, found[0]?.address ?? '', found[0]?.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
}
