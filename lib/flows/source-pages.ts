import { type Comparison, compareRevisions } from '#lib/article/revision/comparison.ts';
import type { Folds } from '#lib/assessment/reveal/schema.ts';
import { Problem } from '#lib/errors/problem.ts';
import { stayingPage } from '#lib/evidence/joining/queries.ts';
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
import { foldsAmong, type Reading } from './folds.ts';

/** Pages that are used as evidence, the newest or the most used first. Throws `too-slow` where the question takes too long. */
export async function listSourcePages(query: WebPageQuery): Promise<WebPagePage> {
  return bounded(() => listPages(query));
}

interface UsesQuery {
  cursor?: string | undefined;
  limit: number;
}

/** With what is told, and what is not, of the claims in it. */
export type Folding<T> = T & { folds: Folds };

/** One page, or the one that it was joined to, with its snapshots, where it was used and how it fared. Throws `not-found` where nothing readable rests on it. */
export async function requireSourcePage(
  reading: Reading,
  named: string,
  uses: UsesQuery,
): Promise<Folding<WebPageRecord>> {
  const { viewer } = reading;
  const id = await stayingPage(named);
  const [page, readable] = await Promise.all([getPage(id), isUsed(viewer, id)]);
  if (!page || !readable) throw new Problem('not-found', 'There is no such page.');
  const [snapshots, faring, used, readers] = await Promise.all([
    listSnapshots(id),
    listFaring(viewer, id),
    listUses(viewer, id, uses),
    getSetting('sources.full-text'),
  ]);
  const { ids, folds } = await foldsAmong(
    reading,
    used.items.map(({ claim }) => claim.id),
  );
  const items = used.items.map((use) => ({ ...use, claim: told(use.claim, ids) }));
  const fullText = canReadFullText(viewer, readers);
  return { ...page, fullText, snapshots, faring, used: { ...used, items }, folds };
}

const told = <T extends { id: string }>(claim: T, folded: ReadonlySet<string>): T =>
  folded.has(claim.id) ? { ...claim, verdict: 'open', folded: true } : claim;

/** A snapshot with what is quoted of it, and with its text for who may read that. */
export async function requireSnapshot(
  reading: Reading,
  pageId: string,
  id: string,
): Promise<Folding<SnapshotText>> {
  const snapshot = await readSnapshot(reading.viewer, pageId, id);
  const quoted = snapshot.passages.flatMap(({ sources }) => sources.map(({ claim }) => claim.id));
  const { ids, folds } = await foldsAmong(reading, [...new Set(quoted)]);
  const passages = snapshot.passages.map(({ sources, ...passage }) => ({
    ...passage,
    sources: sources.map((source) => ({ ...source, claim: told(source.claim, ids) })),
  }));
  return { ...snapshot, passages, folds };
}

async function readSnapshot(viewer: Viewer, named: string, id: string): Promise<SnapshotText> {
  const pageId = await stayingPage(named);
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
    readSnapshot(viewer, pageId, first),
    readSnapshot(viewer, pageId, second),
  ]);
  if (from.text === null || to.text === null) return null;
  const texts = { from: { ...from, text: from.text }, to: { ...to, text: to.text } };
  return { ...texts, comparison: compareRevisions(from.text, to.text) };
}
