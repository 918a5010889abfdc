import type { Row } from './page-words.ts';
import { NEAR, type PartPlace, withTurns } from './places.ts';
import { type Part, withoutRemarks } from './quote-parts.ts';
import type { Aligned } from './row-alignment.ts';
import type { Standout } from './standout.ts';
import type { WordFinder } from './word-finder.ts';

/** A part of fewer words stands anywhere; the others are looked for around so many places of one. */
const LEAST_ANCHOR = 2;
const MOST_ANCHORS = 5;

/** What a place for other words has to come to, by how many they are: a few of them stand beside each other anywhere. */
const LEAST_BY_WORDS = [2, 2, 2, 0.8, 0.7, 0.66];
const LEAST = 0.63;
/** … and each part of a quote that stands together. */
const LEAST_OF_PART = 0.45;
const leastFor = (words: number) => LEAST_BY_WORDS[words] ?? LEAST;

/** Where the page has the parts in other words, in order and near each other; null where it has not. */
export function alteredPlaces(standout: Standout, parts: readonly Part[]): PartPlace[] | null {
  const { finder } = standout;
  const wordings = parts.map((part) => wordingsOf(finder, part));
  for (const [at, anchor] of anchorsOf(standout, wordings)) {
    const found = around(finder, wordings, at, anchor);
    if (found)
      return withTurns(
        finder,
        found.map(({ start, end }) => ({ start, end, pieces: null })),
      );
  }
  return null;
}

/** The words of a part, with those in brackets and without. */
function wordingsOf(finder: WordFinder, { text, pieces, asides }: Part): Row[] {
  const whole = finder.read(withoutRemarks(text));
  return asides.every((aside) => aside === '') ? [whole] : [whole, finder.read(pieces.join(' '))];
}

/** Places of single parts from which the others are looked for: the very words of the longest parts, else what is like them. */
function* anchorsOf(
  standout: Standout,
  wordings: readonly Row[][],
): Generator<[part: number, place: Aligned]> {
  const longest = wordings.map((rows, at) => ({ at, rows, words: rows.at(-1)?.count ?? 0 }));
  longest.sort((a, b) => b.words - a.words);
  if (longest.length > 1) {
    for (const { at, rows, words } of longest) {
      if (words < LEAST_ANCHOR) break;
      for (const place of standout.finder.places(rows.at(-1) as Row).slice(0, MOST_ANCHORS))
        yield [at, { ...place, score: 1, words }];
    }
  }
  const { at, rows } = longest[0] as { at: number; rows: Row[] };
  const alone = longest.length === 1;
  const likeliest = best(rows, (row) => standout.find(row, alone ? leastFor(row.count) : LEAST_OF_PART));
  if (likeliest) yield [at, likeliest];
}

function best(rows: readonly Row[], find: (row: Row) => Aligned | null): Aligned | null {
  const found = rows.map(find).filter((one) => one !== null);
  return found.sort((a, b) => b.score - a.score)[0] ?? null;
}

/** All parts, the others before and behind one of them, if they together are like what the page has. */
function around(
  finder: WordFinder,
  wordings: readonly Row[][],
  at: number,
  anchor: Aligned,
): Aligned[] | null {
  const places = [anchor];
  for (let part = at - 1; part >= 0; part -= 1) {
    const end = (places[0] as Aligned).start;
    const found = best(wordings[part] as Row[], (row) => finder.within(row, { start: end - NEAR, end }));
    if (!found) return null;
    places.unshift(found);
  }
  for (let part = at + 1; part < wordings.length; part += 1) {
    const start = (places.at(-1) as Aligned).end;
    const found = best(wordings[part] as Row[], (row) => finder.within(row, { start, end: start + NEAR }));
    if (!found) return null;
    places.push(found);
  }
  const words = places.reduce((sum, place) => sum + place.words, 0);
  const alike = places.reduce((sum, place) => sum + place.score * place.words, 0);
  const isThere = places.every(({ score }) => score >= LEAST_OF_PART) && alike >= leastFor(words) * words;
  return isThere ? places : null;
}
