import { foldText } from './fold.ts';
import { Differences } from './meaning/differences.ts';
import { similarityOf } from './similarity.ts';

/** What a difference touches that makes other words say something else. */
const CHANGE_KINDS = [
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

/** Longer passages are compared by what is said of them, not of each word. */
const LONGEST = 100_000;

/**
 * Says what became of a passage that was found again. Meaning goes first: any difference that is not
 * known to be harmless is a change. Harmless are quotes, dashes, white space, punctuation (but a
 * question mark), letter case, spellings of one word, ways to write one number, unit or date, slips of
 * the pen, articles and doubled words.
 */
export function compare(before: string, after: string): Comparison {
  if (areTheSame(before, after)) return { state: 'exact', similarity: 1, changes: [] };
  const similarity = similarityOf(before, after);
  if (before.length + after.length > LONGEST)
    return { state: 'changed', similarity, changes: [{ kind: 'words', before: '', after: '' }] };
  const differences = new Differences(before, after);
  if (!differences.any()) return { state: 'edited', similarity, changes: [] };
  let changes: Change[] | undefined;
  return {
    state: 'changed',
    similarity,
    // That something changed is known sooner than what, and often all that is asked.
    get changes() {
      changes ??= differences.list();
      return changes;
    },
  };
}

/** Whether {@link compare} would not find that two passages say something else; sooner known than what. */
export function sameMeaning(before: string, after: string): boolean {
  if (areTheSame(before, after)) return true;
  return before.length + after.length <= LONGEST && !new Differences(before, after).any();
}

const areTheSame = (before: string, after: string) =>
  before === after || foldText(before).trim() === foldText(after).trim();
