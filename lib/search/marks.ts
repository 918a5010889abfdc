import type { MarkedText } from './schema.ts';
import type { Term } from './terms.ts';
import { WORD } from './typed.ts';

/** A place in a text at which a term stands; UTF-16. */
export interface Match {
  start: number;
  end: number;
  /** Which of the terms. */
  term: number;
  /** How well it fits, 0 to 1. */
  fit: number;
}

const folded = (word: string) => word.normalize('NFC').toLowerCase();

/** Where the terms stand in a text, in its order. O(length of the text × terms of several words). */
export function matchesIn(text: string, terms: readonly Term[]): Match[] {
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    word: folded(word),
  }));
  const found: Match[] = [];
  terms.forEach((term, at) => {
    if (term.kind === 'run') found.push(...runsIn(text, term.run, at));
  });
  words.forEach(({ start, end, word }, place) => {
    terms.forEach((term, at) => {
      const fit = term.kind === 'word' ? term.forms.get(word) : undefined;
      if (fit !== undefined) found.push({ start, end, term: at, fit });
      const last = term.kind === 'phrase' ? words[place + term.words.length - 1] : undefined;
      if (last && term.words.every((wanted, step) => words[place + step]?.word === wanted))
        found.push({ start, end: last.end, term: at, fit: 1 });
    });
  });
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

function runsIn(text: string, run: string, term: number): Match[] {
  const found: Match[] = [];
  for (let at = text.indexOf(run); at >= 0; at = text.indexOf(run, at + run.length)) {
    found.push({ start: at, end: at + run.length, term, fit: 1 });
  }
  return found;
}

/** The pairs of offsets that are marked: none overlaps another. */
function marksOf(matches: readonly Match[], from: number, to: number): [number, number][] {
  const marks: [number, number][] = [];
  for (const { start, end } of matches) {
    const last = marks.at(-1);
    if (start < from || end > to) continue;
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks.map(([start, end]) => [start - from, end - from]);
}

/** A whole text with what was found in it marked. */
export function marked(text: string, terms: readonly Term[]): MarkedText {
  return { text, marks: marksOf(matchesIn(text, terms), 0, text.length) };
}

const SNIPPET_MAX = 240;
/** Words that lead up to the first mark, in units. */
const LEAD = 60;
/** So far a cut is moved to a space. */
const TO_A_SPACE = 24;

/** The stretch of a text in which most of the terms stand, as one line, with them marked. */
export function snippet(text: string, matches: readonly Match[], max = SNIPPET_MAX): MarkedText {
  const { start, end } = stretchOf(text, matches, max);
  const head = start > 0 ? '… ' : '';
  const line = text.slice(start, end).replace(/\s/gu, ' ');
  const marks = marksOf(matches, start, end).map(([from, to]): [number, number] => [
    from + head.length,
    to + head.length,
  ]);
  return { text: `${head}${line}${end < text.length ? ' …' : ''}`, marks };
}

function stretchOf(text: string, matches: readonly Match[], max: number) {
  const best = bestStart(matches, max - LEAD);
  const wish = text.length <= max ? 0 : Math.max(0, Math.min(best - LEAD, text.length - max));
  let start = wish;
  if (wish > 0) {
    const space = text.slice(wish, wish + TO_A_SPACE).search(/\s/u);
    start = wish + (space >= 0 && wish + space < best ? space + 1 : 0);
    // Never between the halves of one character.
    if (/[\uDC00-\uDFFF]/.test(text[start] ?? '')) start += 1;
  }
  let end = Math.min(text.length, start + max);
  if (end < text.length) {
    const space = text.slice(end - TO_A_SPACE, end).search(/\s\S*$/u);
    if (space >= 0) end = end - TO_A_SPACE + space;
    else if (/[\uDC00-\uDFFF]/.test(text[end] ?? '')) end -= 1;
  }
  return { start, end };
}

/** Where the stretch begins that holds most different terms, and best fitting ones; the first of several. */
function bestStart(matches: readonly Match[], width: number): number {
  let best = { start: 0, worth: 0 };
  matches.forEach(({ start }, at) => {
    const worth = worthOf(matches, at, start + width);
    if (worth > best.worth) best = { start, worth };
  });
  return best.start;
}

/** How much stands from a match on up to an offset: each term once, as it fits best. */
function worthOf(matches: readonly Match[], from: number, to: number): number {
  const fits = new Map<number, number>();
  for (let at = from; at < matches.length; at += 1) {
    const { end, term, fit } = matches[at] as Match;
    if (end > to) break;
    fits.set(term, Math.max(fits.get(term) ?? 0, fit));
  }
  return [...fits.values()].reduce((sum, fit) => sum + fit, 0);
}
