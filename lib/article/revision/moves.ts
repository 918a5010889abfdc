import { survival } from '../check/survival.ts';
import type { Pairing, Span } from './paragraphs.ts';

/** A paragraph that stands elsewhere now. Both ends of its way bear one number, from one on in the order of the new text. */
export interface Move {
  number: number;
  /** It went towards the beginning of the text. */
  isUp: boolean;
  /** Where it stood before. */
  from: Span;
}

/** Shorter paragraphs are the same by chance. */
const LEAST = 25;
/** From this share of its word triples on a paragraph that was edited on its way is still the same. */
const ALIKE = 0.6;
/** So many comparisons of paragraphs that are not equal are made at most. */
const MOST_COMPARED = 2_500;

/** Which of the paragraphs without a counterpart are each other's, by their place in the list. */
export function movesOf(
  pairings: readonly Pairing[],
  oldText: string,
  newText: string,
): ReadonlyMap<number, Move> {
  const gone = pairings.flatMap(({ old, now }, at) =>
    old && !now ? [{ at, span: old, words: oldText.slice(old.start, old.end).trim() }] : [],
  );
  const moves = new Map<number, Move>();
  const free = new Set(gone.filter(({ words }) => words.length >= LEAST));
  const bySame = Map.groupBy(free, ({ words }) => words);
  let compared = 0;
  let number = 0;
  const put = (from: (typeof gone)[number], at: number) => {
    number += 1;
    const move = { number, isUp: at < from.at, from: from.span };
    moves.set(from.at, move);
    moves.set(at, move);
    free.delete(from);
  };
  const rest: { at: number; words: string }[] = [];
  for (const [at, { old, now }] of pairings.entries()) {
    if (old || !now) continue;
    const words = newText.slice(now.start, now.end).trim();
    const same = bySame.get(words)?.find((one) => free.has(one));
    if (same) put(same, at);
    else if (words.length >= LEAST) rest.push({ at, words });
  }
  for (const { at, words } of rest) {
    let best: { from: (typeof gone)[number]; left: number } | null = null;
    for (const from of free) {
      compared += 1;
      if (compared > MOST_COMPARED) return moves;
      const left = Math.min(survival(from.words, words), survival(words, from.words));
      if (left >= ALIKE && left > (best?.left ?? 0)) best = { from, left };
    }
    if (best) put(best.from, at);
  }
  return moves;
}
