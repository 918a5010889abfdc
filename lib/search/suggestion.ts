import type { Candidate } from './candidates/sought.ts';
import { matchesIn } from './marks.ts';
import type { Term } from './terms.ts';
import { WORD } from './typed.ts';

/**
 * What was typed with its misspelt words as they are written where something was found, or null where that is the same.
 * Told by what was found alone: a word that stands only in what is put away is never suggested.
 *
 * @param terms what was typed
 * @param near the same with similar spellings
 * @param found what holds those, the best first
 */
export function suggestionFor(
  typed: string,
  terms: readonly Term[],
  near: readonly Term[],
  found: readonly Candidate[],
): string | null {
  const instead = new Map<string, string>();
  near.forEach((term, at) => {
    const [word = ''] = term.words;
    const meant = term.kind === 'word' && term.needed ? meantBy(term, found) : null;
    if (meant !== null && !terms[at]?.forms.has(meant)) instead.set(word, meant);
  });
  if (instead.size === 0) return null;
  return typed.replace(WORD, (word) => instead.get(word.normalize('NFC').toLowerCase()) ?? word);
}

/** The form of a word that fits best of those found, and of several the most frequent. */
function meantBy(term: Term, found: readonly Candidate[]): string | null {
  const worth = new Map<string, number>();
  for (const { title, text, beside } of found) {
    const whole = [title, text, beside].filter(Boolean).join('\n');
    for (const { start, end, fit } of matchesIn(whole, [term])) {
      const form = whole.slice(start, end).normalize('NFC').toLowerCase();
      // A better fit outweighs any number of worse ones.
      worth.set(form, Math.max(worth.get(form) ?? 0, fit * 1_000) + 1);
    }
  }
  return [...worth].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
