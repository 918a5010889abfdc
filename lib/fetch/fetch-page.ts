import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { env } from '#lib/env/env.ts';
import { Problem } from '#lib/errors/problem.ts';
import { anyLookup, publicLookup, type Resolver, systemResolver } from './addresses.ts';
import { ENCODINGS, readBody } from './body.ts';
import { decodeText } from './charset.ts';
import { checkedUrl, isAllowed } from './checked-url.ts';
import { brokenAnswer, connectionProblem, fetchFailed } from './failures.ts';
import { refreshTarget } from './meta-refresh.ts';

/** A file of the web as it was when it was fetched. */
interface FetchedFile {
  /** Where it stood after all redirects, without a fragment. */
  url: string;
  status: number;
  /** In lower case, without parameters. */
  contentType: string;
  bytes: Uint8Array;
  /** The addresses that led to another one, in their order. */
  redirects: string[];
  /** By these the server can be asked later whether the page is still the same. */
  etag: string | null;
  lastModified: string | null;
  fetchedAt: Date;
}

/** A page, with its bytes as text. */
export interface FetchedPage extends FetchedFile {
  charset: string;
  text: string;
}

export interface FetchOptions {
  /** Hosts (`host:port`) that may be private and on any port. Default: OBELUS_FETCH_ALLOW. */
  allow?: readonly string[];
  /** For the whole of it: names, redirects, body. */
  timeoutMs?: number;
  /** Decoded. */
  maxBytes?: number;
  types?: readonly string[];
  /** Besides those of success: what comes with them is handed on like a page. */
  statuses?: readonly number[];
  /** For Accept-Language. */
  lang?: string;
  resolver?: Resolver;
}

export const PAGE_TYPES: readonly string[] = [
  'text/html',
  'application/xhtml+xml',
  'text/plain',
  'text/markdown',
  'text/x-markdown',
];

const REDIRECTS_MAX = 5;
const TIMEOUT_MS = 10_000;
const MAX_BYTES = 10 * 1024 * 1024;

/**
 * Fetches a page of the public web for somebody. Only http and https, on their own ports; the address of every hop is
 * checked as it is connected to; redirects, time and size are bounded. Throws the problems `bad-url` and
 * `fetch-failed`, which carry a `reason`.
 */
export async function fetchPage(url: string, options: FetchOptions = {}): Promise<FetchedPage> {
  const page = await fetchIfChanged(url, {}, options);
  return page ?? unasked(url);
}

/** The same for what is no text: nothing is decoded. */
export async function fetchFile(url: string, options: FetchOptions & { types: readonly string[] }) {
  return (await inTime(options, (signal) => follow(url, {}, options, signal)))?.file ?? unasked(url);
}

/** A server that was not asked whether anything changed has no such answer to give. */
function unasked(url: string): never {
  throw brokenAnswer(new URL(url).host, new Error('304 without a question'));
}

const allowedBy = ({ allow = env().fetchAllow }: FetchOptions) => allow;

/** What a server said of a page when it was fetched. */
interface Validators {
  etag?: string | null;
  lastModified?: string | null;
}

/**
 * The same, asking for the page only if it is another one than `seen`: null when it is not (RFC 9110, 13). A page that
 * sends on by itself (meta refresh) is followed once, under the same rules and in the same time.
 */
export async function fetchIfChanged(
  url: string,
  seen: Validators,
  options: FetchOptions = {},
): Promise<FetchedPage | null> {
  return inTime(options, async (signal) => {
    const received = await follow(url, seen, options, signal);
    const page = received && decoded(received);
    const target = page && refreshTarget(page);
    if (!target) return page;
    // What it leads to is taken as it is, wherever that would send on. Neither page's server can be asked about both.
    const next = (await follow(target, {}, options, signal)) ?? unasked(target);
    return { ...decoded(next, [...page.redirects, page.url]), etag: null, lastModified: null };
  });
}

function decoded({ file, declared }: Received, before: readonly string[] = []): FetchedPage {
  const redirects = [...before, ...file.redirects];
  return { ...file, redirects, ...decodeText(file.bytes, declared, file.contentType) };
}

async function inTime<T>(options: FetchOptions, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), timeoutMs);
  const expired = new Promise<never>((_, reject) => {
    deadline.signal.addEventListener('abort', () => {
      reject(fetchFailed('timeout', `The page did not arrive within ${timeoutMs / 1000} seconds.`));
    });
  });
  try {
    // The look-up of a name cannot be cancelled: it is left behind.
    return await Promise.race([work(deadline.signal), expired]);
  } finally {
    clearTimeout(timer);
    deadline.abort();
  }
}

