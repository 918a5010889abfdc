import { storedDate } from '#lib/article/publication-date.ts';
import { transaction } from '#lib/db/transaction.ts';
import { Problem } from '#lib/errors/problem.ts';
import { archivedOriginal } from '#lib/evidence/archive.ts';
import { addressToLook, listNamesakes, stayingPage } from '#lib/evidence/joining/queries.ts';
import {
  holdClaimsOn,
  holdPages,
  keepFailure,
  keepLook,
  pageFor,
  type SeenPage,
} from '#lib/evidence/page/mutations.ts';
import { getPageToLook, getQuotablePage, getSnapshotText, listPagesDue } from '#lib/evidence/page/queries.ts';
import { recountPages } from '#lib/evidence/page-list/mutations.ts';
import { canChooseQuote } from '#lib/evidence/policy.ts';
import type { QuotablePage, SnapshotText, SourceView } from '#lib/evidence/schema.ts';
import { fetchPage } from '#lib/fetch/fetch-page.ts';
import { enqueue } from '#lib/jobs/enqueue.ts';
import { getSetting } from '#lib/settings/queries.ts';
import { canTakePart } from '#lib/user/policy.ts';
import { permit } from '#lib/user/require.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { refreshStandings } from './claim-state.ts';
import { requireSource } from './evidence.ts';
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
  await keepSeen(id, await see(page.url));
  // It was given just now, or speaks with another voice.
  await recountPages();
}

/** A page that was looked at so shortly before is not fetched for the next one who asks. */
const JUST_NOW_MS = 5_000;

/** Looks at the page of a source now, because somebody asks for it; the source as it is then. */
export async function lookAgain(viewer: Viewer, sourceId: string): Promise<SourceView> {
  permit(viewer, canTakePart(viewer));
  const { pageId } = await requireSource(viewer, sourceId);
  const page = await getPageToLook(pageId);
  if (page && Date.now() - (page.lookedAt?.getTime() ?? 0) >= JUST_NOW_MS)
    await keepSeen(pageId, await see(page.url), { asked: true });
  return requireSource(viewer, sourceId);
}

/** Keeps what came of a look, and what follows for the claims that rest on the page. */
async function keepSeen(pageId: string, seen: Seen, { asked = false } = {}): Promise<void> {
  await transaction(async () => {
    const namesakes = 'failure' in seen ? [] : await listNamesakes(pageId);
    await holdClaimsOn([pageId, ...namesakes]);
    await holdPages([pageId, ...namesakes]);
    // It was joined to another one meanwhile, where its quotes were looked for.
    if ((await stayingPage(pageId)) !== pageId) return;
    const claims = await ('failure' in seen
      ? keepFailure(pageId, seen.failure, { asked })
      : keepLook(pageId, seen, { namesakes }));
    await refreshStandings([...claims]);
  });
}

/** So long what a page was seen to hold is good enough to choose a quote in. */
const FRESH_MS = 24 * 3_600_000;

/**
 * The page under an address as somebody sees it who is about to quote it: as it was seen in the last day, or as it is now,
 * or, if it cannot be had, as it was seen the last time. What is fetched is kept, so that the quote is looked for in the
 * very text that it was chosen in; what nothing comes to rest on is forgotten (clean-up.ts).
 */
export async function openPage(viewer: Viewer, address: string): Promise<QuotablePage> {
  permit(viewer, canChooseQuote(viewer, await getSetting('sources.full-text')));
  const url = await addressToLook(archivedOriginal(address) ?? address);
  const known = await getQuotablePage(url);
  if (known && Date.now() - known.seenAt.getTime() < FRESH_MS) return known.page;
  const seen = await see(url);
  if (!('failure' in seen)) await keepSeen((await pageFor(url)).id, seen);
  else if (!known)
    throw new Problem('fetch-failed', seen.detail ?? 'There is no text on this page.', {
      reason: seen.failure,
    });
  const found = await getQuotablePage(url);
  // It held the same before its text was forgotten.
  if (!found) throw new Problem('text-gone');
  return found.page;
}

/** A stretch of what a page was seen to hold, to choose a quote in. */
export async function readSnapshotText(
  viewer: Viewer,
  { id, snapshotId }: { id: string; snapshotId: string },
  start: number,
): Promise<SnapshotText> {
  permit(viewer, canChooseQuote(viewer, await getSetting('sources.full-text')));
  const stretch = await getSnapshotText({ id: snapshotId, pageId: id }, start);
  if (!stretch) throw new Problem('not-found', 'There is no such snapshot.');
  if (stretch === 'gone') throw new Problem('text-gone');
  return stretch;
}

/** Orders the looks that are due. */
export async function orderLooks(): Promise<void> {
  for (const pageId of await listPagesDue(new Date(), PAGES_AT_ONCE))
    await enqueue('evidence.look', { pageId });
}

type Seen = SeenPage | { failure: string; detail?: string };

async function see(url: string): Promise<Seen> {
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

function failureOf(error: unknown): { failure: string; detail: string } {
  if (!(error instanceof Problem)) throw error;
  return { failure: String(error.extra.reason ?? error.code), detail: error.message };
}
