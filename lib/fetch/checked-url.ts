import { isIP } from 'node:net';
import { isPublicAddress } from './addresses.ts';
import { badUrl, blockedAddress } from './failures.ts';

const URL_MAX = 2_048;

/**
 * What can be told from an address alone, before anything is connected to. URL has turned all ways to write an IPv4
 * address into one. Throws the problem `bad-url`, which carries a `reason`.
 *
 * @param allow hosts (`host:port`) that may be private and on any port
 */
export function checkedUrl(address: string, allow: readonly string[]): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || url.href.length > URL_MAX) throw badUrl('not-a-url', 'This is not an address of a web page.');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw badUrl('scheme', 'Only addresses that begin with http:// or https:// are fetched.');
  }
  if (url.username || url.password) {
    throw badUrl('credentials', 'The address holds a user name or a password. Take it out.');
  }
  url.hash = '';
  if (isAllowed(url, allow)) return url;
  if (!['', '80', '443'].includes(url.port)) {
    throw badUrl('port', `Port ${url.port} is not one of the web's: only 80 and 443 are fetched from.`);
  }
  // A connection to a bare IP address looks nothing up.
  const host = bareHost(url);
  if (isIP(host) && !isPublicAddress(host)) throw blockedAddress(host);
  return url;
}

const bareHost = (url: URL) => url.hostname.replace(/^\[|\]$/g, '');

/** Whether the configuration lets this host be private. */
export function isAllowed(url: URL, allow: readonly string[]): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return allow.some((entry) => entry.toLowerCase() === `${url.hostname}:${port}`);
}
