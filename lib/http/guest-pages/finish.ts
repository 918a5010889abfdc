import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { contentSecurityPolicy } from '../csp.ts';
import type { Subject } from './drop.ts';
import type { Captured } from './in-memory.ts';
import type { GuestKey } from './key.ts';
import { articleIn, strip, stripLinks } from './strip.ts';

/** One page, ready to be sent. */
export interface FinishedPage {
  kind: 'finished';
  subject: Subject;
  bytes: number;
  etag: string;
  /** Of an answer in any case: names and values in turn, as `writeHead` takes them without looking. */
  headers: string[];
  /** Only compressed it is kept; the few who take nothing compressed get it unpacked. */
  gzip: Body;
  brotli: Body;
}

export interface Body {
  bytes: Buffer;
  headers: string[];
}

/** An answer that is no page to keep: not found, moved, broken. */
interface PassingAnswer {
  kind: 'passing';
  subject: null;
  bytes: 0;
  answer: Captured;
}

export type Answer = FinishedPage | PassingAnswer;

export interface FinishOptions {
  /** Where the page's script is. */
  scriptUrl: string;
  /** Of every answer of this server. */
  fixedHeaders: readonly (readonly [name: string, value: string])[];
  formTargets: readonly string[];
}

/** About as good as the slowest in a hundredth of the time: a page is compressed anew whenever something on it changes. */
const QUALITY = 6;

/** What keeping a page takes besides its bytes. */
const OVERHEAD = 2_048;

const passing = (answer: Captured): PassingAnswer => ({ kind: 'passing', subject: null, bytes: 0, answer });

/** Makes the page that is kept of what Next answered. */
export async function finish(key: GuestKey, captured: Captured, options: FinishOptions): Promise<Answer> {
  const { status, headers, body } = captured;
  if (status !== 200 || !headers['content-type']?.startsWith('text/html')) return passing(captured);
  const stripped = strip(body.toString(), options.scriptUrl);
  if (stripped === null) return passing(captured);
  const articleId = key.ofArticle ? articleIn(stripped.html) : null;
  // Without its article nobody would know when to drop it.
  if (key.ofArticle && articleId === null) return passing(captured);
  const html = Buffer.from(stripped.html);
  const [gzipped, brotli] = await Promise.all([compressGzip(html), compressBrotli(html)]);
  const etag = `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`;
  const shared = headersOf(etag, stripped.hashes, stripLinks(String(headers.link ?? '')), options);
  return {
    kind: 'finished',
    subject: articleId === null ? 'list' : { articleId },
    bytes: gzipped.length + brotli.length + OVERHEAD,
    etag,
    headers: shared,
    gzip: bodyOf(shared, 'gzip', gzipped),
    brotli: bodyOf(shared, 'br', brotli),
  };
}

function bodyOf(shared: readonly string[], encoding: string, bytes: Buffer): Body {
  return {
    bytes,
    headers: [...shared, 'content-encoding', encoding, 'content-length', String(bytes.length)],
  };
}

function headersOf(
  etag: string,
  hashes: readonly string[],
  links: string,
  { fixedHeaders, formTargets }: FinishOptions,
): string[] {
  const headers = [
    ...fixedHeaders,
    ['content-security-policy', contentSecurityPolicy({ hashes, formTargets })],
    ['content-type', 'text/html; charset=utf-8'],
    // The browser keeps it and asks each time whether it is still the one: a name, a language may have changed.
    ['cache-control', 'private, no-cache'],
    // At the address of an annotation programs get it as data (lib/http/negotiation.ts).
    ['vary', 'Accept, Accept-Encoding, Accept-Language, Cookie'],
    ['etag', etag],
    ...(links ? [['link', links]] : []),
  ];
  return headers.flat();
}

const gzipAsync = promisify(gzip);
const brotliAsync = promisify(brotliCompress);

const compressGzip = (html: Buffer) => gzipAsync(html, { level: QUALITY });

const compressBrotli = (html: Buffer) =>
  brotliAsync(html, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: QUALITY,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: html.length,
    },
  });
