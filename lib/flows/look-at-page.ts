import { storedDate } from '#lib/article/publication-date.ts';
import { transaction } from '#lib/db/transaction.ts';
import { Problem } from '#lib/errors/problem.ts';
import { keepFailure, keepLook, type SeenPage } from '#lib/evidence/page/mutations.ts';
import { getPageToLook, listPagesDue } from '#lib/evidence/page/queries.ts';
import { fetchPage } from '#lib/fetch/fetch-page.ts';
import { enqueue } from '#lib/jobs/enqueue.ts';
import { IMPORT_TYPES, readEvidence } from './read-import.ts';

/** Orders that are given at once; the rest is due an hour later as well. */
const PAGES_AT_ONCE = 200;

/**
 * Looks at a page that is given as evidence: keeps what it holds, and how each source's quote stands to that. Safe to do
 * twice. What goes wrong outside is kept as the page's failure and is none of the job's.
 */
export async function lookAtPage(id: string): Promise<void> {
  const page = await getPageToLook(id);
  if (!page) return;
  const seen = await see(page.url);
  await transaction(() => ('failure' in seen ? keepFailure(id, seen.failure) : keepLook(id, seen)));
}

/** Orders the looks that are due. */
export async function orderLooks(): Promise<void> {
  for (const pageId of await listPagesDue(new Date(), PAGES_AT_ONCE))
    await enqueue('evidence.look', { pageId });
}

async function see(url: string): Promise<SeenPage | { failure: string }> {
  const page = await fetchPage(url, { types: IMPORT_TYPES }).catch(failureOf);
  if ('failure' in page) return page;
  const read = await readEvidence(page);
  if ('refused' in read) return { failure: read.refused };
  const { title, site, byline, lang, publishedAt, text } = read;
  return {
    url: page.url,
    canonicalUrl: read.url,
    status: page.status,
    contentType: page.contentType,
    title,
    publisher: site,
    byline,
    lang,
    ...storedDate(publishedAt),
    text,
  };
}

function failureOf(error: unknown): { failure: string } {
  if (!(error instanceof Problem)) throw error;
  return { failure: String(error.extra.reason ?? error.code) };
}
