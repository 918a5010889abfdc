import { type Comparison, compareRevisions } from '#lib/article/revision/comparison.ts';
import { Problem } from '#lib/errors/problem.ts';
import { getPage, listPages } from '#lib/evidence/page-list/queries.ts';
import type { WebPagePage, WebPageQuery } from '#lib/evidence/page-list/schema.ts';
import {
  getSnapshot,
  isUsed,
  listFaring,
  listSnapshots,
  listUses,
} from '#lib/evidence/page-record/queries.ts';
import type { SnapshotText, WebPageRecord } from '#lib/evidence/page-record/schema.ts';
import { canReadFullText } from '#lib/evidence/policy.ts';
import { bounded } from '#lib/search/bounded/queries.ts';
import { getSetting } from '#lib/settings/queries.ts';
import type { Viewer } from '#lib/user/schema.ts';

/** Pages that are used as evidence, the newest first. Throws `too-slow` where the question takes too long. */
export async function listSourcePages(query: WebPageQuery): Promise<WebPagePage> {
  return bounded(() => listPages(query));
}

export interface UsesQuery {
  cursor?: string | undefined;
  limit: number;
}

/** One page with its snapshots, where it was used and how it fared. Throws `not-found` where nothing readable rests on it. */
export async function requireSourcePage(viewer: Viewer, id: string, uses: UsesQuery): Promise<WebPageRecord> {
  const [page, readable] = await Promise.all([getPage(id), isUsed(viewer, id)]);
  if (!page || !readable) throw new Problem('not-found', 'There is no such page.');
  const [snapshots, faring, used, readers] = await Promise.all([
    listSnapshots(id),
    listFaring(viewer, id),
    listUses(viewer, id, uses),
    getSetting('sources.full-text'),
  ]);
  return { ...page, fullText: canReadFullText(viewer, readers), snapshots, faring, used };
}

/** A snapshot with what is quoted of it, and with its text for who may read that. */
export async function requireSnapshot(viewer: Viewer, pageId: string, id: string): Promise<SnapshotText> {
  const [snapshot, readable, readers] = await Promise.all([
    getSnapshot(viewer, pageId, id),
    isUsed(viewer, pageId),
    getSetting('sources.full-text'),
  ]);
  if (!snapshot || !readable) throw new Problem('not-found', 'There is no such snapshot.');
  return canReadFullText(viewer, readers) ? snapshot : { ...snapshot, text: null };
}

export interface ComparedSnapshots {
  from: SnapshotText & { text: string };
  to: SnapshotText & { text: string };
  comparison: Comparison;
}

/** Two snapshots of a page held against each other, the earlier one first; null where a text is missing. */
export async function compareSnapshots(
  viewer: Viewer,
  pageId: string,
  [one, other]: readonly [string, string],
): Promise<ComparedSnapshots | null> {
  // Ids are the order of time.
  const [first, second] = one < other ? [one, other] : [other, one];
  if (first === second) return null;
  const [from, to] = await Promise.all([
    requireSnapshot(viewer, pageId, first),
    requireSnapshot(viewer, pageId, second),
  ]);
  if (from.text === null || to.text === null) return null;
  const texts = { from: { ...from, text: from.text }, to: { ...to, text: to.text } };
  return { ...texts, comparison: compareRevisions(from.text, to.text) };
}
