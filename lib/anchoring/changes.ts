import { matchWords } from './match.ts';
import { runsOf } from './word-diff.ts';
import { Lexicon, wordsOf } from './words.ts';

/** What a difference touches that makes other words say something else. */
export const CHANGE_KINDS = [
  'number',
  'unit',
  'date',
  'negation',
  'quantifier',
  'modal',
  'hedge',
  'comparison',
  'tense',
  'name',
  'order',
  'words',
] as const;

export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Words that changed: what stood there and what stands there now; one of them may be empty. */
export interface Change {
  kind: ChangeKind;
  before: string;
  after: string;
}

export interface Comparison {
  /** `exact`: the same words. `edited`: other words that say the same. `changed`: they say something else. */
  state: 'exact' | 'edited' | 'changed';
  /** From 0 to 1, which is the very same words. */
  similarity: number;
  /** What changed the meaning; empty unless `changed`. */
  changes: Change[];
}

/** Says what became of a passage that was found again. */
export function compare(before: string, after: string): Comparison {
  const lexicon = new Lexicon();
  const a = wordsOf(before, lexicon);
  const b = wordsOf(after, lexicon);
  const runs = runsOf(a, b, matchWords(a.ids, b.ids));
  let same = 0;
  const changes: Change[] = [];
  runs.forEach((run, at) => {
    if (run.kind === 'equal') same += run.oldEnd - run.oldStart + run.newEnd - run.newStart;
    else if (run.kind === 'inserted' && runs[at - 1]?.kind === 'removed') return;
    else {
      const next = runs[at + 1];
      const newEnd = run.kind === 'removed' && next?.kind === 'inserted' ? next.newEnd : run.newEnd;
      changes.push(change(before.slice(run.oldStart, run.oldEnd), after.slice(run.newStart, newEnd)));
    }
  });
  const similarity = before.length + after.length === 0 ? 1 : same / (before.length + after.length);
  const telling = changes.filter(({ before, after }) => /[\p{L}\p{N}]/u.test(before + after));
  const state = changes.length === 0 ? 'exact' : telling.length === 0 ? 'edited' : 'changed';
  return { state, similarity, changes: telling };
}

function change(before: string, after: string): Change {
  const kind = /\p{N}/u.test(before + after) ? 'number' : 'words';
  return { kind, before: before.trim(), after: after.trim() };
}
