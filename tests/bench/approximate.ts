import search from 'approx-string-match';
import type { FullSelector } from '#lib/anchoring/selector.ts';

/*
 * The library that others anchor with, used as Hypothesis documents it: the very words if they stand
 * anywhere, else all that has at most min(256, length / 2) errors; of these the one with the best sum of
 * words (50), prefix (20), suffix (20) and nearness to where it stood (2).
 */

const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 };
const MOST_ERRORS = 256;

export interface Match {
  start: number;
  end: number;
  errors: number;
}

export function approximate(text: string, { exact, prefix, suffix, start }: FullSelector): Match | null {
  const most = Math.min(MOST_ERRORS, Math.floor(exact.length / 2));
  let best: Match | null = null;
  let top = Number.NEGATIVE_INFINITY;
  for (const match of matches(text, exact, most)) {
    const words = 1 - match.errors / exact.length;
    const before = alike(text.slice(Math.max(0, match.start - prefix.length), match.start), prefix);
    const after = alike(text.slice(match.end, match.end + suffix.length), suffix);
    const near = 1 - Math.abs(match.start - start) / text.length;
    const score =
      WEIGHTS.quote * words + WEIGHTS.prefix * before + WEIGHTS.suffix * after + WEIGHTS.position * near;
    if (score <= top) continue;
    top = score;
    best = match;
  }
  return best;
}

function matches(text: string, exact: string, most: number): Match[] {
  const found: Match[] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    found.push({ start: at, end: at + exact.length, errors: 0 });
  }
  return found.length > 0 ? found : search(text, exact, most);
}

function alike(text: string, context: string): number {
  if (context === '' || text === '') return 1;
  const errors = matches(text, context, context.length)[0]?.errors ?? context.length;
  return 1 - errors / context.length;
}
