import type { AnchorState, AnchorView } from '../schema.ts';

/** An anchor as it is stored, apart from whose it is. Offsets are UTF-16. */
export interface AnchorRow {
  revisionNumber: number;
  start: number | null;
  end: number | null;
  state: AnchorState;
  changes: AnchorView['changes'];
  similarity: number;
  /** The words that stand there, where they are not the ones that were marked. */
  words: string | null;
  /** The revision in which it came to stand like that. */
  since: number;
  /** Of one that is orphaned because several places would do. */
  places: AnchorView['places'];
}
