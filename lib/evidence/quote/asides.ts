import { isSlight } from '#lib/anchoring/meaning/common-words.ts';
import { tellingOf } from '#lib/anchoring/meaning/telling-words.ts';
import { isEnd, isParted, type Stretch } from './page-words.ts';
import type { Part } from './quote-parts.ts';
import type { WordFinder } from './word-finder.ts';
import { wordLikeness } from './word-likeness.ts';

/*
 * What somebody who quotes adds in brackets, so that the quote can be understood alone: "[the council] approved it". It
 * may stand beside the words, or for words that only point at something, and may name only what the page named before.
 */

const POINTING = new Set(
  `it he she they him her them his hers its their theirs this that these those there here we us our i me my you your who
  er sie es ihn ihm ihr ihre ihrer ihren ihrem ihres sein seine seiner seinen seinem seines dies diese dieser dieses diesem
  diesen das der die den dem denen dessen deren man wir uns unser unsere unserer unseren ich mir mich mein meine da dort
  dafür davon dazu damit darin`.split(/\s+/),
);
/** Words that name nothing. */
const LINKING = new Set(
  `of in on at to by for from with into about the a an as and der die das des dem den ein eine einer eines einem einen von
  vom zu zum zur in im an am auf aus bei beim für mit nach über um und als`.split(/\s+/),
);
/** What decides a sentence is not the quoter's to add. */
const DECIDING = new Set(['negation', 'quantifier', 'modal', 'hedge']);
/** A bracket stands for so many words at the most, … */
const MOST_REPLACED = 2;
/** … and names what stood so many words before; in the place of one that points, in so many sentences before its own. */
const REACH = 150;
const SENTENCES = 2;
/** From here on two words are forms of one. */
const SAME_NAME = 0.6;

export interface PieceStanding extends Stretch {
  /** As quoted. */
  quoted: string;
}

/** Where the words of a part stand, piece by piece, and whether what was added in brackets is no more than allowed. */
export interface Standing extends Stretch {
  pieces: PieceStanding[];
  honest: boolean;
}

/** All places where the page has the words of a part, in order. */
export function standings(finder: WordFinder, part: Part): Standing[] {
  const rows = part.pieces.map((piece) => finder.read(piece));
  const [first, ...others] = rows;
  if (!first) return [];
  const found: Standing[] = [];
  for (const place of finder.places(first)) {
    const pieces = [{ ...place, quoted: part.pieces[0] as string }];
    for (const [at, row] of others.entries()) {
      const next = follows(finder, row.ids.subarray(0, row.count), pieces.at(-1)?.end ?? 0);
      if (!next) break;
      pieces.push({ ...next, quoted: part.pieces[at + 1] as string });
    }
    if (pieces.length < rows.length) continue;
    const stretch = { start: place.start, end: pieces.at(-1)?.end ?? 0 };
    const honest = part.asides.every((aside, at) => aside === '' || mayStand(finder, aside, at, pieces));
    found.push({ ...stretch, pieces, honest });
  }
  return found;
}

/** The piece behind a bracket: at once, or where the bracket stands for words that point. */
function follows({ page }: WordFinder, ids: Int32Array, from: number): Stretch | null {
  for (let start = from; start <= from + MOST_REPLACED; start += 1) {
    if (start > from && isEnd(page, start - 1)) return null;
    const end = start + ids.length;
    if (end <= page.count && ids.every((id, at) => page.ids[start + at] === id)) return { start, end };
  }
  return null;
}

function mayStand(finder: WordFinder, aside: string, at: number, pieces: readonly Stretch[]): boolean {
  const [before, after] = [pieces[at - 1], pieces[at]];
  if (before && after && !onlyPointing(finder, before.end, after.start)) return false;
  if (!before && after && !mayBegin(finder, after.start)) return false;
  const points = before && after ? before.end < after.start : isPointing(finder, before, after);
  const [start, end] = [(before ?? after)?.start ?? 0, (after ?? before)?.end ?? 0];
  return names(finder, aside, { start: points ? sentencesBefore(finder, start) : end - REACH, end });
}

/** Whether the word beside a bracket at either end of a part is one that points, and stands for what is in it. */
function isPointing(finder: WordFinder, before: Stretch | undefined, after: Stretch | undefined): boolean {
  const at = after ? after.start - 1 : (before?.end ?? 0);
  const isParting = isParted(finder.page, after ? at : at - 1);
  return !isParting && POINTING.has(finder.word(finder.page, at));
}

/** Where the sentences begin that stand before the one of a passage. */
function sentencesBefore({ page }: WordFinder, start: number): number {
  let at = start;
  for (let ends = 0; at > 0; at -= 1) {
    if (isEnd(page, at - 1)) ends += 1;
    if (ends > SENTENCES) break;
  }
  return at;
}

function onlyPointing(finder: WordFinder, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!POINTING.has(finder.word(finder.page, at))) return false;
  return true;
}

/** Whether what stands before a passage is not the one that the bracket gives it to. */
function mayBegin(finder: WordFinder, start: number): boolean {
  return isParted(finder.page, start - 1) || POINTING.has(finder.word(finder.page, start - 1));
}

/** Whether words decide nothing, and name what the page named shortly before. */
function names(finder: WordFinder, aside: string, { start, end }: Stretch): boolean {
  const row = finder.read(aside);
  const words = Array.from({ length: row.count }, (_, at) => finder.word(row, at));
  if (words.some((word) => /^[0-9]/.test(word) || DECIDING.has(tellingOf(word)?.kind ?? ''))) return false;
  const names = words.filter((word) => !LINKING.has(word) && !POINTING.has(word) && !isSlight(word));
  if (names.length === 0) return words.every(isSlight);
  const near = new Set<string>();
  for (let at = Math.max(0, start, end - REACH); at < end; at += 1) near.add(finder.word(finder.page, at));
  return names.every(
    (name) => near.has(name) || [...near].some((word) => wordLikeness(name, word) >= SAME_NAME),
  );
}
