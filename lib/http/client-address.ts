import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';

/** Headers by which a client could pretend to be our proxy, our server or Next's own inside. */
const FORWARDED = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'forwarded',
  'x-real-ip',
];
const OURS = [
  'x-obelus-address',
  'x-nonce',
  'x-middleware-subrequest',
  'content-security-policy-report-only',
];

/** Whether an address is one of the given addresses or lies in one of the given blocks. */
export function addressMatcher(entries: readonly string[]): (address: string) => boolean {
  const blocks = new BlockList();
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) blocks.addAddress(address, family);
    else blocks.addSubnet(address, Number(bits), family);
  }
  return (address) => isIP(address) !== 0 && blocks.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** An IPv4 address that came in over an IPv6 socket, as IPv4. */
const plain = (address: string) => address.trim().replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');

/**
 * Removes what the client must not say, and puts the address that the app may believe into `x-obelus-address`: the
 * peer's own, or, when the peer is a trusted proxy, the last one in X-Forwarded-For that is none.
 * Changes `headers` in place.
 */
export function settleAddress(
  headers: IncomingHttpHeaders,
  peer: string | undefined,
  isTrusted: (address: string) => boolean,
): void {
  const direct = plain(peer ?? '');
  const forwarded = isTrusted(direct)
    ? String(headers['x-forwarded-for'] ?? '')
        .split(',')
        .map(plain)
    : [];
  if (!isTrusted(direct)) for (const name of FORWARDED) delete headers[name];
  for (const name of OURS) delete headers[name];
  const client = forwarded
    .filter((address) => isIP(address) !== 0)
    .findLast((address) => !isTrusted(address));
  headers['x-obelus-address'] = client ?? (direct || 'unknown');
}