async function follow(
  start: string,
  seen: Validators,
  options: FetchOptions,
  signal: AbortSignal,
): Promise<Received | null> {
  const redirects: string[] = [];
  let url = checkedUrl(start, allowedBy(options));
  for (;;) {
    const response = await request(url, seen, options, signal);
    try {
      if (response.statusCode === 304 && (seen.etag || seen.lastModified)) return null;
      const next = redirectTarget(response, url);
      if (next === null) return await receive(response, url, redirects, options);
      redirects.push(url.href);
      if (redirects.length > REDIRECTS_MAX) {
        throw fetchFailed('redirects', `The address leads on and on: more than ${REDIRECTS_MAX} redirects.`);
      }
      url = checkedUrl(next, allowedBy(options));
    } catch (error) {
      throw error instanceof Problem ? error : brokenAnswer(url.host, error);
    } finally {
      response.destroy();
    }
  }
}

function request(
  url: URL,
  seen: Validators,
  options: FetchOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const resolver = options.resolver ?? systemResolver;
  const lookup = isAllowed(url, allowedBy(options)) ? anyLookup(resolver) : publicLookup(resolver);
  const { get } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const sent = get(url, {
      // A connection of its own: a kept one could have been opened under another rule.
      agent: false,
      lookup,
      signal,
      headers: {
        'user-agent': `Obelus (+${env().url})`,
        accept: [...(options.types ?? PAGE_TYPES), '*/*;q=0.1'].join(', '),
        'accept-encoding': ENCODINGS,
        ...(seen.etag ? { 'if-none-match': seen.etag } : {}),
        ...(seen.lastModified ? { 'if-modified-since': seen.lastModified } : {}),
        'accept-language': options.lang ? `${options.lang}, en;q=0.5, *;q=0.1` : 'en, *;q=0.5',
      },
    });
    sent.once('response', resolve);
    // It stays: an error after the answer began must not go unheard.
    sent.on('error', (error) => reject(connectionProblem(error, url.host)));
  });
}

function redirectTarget(response: IncomingMessage, from: URL): string | null {
  if (![301, 302, 303, 307, 308].includes(response.statusCode ?? 0)) return null;
  // Headers arrive as Latin-1; addresses in them are mostly UTF-8.
  const location = Buffer.from(response.headers.location ?? '', 'latin1').toString('utf8');
  if (!location || !URL.canParse(location, from.href)) {
    throw fetchFailed('redirects', `${from.host} sends elsewhere without saying where.`);
  }
  return new URL(location, from).href;
}

interface Received {
  file: FetchedFile;
  /** The charset of the Content-Type header. */
  declared: string | null;
}

async function receive(
  response: IncomingMessage,
  url: URL,
  redirects: string[],
  options: FetchOptions,
): Promise<Received> {
  const status = response.statusCode ?? 0;
  const isGood = status >= 200 && status <= 299;
  if (!isGood && !options.statuses?.includes(status)) throw badStatus(status, url);
  const header = response.headers['content-type'] ?? '';
  const named = header.split(';')[0]?.trim().toLowerCase() ?? '';
  const types = options.types ?? PAGE_TYPES;
  if (named && !types.includes(named)) throw isGood ? wrongType(named) : badStatus(status, url);
  const bytes = await readBody(response, options.maxBytes ?? MAX_BYTES);
  const contentType = named || guessedType(bytes);
  if (!types.includes(contentType)) throw isGood ? wrongType(contentType) : badStatus(status, url);
  const declared = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(header)?.[1] ?? null;
  const { etag = null, 'last-modified': lastModified = null } = response.headers;
  const file: FetchedFile = {
    ...{ url: url.href, status, contentType, bytes, redirects },
    ...{ etag: storable(etag), lastModified: storable(lastModified), fetchedAt: new Date() },
  };
  return { file, declared };
}

/** What is told of a page that came with a status that is none of success. */
export function badStatus(status: number, url: URL): Problem {
  const saying: Record<number, string> = {
    401: 'asks for a sign-in',
    402: 'asks for payment',
    403: 'does not let this page be fetched',
    404: 'has no such page',
    410: 'has taken this page away',
    429: 'wants fewer requests: try again later',
    451: 'may not show this page',
  };
  const words = saying[status] ?? (status >= 500 ? 'has a fault of its own' : 'did not hand out the page');
  return fetchFailed(`http-${status}`, `${url.host} ${words} (status ${status}).`);
}

function wrongType(type: string): Problem {
  return fetchFailed('not-html', `There is no page of text at this address, but ${type.slice(0, 80)}.`);
}

/** A line that can be kept and sent back as it came; a server that sends another one is not asked by it. */
function storable(header: string | null): string | null {
  return header !== null && /^[\x20-\x7e]{1,500}$/.test(header) ? header : null;
}

/** For answers that do not say what they are. */
function guessedType(bytes: Buffer): string {
  const head = bytes.subarray(0, 1024);
  if (head.includes(0)) return 'application/octet-stream';
  return /^(\xef\xbb\xbf)?\s*</.test(head.toString('latin1')) ? 'text/html' : 'text/plain';
}
