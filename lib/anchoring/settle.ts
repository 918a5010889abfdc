import { type Change, type Comparison, compare } from './changes.ts';
import type { Place } from './locate.ts';
import type { Selector } from './selector.ts';
import { sentenceEndOf, sentenceStart } from './sentence-borders.ts';
import { type Standing, turnedBy } from './surroundings.ts';
import { withWholeWords } from './whole-words.ts';
import { isWordly } from './word-borders.ts';

/** Where a passage comes to stand, and what became of what it says. */
export interface Settled {
  place: Place;
  judged: Comparison;
}

/** A passage with what its selector knows of the text around it. */
export function standingOf({ exact, prefix = '', suffix = '' }: Selector): Standing {
  const start = prefix.length;
  return {
    text: prefix + exact + suffix,
    start,
    end: start + exact.length,
    cutBefore: true,
    cutAfter: true,
  };
}

/** How far a passage may grow: what stands beyond was there before, and is none of it. */
export interface Room {
  low: number;
  high: number;
}

/**
 * Says what became of a passage that stands at a place now. Where a word begins or ends inside the passage and goes
 * on beyond it, the whole word is compared ("legal", "illegal"); of a whole sentence the whole one that stands there
 * now; and what the rest of its sentence makes of a passage counts, too. O(passage + sentence).
 */
export function settle(old: Standing, text: string, found: Place, room: () => Room): Settled {
  const grown = wholeSentence(old, text, found, room);
  const words = withWholeWords(old, { text, ...grown });
  const whole = compare(
    old.text.slice(words.old.start, words.old.end),
    text.slice(words.now.start, words.now.end),
  );
  if (whole.state === 'changed') return { place: words.now, judged: whole };
  const isGrown = words.now.start !== grown.start || words.now.end !== grown.end;
  const judged = isGrown
    ? compare(old.text.slice(old.start, old.end), text.slice(grown.start, grown.end))
    : whole;
  // Only the whole words say the same.
  if (judged.state === 'changed') return { place: words.now, judged: { ...whole, state: 'edited' } };
  const turned = turnedBy(old, { text, ...grown, cutBefore: false, cutAfter: false });
  return { place: grown, judged: turned.length > 0 ? changedBy(judged, turned) : judged };
}

/**
 * The same for a passage whose words were found by their likeness: if they say something else already, the words
 * beside them may be worn as well, and tell nothing of its ends.
 */
export function settleAlike(old: Standing, text: string, found: Place, room: () => Room): Settled {
  const place = wholeSentence(old, text, found, room);
  const judged = compare(old.text.slice(old.start, old.end), text.slice(place.start, place.end));
  return judged.state === 'changed' ? { place, judged } : settle(old, text, found, room);
}

function changedBy({ similarity }: Comparison, changes: Change[]): Comparison {
  return { state: 'changed', similarity, changes };
}

/** The whole sentence that stands there now, if a whole one was marked. */
function wholeSentence(old: Standing, text: string, place: Place, room: () => Room): Place {
  const oldStart = sentenceStart(old.text, old.start);
  if ((oldStart === 0 && old.cutBefore) || hasWords(old.text, oldStart, old.start)) return place;
  const oldEnd = sentenceEndOf(old.text, old.start, old.end);
  if ((oldEnd === old.text.length && old.cutAfter && !ended(old)) || hasWords(old.text, old.end, oldEnd))
    return place;
  const from = Math.max(sentenceStart(text, place.start), text.lastIndexOf(';', place.start - 1) + 1);
  const to = clauseEnd(text, place.end, sentenceEndOf(text, place.start, place.end));
  const more = { before: hasWords(text, from, place.start), after: hasWords(text, place.end, to) };
  if (!more.before && !more.after) return place;
  const { low, high } = room();
  let { start, end } = place;
  if (more.before && hasWords(text, Math.max(low, from), start))
    start = firstWord(text, Math.max(low, from), start);
  if (more.after && hasWords(text, end, Math.min(high, to)))
    end = lastWord(text, end, Math.min(high, to), old.end === oldEnd);
  return { start, end };
}

/** What stands behind a semicolon is a sentence of its own. */
function clauseEnd(text: string, from: number, to: number): number {
  const stop = text.slice(from, to).indexOf(';');
  return stop < 0 ? to : from + stop;
}

/** Whether a passage has the mark itself that ends its sentence. */
const ended = ({ text, end }: Standing) => /[.!?…]["'”’)]*\s*$/.test(text.slice(Math.max(0, end - 4), end));

function hasWords(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (isWordly(text[at])) return true;
  return false;
}

function firstWord(text: string, from: number, to: number): number {
  while (from < to && !isWordly(text[from]) && !/["“„‚‘«»'([]/.test(text[from] as string)) from += 1;
  return from;
}

/** With the marks at the end if the passage had them. */
function lastWord(text: string, from: number, to: number, marked: boolean): number {
  while (to > from && (marked ? /\s/.test(text[to - 1] as string) : !isWordly(text[to - 1]))) to -= 1;
  return to;
}
