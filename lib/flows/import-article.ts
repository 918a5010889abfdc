import { beginChecks } from '#lib/article/check/mutations.ts';
import { addArticle, type NewArticle, permitImport } from '#lib/article/mutations.ts';
import { getKnownArticle, requireArticle } from '#lib/article/queries.ts';
import { revisionHash } from '#lib/article/revision/hash.ts';
import { type ArticleView, IMPORT_MAX_CHARS, type ImportInput } from '#lib/article/schema.ts';
import { transaction } from '#lib/db/transaction.ts';
import { parseDocument } from '#lib/document/schema.ts';
import { documentText, isBlank } from '#lib/document/text.ts';
import { Problem, type ProblemCode } from '#lib/errors/problem.ts';
import { AT_ONCE } from '#lib/exhibit/schema.ts';
import { type FetchedPage, fetchPage } from '#lib/fetch/fetch-page.ts';
import { comparableUrl } from '#lib/fetch/url-variants.ts';
import { type ImportSource, importArticle } from '#lib/importers/import.ts';
import { cleanAddress } from '#lib/importers/page-address.ts';
import type { ImportedArticle, ImportProblem } from '#lib/importers/result.ts';
import type { OriginalThread } from '#lib/importers/thread/original-thread.ts';
import { readThread } from '#lib/importers/thread/read-thread.ts';
import type { Viewer } from '#lib/user/schema.ts';
import type { ImportPreviewWithThread, ImportWithThread } from './import-input.ts';
import { layThread, readyThread } from './lay-thread.ts';

const PROBLEM_CODES: Record<ImportProblem['code'], ProblemCode> = {
  empty: 'empty-text',
  binary: 'binary-text',
  'too-large': 'too-large',
  'no-article': 'no-article',
};

/** What would be stored; stores nothing. */
export async function previewImport(viewer: Viewer, input: ImportInput): Promise<ImportPreviewWithThread> {
  await permitImport(viewer);
  const read = await readInput(input);
  return {
    title: read.title,
    byline: read.byline,
    site: read.site,
    lang: read.lang,
    publishedAt: read.publishedAt,
    url: read.url,
    document: { ...read.document, type: 'doc' },
    text: read.text,
    leftOut: read.leftOut,
    warnings: read.warnings,
    known: await getKnownUnder(read.url, input.url),
    thread: withinBounds(read.thread),
  };
}

/** Brings an article in. One that is known under its address, in any variant, is given back as it is. */
export async function publishImport(
  viewer: Viewer,
  { thread, ...input }: ImportWithThread,
): Promise<{ article: ArticleView; created: boolean }> {
  const actor = await permitImport(viewer);
  const known = await getKnownUnder(input.url);
  if (known) return { article: await requireArticle(known.id), created: false };
  const read = await readInput(input);
  const article: NewArticle = {
    title: read.title,
    byline: read.byline,
    site: read.site,
    lang: read.lang,
    publishedAt: read.publishedAt,
    url: read.url,
    canonicalUrl: read.url && comparableUrl(read.url),
    document: read.document,
    text: read.text,
  };
  const original = thread === undefined ? read.thread : thread;
  const ready = original && (await readyThread(original));
  return transaction(async () => {
    const { id, created } = await addArticle(actor, article);
    if (created && ready) await layThread(actor.id, id, ready);
    // What somebody pasted may be more than the page shows to everybody: that is looked at when somebody asks.
    if (created && input.url && isFetched(input)) await beginChecks(id, input.url, revisionHash(read.text));
    return { article: await requireArticle(id), created };
  });
}

/** An article as it was read, with the thread that stood under it. */
type ReadArticle = Omit<ImportedArticle, 'source'> & { thread: OriginalThread | null };

/** A preview holds no more comments than come at once: a longer thread is brought after the article. */
function withinBounds(thread: OriginalThread | null): OriginalThread | null {
  return thread && thread.comments.length <= AT_ONCE ? thread : null;
}

/** The article that is known under one of some addresses, in any variant of them. */
async function getKnownUnder(...addresses: (string | null | undefined)[]) {
  const variants = addresses.filter((address) => typeof address === 'string').map(comparableUrl);
  for (const variant of new Set(variants)) {
    const known = await getKnownArticle(variant);
    if (known) return known;
  }
  return null;
}

/** The input as an article, with what the person stated winning over what was found. */
export async function readInput(input: ImportInput): Promise<ReadArticle> {
  if (input.document) return readDocument(input, input.document);
  const { source, url } = await contentOf(input);
  const result = importArticle(source, { ...stated(input), url });
  if (result.ok) return { ...result.article, thread: 'file' in source ? null : readThread(source) };
  const reason = result.reason && { reason: result.reason };
  throw new Problem(PROBLEM_CODES[result.code], result.detail, { step: 'reading', ...reason });
}

function stated({ title, byline, site, publishedAt, lang }: ImportInput) {
  return { title, byline, site, publishedAt, lang };
}

/** A page that was fetched as an article; null when there is none on it. */
export async function readPage(page: FetchedPage, lang: string): Promise<ImportedArticle | null> {
  const result = importArticle(pageContent(page), { lang });
  return result.ok ? result.article : null;
}

const isFetched = ({ html, markdown, text, document }: ImportInput) =>
  [html, markdown, text, document].every((content) => content === undefined);

function pageContent(page: FetchedPage) {
  if (page.contentType === 'text/plain') return { text: page.text };
  if (page.contentType.endsWith('markdown')) return { markdown: page.text };
  return { html: page.text, url: page.url };
}

/** What is to be read, and the address that somebody states; a page may have a better one of its own. */
async function contentOf(
  input: ImportInput,
): Promise<{ source: ImportSource; url?: string | null | undefined }> {
  const url = input.url ?? undefined;
  const content = input.html ?? input.markdown ?? input.text;
  if (content === undefined) {
    const page = await fetched(url ?? '');
    const source = pageContent(page);
    return 'html' in source ? { source } : { source, url: cleanAddress(page.url) };
  }
  if (content.length > IMPORT_MAX_CHARS)
    throw new Problem('too-large', `At most ${IMPORT_MAX_CHARS} characters.`);
  if (input.html !== undefined) return { source: { html: input.html, url } };
  const source = input.markdown === undefined ? { text: content } : { markdown: content };
  return { source, url: input.url };
}

/** The page of an address. What goes wrong says that it was the fetching. */
async function fetched(url: string): Promise<FetchedPage> {
  try {
    return await fetchPage(url);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(error.code, error.message, { ...error.extra, cause: error, step: 'fetching' });
  }
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
    document: parsed.doc,
    text: documentText(parsed.doc),
    leftOut: [],
    warnings: [],
    thread: null,
  };
}
