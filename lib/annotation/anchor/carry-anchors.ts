import type { Carried } from '#lib/anchoring/carried.ts';
import { carry } from '#lib/anchoring/carry.ts';
import { type ChangeKind, compare } from '#lib/anchoring/changes.ts';
import type { Place } from '#lib/anchoring/locate.ts';
import { resolver } from '#lib/anchoring/resolve.ts';
import type { AnchorRow } from './anchor-row.ts';

/** An annotation with the words that it marks, and where it stands in the newest revision so far. */
export interface HeldAnnotation {
  id: string;
  state: string;
  exact: string;
  prefix: string;
  suffix: string;
  anchor: AnchorRow;
}

type Found = Extract<Carried, { found: true }>;

/** More places than two or three are not offered: nobody chooses among many by looking. */
const PLACES_OFFERED = 5;

/**
 * Where annotations stand in the revision `number` with the text `newText`, given where they stand in the one before.
 * All with a place are carried at once by the difference of the texts; those without are looked for by their words.
 *
 * The state tells how the words there stand to the words that were *marked*, not to those of the revision before: what
 * was changed once stays changed until somebody looks at it, or until the marked words stand there again.
 */
export function carryAnchors(
  held: readonly HeldAnnotation[],
  oldText: string,
  newText: string,
  number: number,
): AnchorRow[] {
  const placed = held.filter(({ anchor }) => anchor.start !== null);
  const carried = carry(
    oldText,
    newText,
    placed.map(({ anchor }) => ({ start: anchor.start ?? 0, end: anchor.end ?? 0 })),
  );
  const results = new Map(placed.map(({ id }, at) => [id, carried[at] as Carried]));
  const search = resolver(newText);
  return held.map((annotation) => {
    const result = results.get(annotation.id);
    if (result?.found) {
      const { found, same } = carriedOn(annotation, result, oldText, newText);
      return standing(found, newText, number, same ? annotation.anchor.since : number);
    }
    if (result) return orphaned(annotation, result.places, number);
    const { exact, prefix, suffix } = annotation;
    const again = search({ exact, prefix, suffix });
    return again.found
      ? standing(again, newText, number, number)
      : orphaned(annotation, again.places, number);
  });
}

/** What the difference of the texts says of an annotation that had a place. */
function carriedOn(
  annotation: HeldAnnotation,
  result: Found,
  oldText: string,
  newText: string,
): { found: Found; same: boolean } {
  const { anchor } = annotation;
  const before = oldText.slice(anchor.start ?? 0, anchor.end ?? 0);
  const found = anchor.words === null ? result : againstMarked(annotation, before, newText, result);
  const isSame = before === newText.slice(found.start, found.end) && found.state === anchor.state;
  // What moved again moved now.
  const same = isSame && found.state !== 'moved';
  return { found, same };
}

/** The words before were others than the marked ones: those that stand there now are held against these. */
function againstMarked(
  { exact, anchor }: HeldAnnotation,
  before: string,
  newText: string,
  result: Found,
): Found {
  const judged = compare(exact, newText.slice(result.start, result.end));
  if (judged.state !== 'changed' && compare(exact, before).state !== 'changed') {
    // Not the words but the rest of their sentence said something else, or does now.
    if (result.state === 'changed') {
      if (!isUndone(anchor, result)) return result;
    } else if (anchor.state === 'changed') return { ...result, state: 'changed', changes: changesOf(anchor) };
  }
  const state = judged.state === 'exact' && result.state === 'moved' ? 'moved' : judged.state;
  return { ...result, ...judged, state };
}

/** Whether what changed now is what changed before, the other way round. */
function isUndone({ state, changes }: AnchorRow, now: Found): boolean {
  if (state !== 'changed' || changes.length !== now.changes.length) return false;
  return changes.every(({ from, to }) =>
    now.changes.some(({ before, after }) => before === to && after === from),
  );
}

const changesOf = ({ changes }: AnchorRow): Found['changes'] =>
  changes.map(({ kind, from: before, to: after }) => ({ kind: kind as ChangeKind, before, after }));

function standing(
  { start, end, state, similarity, changes }: Found,
  newText: string,
  revisionNumber: number,
  since: number,
): AnchorRow {
  return {
    ...{ revisionNumber, start, end, state, similarity, since },
    changes: changes.map(({ kind, before: from, after: to }) => ({ from, to, kind })),
    words: state === 'edited' || state === 'changed' ? newText.slice(start, end) : null,
    places: [],
  };
}

function orphaned({ anchor }: HeldAnnotation, places: readonly Place[], number: number): AnchorRow {
  return {
    revisionNumber: number,
    start: null,
    end: null,
    state: 'orphaned',
    changes: [],
    similarity: 0,
    words: null,
    since: anchor.state === 'orphaned' ? anchor.since : number,
    places: places.slice(0, PLACES_OFFERED).map(({ start, end }) => ({ start, end })),
  };
}

/** How many annotations stand in which state. */
export type AnchorCounts = Record<AnchorRow['state'], number>;

/** To how many something happened in this revision: `found` are those that had no place before. */
export type AnchorNews = Record<'moved' | 'edited' | 'changed' | 'orphaned' | 'found', number>;

/** Counts what readers see: annotations that were withdrawn or taken away are carried, but not counted. */
export function countAnchors(held: readonly HeldAnnotation[], rows: readonly AnchorRow[]) {
  const anchors: AnchorCounts = { exact: 0, moved: 0, edited: 0, changed: 0, orphaned: 0 };
  const news: AnchorNews = { moved: 0, edited: 0, changed: 0, orphaned: 0, found: 0 };
  for (const [at, { state, anchor }] of held.entries()) {
    const row = rows[at];
    if (!row || state !== 'active') continue;
    anchors[row.state] += 1;
    if (anchor.state === 'orphaned' && row.state !== 'orphaned') news.found += 1;
    else if (row.since === row.revisionNumber && row.state !== 'exact') news[row.state] += 1;
  }
  return { anchors, news };
}
