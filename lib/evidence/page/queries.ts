import { db } from '#lib/db/client.ts';
import { comparableUrl } from '#lib/fetch/url-variants.ts';
import { listNamesakes, stayingPage } from '../joining/queries.ts';
import { toSnapshotView } from '../queries.ts';
import type { QuotablePage, SnapshotText } from '../schema.ts';
import { TEXT_AT_ONCE } from '../schema.ts';

/** Of so many sources, the last, the address of one is taken. */
const LAST_GIVEN = 20;

/** What a look at a page needs to know of it. Null when it is not there, or nothing rests on it or names it any more. */
export async function getPageToLook(
  id: string,
): Promise<{ id: string; url: string; lookedAt: Date | null } | null> {
  const page = await db().webPage.findUnique({
    where: { id, joinedToId: null },
    select: {
      id: true,
      url: true,
      canonicalUrl: true,
      lookedAt: true,
      sources: { orderBy: { id: 'desc' }, take: LAST_GIVEN, select: { url: true } },
    },
  });
  if (!page) return null;
  if (page.sources.length === 0 && (await listNamesakes(id)).length === 0) return null;
  // Of the variants of an address the one that was given last is the likeliest to answer. What stands at the address of a
  // page that was joined to it may be another page by now.
  const own = page.sources.find(({ url }) => comparableUrl(url) === page.canonicalUrl);
  return { id: page.id, url: own?.url ?? page.url, lookedAt: page.lookedAt };
}

/** Pages whose next look is due, longest due first. */
export async function listPagesDue(now: Date, limit: number): Promise<string[]> {
  const rows = await db().webPage.findMany({
    where: { nextLookAt: { lte: now }, sources: { some: {} } },
    orderBy: { nextLookAt: 'asc' },
    take: limit,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

const snapshotColumns = {
  id: true,
  title: true,
  publisher: true,
  publishedAt: true,
  publishedDay: true,
  sha256: true,
  capturedAt: true,
  seenAt: true,
  lang: true,
  text: true,
} as const;

/**
 * The page under an address in any variant with the newest text that it was seen to hold, and when that was; null where
 * none is kept.
 */
export async function getQuotablePage(url: string): Promise<{ page: QuotablePage; seenAt: Date } | null> {
  const shape = {
    id: true,
    snapshots: { orderBy: { id: 'desc' }, take: 1, select: snapshotColumns },
  } as const;
  const named = await db().webPage.findUnique({
    where: { canonicalUrl: comparableUrl(url) },
    select: { ...shape, joinedTo: { select: shape } },
  });
  const page = named?.joinedTo ?? named;
  const [snapshot] = page?.snapshots ?? [];
  if (!page || !snapshot || snapshot.text === null) return null;
  const { lang, text, seenAt } = snapshot;
  return {
    page: { pageId: page.id, snapshot: toSnapshotView(snapshot), lang, length: text.length },
    seenAt,
  };
}

/**
 * A stretch of the text of a page's snapshot from an offset (UTF-16) on, which cuts no character. Null for an unknown snapshot;
 * `gone` where its text is not kept any more.
 */
export async function getSnapshotText(
  where: { id: string; pageId: string },
  start: number,
): Promise<SnapshotText | 'gone' | null> {
  const pageId = await stayingPage(where.pageId);
  const snapshot = await db().snapshot.findUnique({
    where: { id: where.id, pageId },
    select: { text: true },
  });
  if (!snapshot) return null;
  const { text } = snapshot;
  if (text === null) return 'gone';
  const from = borderAt(text, Math.min(start, text.length));
  const to = borderAt(text, Math.min(from + TEXT_AT_ONCE, text.length));
  const next = to < text.length ? to : null;
  return { id: where.id, length: text.length, start: from, text: text.slice(from, to), next };
}

/** An offset that stands inside of a surrogate pair stands before it instead. */
function borderAt(text: string, at: number): number {
  const isInside = /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[at] ?? '');
  return isInside ? at - 1 : at;
}
