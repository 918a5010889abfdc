import { describe } from '#lib/anchoring/selector.ts';
import { statementFrom } from '../statement.ts';

/** Stands where the words of a comment on the original stood that a moderator put away: in every list, feed and export. */
export const WITHHELD = '[…]';

/** What a claim says, and of which words. */
export interface ClaimWords {
  statement: string | null;
  exact: string;
  prefix: string;
  suffix: string;
}

/** A claim without the words of the comment. What its author says of them in other words is theirs, and stays. */
export function withheld({ statement, exact }: Pick<ClaimWords, 'statement' | 'exact'>): ClaimWords {
  const repeats = statement !== null && statementFrom(statement) === statementFrom(exact);
  return { statement: repeats ? WITHHELD : statement, exact: WITHHELD, prefix: '', suffix: '' };
}

/** The same claim when the comment can be read again: `start` and `end` are its place in `text`, which never changes. */
export function givenBack(statement: string | null, text: string, start: number, end: number): ClaimWords {
  const { exact, prefix, suffix } = describe(text, start, end);
  return { statement: statement === WITHHELD ? statementFrom(exact) : statement, exact, prefix, suffix };
}
