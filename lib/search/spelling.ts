/** Words that share letters with one that was typed, as many as are looked at. */
const SIMILAR_MAX = 8;
const FIT_OF_SIMILAR = 0.6;
/** Shorter words are like too many others. */
const SHORTEST = 4;

/** How many slips of the pen a word of a length may hold. */
function slipsIn(length: number): number {
  if (length < SHORTEST) return 0;
  if (length < 6) return 1;
  return length < 10 ? 2 : 3;
}

/**
 * Which of some words could be meant by one that was typed, each with how well it fits: those that differ by few
 * letters (left out, added, wrong, or two that changed places), and those that begin or, as compounds do, end with it.
 * All without accents. At most eight, the best first.
 */
export function spellings(
  typed: string,
  known: readonly { word: string; plain: string }[],
): [string, number][] {
  const most = slipsIn(typed.length);
  if (most === 0) return [];
  return known
    .flatMap(({ word, plain }): [string, number][] => {
      const slips = distance(typed, plain, most);
      if (slips <= most) return [[word, FIT_OF_SIMILAR * (1 - slips / (2 * most + 1))]];
      const isPart = plain.startsWith(typed) || plain.endsWith(typed);
      return isPart ? [[word, (FIT_OF_SIMILAR * typed.length) / plain.length]] : [];
    })
    .sort((a, b) => b[1] - a[1])
    .slice(0, SIMILAR_MAX);
}

/**
 * A word with each two neighbouring letters in the other order: trigrams hardly tell that slip in a short word (brigde and
 * bridge share a fourth of theirs).
 */
export function swapsOf(word: string): string[] {
  const letters = [...word];
  if (letters.length < SHORTEST) return [];
  const swaps = letters.slice(1).map((letter, at) => {
    const swapped = [...letters];
    swapped[at + 1] = letters[at] as string;
    swapped[at] = letter;
    return swapped.join('');
  });
  return [...new Set(swaps)].filter((one) => one !== word);
}

/** Whether two words, in small letters, could be one that somebody misspelt. */
export function isSlipOf(a: string, b: string): boolean {
  const most = slipsIn(Math.min(a.length, b.length));
  return most > 0 && distance(a, b, most) <= most;
}

/**
 * Optimal string alignment (Damerau–Levenshtein where no place is edited twice), in UTF-16 units. More than `most` when
 * it is more. O(product of the lengths).
 */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (same ? 0 : 1),
        swapped ? (before[j - 2] as number) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = last;
    last = row;
  }
  return last[b.length] as number;
}
