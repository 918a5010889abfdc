import { storedDate } from '#lib/article/publication-date.ts';
import { transaction } from '#lib/db/transaction.ts';
import { Problem } from '#lib/errors/problem.ts';
import { keepFailure, keepLook, type SeenPage } from '#lib/evidence/page/mutations.ts';
import { getPageToLook, listPagesDue } from '#lib/evidence/page/queries.ts';
import { fetchPage } from '#lib/fetch/fetch-page.ts';
import { importArticle } from '#lib/importers/import.ts';
import { enqueue } from '#lib/jobs/enqueue.ts';

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
  try {
    const page = await fetchPage(url);
    const read = importArticle(
      page.contentType === 'text/plain'
        ? { text: page.text }
        : page.contentType.endsWith('markdown')
          ? { markdown: page.text }
          : { html: page.text, url: page.url },
    );
    if (!read.ok) return { failure: read.code };
    const { title, site, byline, lang, publishedAt, text } = read.article;
    return {
      url: page.url,
      status: page.status,
      contentType: page.contentType,
      title,
      publisher: site,
      byline,
      lang,
      ...storedDate(publishedAt),
      text,
    };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { failure: String(error.extra?.reason ?? error.code) };
  }
}
