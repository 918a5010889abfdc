import type { Change, Comparison } from './changes.ts';
import type { Place } from './locate.ts';

/** A passage that was found again. UTF-16 offsets, `end` exclusive; on the borders of graphemes. */
export interface FoundAgain {
  found: true;
  start: number;
  end: number;
  /**
   * `exact`: the same words where the difference of the texts maps them, whatever the offset (or, without
   * another text, between the same words as before). `moved`: the same words elsewhere. `edited`: other
   * words, the same meaning. `changed`: the meaning differs.
   */
  state: 'exact' | 'moved' | 'edited' | 'changed';
  /** From 0 to 1, which is the same words. */
  similarity: number;
  /** What changed the meaning; empty unless `changed`. */
  changes: Change[];
}

/** A passage found at a place, with what became of its words; `same` is its state if they are the same ones. */
export function foundAt({ start, end }: Place, judged: Comparison, same: FoundAgain['state']): FoundAgain {
  const { similarity } = judged;
  if (judged.state !== 'changed') {
    const state = judged.state === 'exact' ? same : 'edited';
    return { found: true, start, end, state, similarity, changes: [] };
  }
  return {
    found: true,
    start,
    end,
    state: 'changed',
    similarity,
    get changes() {
      return judged.changes;
    },
  };
}

export interface Orphaned {
  found: false;
  state: 'orphaned';
  /** Whether the words are not there any more, or in several places that are equally good. */
  why: 'gone' | 'ambiguous';
  /** The places of what is ambiguous; of what is gone, those of the same few words said elsewhere. */
  places: Place[];
}

/** Where a passage went. */
export type Carried = FoundAgain | Orphaned;

export const GONE: Orphaned = { found: false, state: 'orphaned', why: 'gone', places: [] };
