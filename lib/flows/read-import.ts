import { setImmediate } from 'node:timers/promises';
import { IMPORT_MAX_CHARS, type ImportInput } from '#lib/article/schema.ts';
import { parseDocument } from '#lib/document/schema.ts';
import { documentText, isBlank } from '#lib/document/text.ts';
import { Problem, type ProblemCode } from '#lib/errors/problem.ts';
import { type FetchedPage, fetchPage, PAGE_TYPES } from '#lib/fetch/fetch-page.ts';
import { DOCUMENT_TYPES, type FileRefusal } from '#lib/importers/file/file-kinds.ts';
import { type BroughtFile, readFile } from '#lib/importers/file/read-file.ts';
import { type ImportSource, importArticle } from '#lib/importers/import.ts';
import { cleanAddress } from '#lib/importers/page-address.ts';
import type { ImportedArticle, ImportProblem, NoArticleReason } from '#lib/importers/result.ts';
import type { OriginalThread } from '#lib/importers/thread/original-thread.ts';
import { readThread } from '#lib/importers/thread/read-thread.ts';

/** What an import is at; told to whoever waits for it, and said of what went wrong. */
type ImportStep = 'fetching' | 'reading' | 'storing';
export type TellStep = (step: ImportStep) => void;
export const TELL_NOBODY: TellStep = () => undefined;

/** An article as it was read, with the thread that stood under it. */
type ReadArticle = Omit<ImportedArticle, 'source'> & { thread: OriginalThread | null };

/** Media types that are fetched: pages and texts, and files in which articles come. */
export const IMPORT_TYPES: readonly string[] = [...PAGE_TYPES, ...DOCUMENT_TYPES];

const PROBLEM_CODES: Record<ImportProblem['code'], ProblemCode> = {
  empty: 'empty-text',
  binary: 'binary-text',
  'too-large': 'too-large',
  'no-article': 'no-article',
};

const REFUSED: Record<FileRefusal, string> = {
  kind: 'Files are read that end in .html, .md, .txt, .docx or .pdf.',
  'old-word': 'This is a Word file from before 2007: save it as .docx.',
  encrypted: 'The file is protected by a password.',
  scanned: 'The PDF holds pictures of pages and no text.',
  'too-many-pages': 'The PDF has more pages than are read.',
  'too-large': 'The file is too large, or unpacks to too much.',
  'too-slow': 'Reading the file took too long.',
  broken: 'The file is damaged, or not what its name says.',
  busy: 'Too many files are being read just now.',
};

/** Whether the article is fetched from its address, and nothing of it was given. */
export const isFetched = ({ html, markdown, text, file, document }: ImportInput) =>
  [html, markdown, text, file, document].every((content) => content === undefined);

/** The input as an article, with what the person stated winning over what was found. */
export async function readInput(input: ImportInput, tell: TellStep = TELL_NOBODY): Promise<ReadArticle> {
  if (input.document) return readDocument(input, input.document);
  const { source, url } = await sourceOf(input, tell);
  // What was told goes out before the reading, which waits for nothing.
  await setImmediate();
  const { title, byline, site, publishedAt, lang } = input;
  const result = importArticle(source, { title, byline, site, publishedAt, lang, url });
  if (result.ok) return { ...result.article, thread: 'file' in source ? null : readThread(source) };
  const reason = result.reason && { reason: result.reason };
  throw new Problem(PROBLEM_CODES[result.code], result.detail, { step: 'reading', ...reason });
}

/** A page that was fetched as an article, or what stands there instead, where that can be told. */
export async function readPage(
  page: FetchedPage,
  lang: string,
): Promise<ImportedArticle | { refused: NoArticleReason | null }> {
  const source = await pageSource(page).catch(nothingOfFile);
  const result = source && importArticle(source, { lang });
  if (!result?.ok) return { refused: result?.reason ?? null };
  return result.article;
}

