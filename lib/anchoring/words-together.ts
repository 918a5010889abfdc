import type { WentTo } from './difference.ts';
import { isWordly } from './word-borders.ts';
import type { Borders } from './words.ts';

/**
 * Words with so many units more between them than before are not together any more, marks of punctuation
 * sooner, for they are everywhere, and parts of so many letters later.
 */
const NEAR_WORD = 40;
const NEAR_MARK = 4;
const FAR = 160;
const GOOD_PART = 16;

const lengthAt = (words: Borders, at: number) => (words.ends[at] as number) - (words.starts[at] as number);

/** How many letters those of the words have that count. */
export function lettersOf(
  words: Borders,
  went: readonly (WentTo | null)[],
  counts: (to: WentTo | null) => boolean,
): number {
  let letters = 0;
  went.forEach((to, at) => {
    if (counts(to)) letters += lengthAt(words, at);
  });
  return letters;
}

/** Of the words that stayed in order (or moved) those that are still together; null for the others. */
export function together(
  words: Borders,
  went: readonly (WentTo | null)[],
  moved: boolean,
): (WentTo | null)[] {
  let groups: number[][] = [];
  const lettersIn = (group: readonly number[]) => group.reduce((sum, at) => sum + lengthAt(words, at), 0);
  const gapsBefore = (from: number, to: number) => {
    const [left, right] = [went[from] as WentTo, went[to] as WentTo];
    const before = (words.starts[to] as number) - (words.ends[from] as number);
    return right.start - left.end - 2 * before;
  };
  went.forEach((to, at) => {
    if (to?.moved !== moved) return;
    const last = groups.at(-1)?.at(-1);
    const between = last === undefined ? Number.POSITIVE_INFINITY : gapsBefore(last, at);
    const order = last === undefined || to.start >= (went[last] as WentTo).end;
    const beside = Math.min(
      lettersIn(groups.at(-1) ?? []),
      isWordly(words.text[words.starts[at] as number]) ? lengthAt(words, at) : 0,
    );
    const near = Math.min(NEAR_WORD, NEAR_MARK + 3 * beside);
    if (order && between <= near) groups.at(-1)?.push(at);
    else groups.push([at]);
  });
  // What was put in between two good parts of a passage is part of it now.
  groups = groups.reduce<number[][]>((joined, group) => {
    const last = joined.at(-1);
    const between = last ? gapsBefore(last.at(-1) as number, group[0] as number) : 0;
    const both = last && Math.min(lettersIn(last), lettersIn(group)) >= GOOD_PART;
    if (
      both &&
      between >= -FAR &&
      between <= FAR &&
      (went[group[0] as number] as WentTo).start > (went[last.at(-1) as number] as WentTo).end
    )
      last.push(...group);
    else joined.push(group);
    return joined;
  }, []);
  const sizes = groups.map(lettersIn);
  const best = new Set(groups[sizes.indexOf(Math.max(...sizes))]);
  return went.map((to, at) => (best.has(at) ? to : null));
}

/** Where the mark ends that closes a passage, if it stands right behind the word still that it stood behind. */
export function endOfMark(words: Borders, went: readonly (WentTo | null)[], newText: string): number | null {
  const last = words.count - 1;
  const [word, start] = [went[last - 1], words.starts[last] as number];
  if (!word || !went[last] || words.ends[last - 1] !== start || isWordly(words.text[start])) return null;
  const mark = words.text.slice(start, words.ends[last]);
  return newText.startsWith(mark, word.end) ? word.end + mark.length : null;
}
