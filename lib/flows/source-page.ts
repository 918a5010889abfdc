import type { Folds } from '#lib/assessment/reveal/schema.ts';
import { Problem } from '#lib/errors/problem.ts';
import type { SnapshotText, WebPageRecord } from '#lib/evidence/page-record/schema.ts';
import { type Part, partsOf, partWith } from '#lib/evidence/parts.ts';
import { NO_FOLDS, type Reading } from './folds.ts';
import {
  type ComparedSnapshots,
  compareSnapshots,
  type Folding,
  requireSnapshot,
  requireSourcePage,
} from './source-pages.ts';

const USES = 20;

/** What the page of a source is asked for. */
export interface SourceAddress {
  snapshot?: string | undefined;
  /** From 1 on. */
  part?: number | undefined;
  /** Two snapshots to be compared. */
  compare?: readonly [string, string] | undefined;
  cursor?: string | undefined;
}

export interface ShownSnapshot {
  snapshot: SnapshotText;
  /** The parts of its text, and which of them is shown; none where there is no text to be shown. */
  parts: Part[];
  at: number;
}

export interface SourcePage {
  record: WebPageRecord;
  shown: ShownSnapshot | null;
  compared: ComparedSnapshots | 'cannot' | null;
  folds: Folds;
}

/** The page of a source with the snapshot that is asked for, or its newest. Null for what is not there. */
export async function getSourcePage(
  reading: Reading,
  id: string,
  { snapshot, part, compare, cursor }: SourceAddress,
): Promise<SourcePage | null> {
  try {
    const record = await requireSourcePage(reading, id, { cursor, limit: USES });
    const wanted = snapshot ?? record.snapshots[0]?.id;
    const seen = wanted ? await requireSnapshot(reading, id, wanted) : null;
    const compared = compare ? ((await compareSnapshots(reading.viewer, id, compare)) ?? 'cannot') : null;
    return { record, shown: seen && show(seen, part), compared, folds: foldsOn(record, seen) };
  } catch (error) {
    // A cursor that is none of ours leads nowhere either.
    if (error instanceof Problem && (error.code === 'not-found' || error.code === 'invalid')) return null;
    throw error;
  }
}

/** Of all claims on the page, each once. */
function foldsOn(record: Folding<WebPageRecord>, seen: Folding<SnapshotText> | null): Folds {
  const quoted = seen?.passages.flatMap(({ sources }) => sources) ?? [];
  const claims = [...record.used.items, ...quoted].map(({ claim }) => claim);
  const folded = new Set(claims.filter((claim) => claim.folded).map(({ id }) => id));
  const revealed = record.folds.revealed + (seen?.folds.revealed ?? 0);
  return { ...NO_FOLDS, folded: folded.size, revealed };
}

/** The part that is asked for, else the one with the first passage. */
function show(snapshot: SnapshotText, part: number | undefined): ShownSnapshot {
  if (snapshot.text === null) return { snapshot, parts: [], at: 0 };
  const parts = partsOf(snapshot.text);
  const at = part === undefined ? partWith(parts, snapshot.passages[0]?.start ?? 0) : part - 1;
  return { snapshot, parts, at: Math.min(at, parts.length - 1) };
}