/** The same, or why there is none: a code of the importers, or a refusal of the file. Throws where too many are being read. */
export async function readEvidence(page: FetchedPage): Promise<ImportedArticle | { refused: string }> {
  try {
    const result = importArticle(await pageSource(page));
    return result.ok ? result.article : { refused: result.reason ?? result.code };
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'bad-file') throw error;
    return { refused: String(error.extra.reason) };
  }
}

/** What is to be read, and the address that somebody states; a page may have a better one of its own. */
async function sourceOf(
  input: ImportInput,
  tell: TellStep,
): Promise<{ source: ImportSource; url?: string | null | undefined }> {
  if (isFetched(input)) {
    tell('fetching');
    const page = await fetched(input.url ?? '');
    tell('reading');
    const source = await pageSource(page);
    return 'html' in source ? { source } : { source, url: cleanAddress(page.url) };
  }
  tell('reading');
  if (input.file) return { source: await fileSource(fileOf(input.file)), url: input.url };
  const content = input.html ?? input.markdown ?? input.text ?? '';
  if (content.length > IMPORT_MAX_CHARS)
    throw new Problem('too-large', `At most ${IMPORT_MAX_CHARS} characters.`, { step: 'reading' });
  if (input.html !== undefined) return { source: { html: input.html, url: input.url ?? undefined } };
  const source = input.markdown === undefined ? { text: content } : { markdown: content };
  return { source, url: input.url };
}

function fileOf({ name, content }: NonNullable<ImportInput['file']>): BroughtFile {
  return { name, bytes: Buffer.from(content, 'base64') };
}

async function fileSource(file: BroughtFile): Promise<ImportSource> {
  const read = await readFile(file);
  if ('source' in read) return read.source;
  const reason = { reason: read.refused, step: 'reading' };
  if (read.refused === 'busy') throw new Problem('unavailable', REFUSED.busy, { ...reason, retryAfter: 10 });
  throw new Problem('bad-file', REFUSED[read.refused], reason);
}

/** The page of an address. What goes wrong says that it was the fetching. */
async function fetched(url: string): Promise<FetchedPage> {
  try {
    return await fetchPage(url, { types: IMPORT_TYPES });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(error.code, error.message, { ...error.extra, cause: error, step: 'fetching' });
  }
}

/** With more NULs than that it is no text: so many, or such a share. */
const STRAY_NULS = 4;
const STRAY_NULS_SHARE = 0.001;

/** Browsers pass over a NUL that stands in a page, and cannot be told from one without. */
function withoutStrayNuls(text: string): string {
  const without = text.replaceAll('\0', '');
  const most = Math.max(STRAY_NULS, text.length * STRAY_NULS_SHARE);
  return text.length - without.length <= most ? without : text;
}

async function pageSource({ contentType, text: raw, url, bytes }: FetchedPage): Promise<ImportSource> {
  if (DOCUMENT_TYPES.includes(contentType)) return fileSource({ name: '', type: contentType, bytes });
  const text = withoutStrayNuls(raw);
  if (contentType === 'text/plain') return { text };
  if (contentType.endsWith('markdown')) return { markdown: text };
  return { html: text, url };
}

function nothingOfFile(error: unknown): null {
  if (error instanceof Problem && error.code === 'bad-file') return null;
  throw error;
}

/** A document that came out of the editor: checked, and taken as it is. */
function readDocument(input: ImportInput, json: unknown): ReadArticle {
  const parsed = parseDocument(json, 'article');
  if (!parsed.ok)
    throw new Problem('invalid', `document: ${parsed.problem}`, { fields: { document: parsed.problem } });
  if (isBlank(parsed.doc)) throw new Problem('empty-text');
  if (!input.title) throw new Problem('invalid', 'title: is missing', { fields: { title: 'is missing' } });
  return {
    title: input.title,
    byline: input.byline ?? null,
    site: input.site ?? null,
    lang: input.lang ?? 'en',
    publishedAt: input.publishedAt ?? null,
    url: input.url ?? null,
    found: { title: null, byline: null, publishedAt: null },
    topics: [],
    document: parsed.doc,
    text: documentText(parsed.doc),
    leftOut: [],
    warnings: [],
    thread: null,
  };
}
