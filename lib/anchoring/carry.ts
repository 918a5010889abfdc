import { type Carried, type FoundAgain, foundAt, GONE } from './carried.ts';
import { Difference, type WentTo } from './difference.ts';
import { Graphemes } from './graphemes.ts';
import type { Place } from './locate.ts';
import { searchIn } from './newcomers.ts';
import { sentenceEndOf, sentenceStart } from './sentence-borders.ts';
import { type Room, settle } from './settle.ts';
import { splits } from './whole-words.ts';
import { endWithin, isWordly, joins, wordAfter, wordBefore } from './word-borders.ts';
import { type Borders, bordersOf } from './words.ts';
import { endOfMark, lettersOf, together } from './words-together.ts';

/** A passage stays where it stood if this share of its words (by their letters) did … */
const STAYED = 0.4;
/** … or went elsewhere together. */
const MOVED = 0.5;

/**
 * Carries passages of a text over to what became of it: result i belongs to passage i. Offsets are UTF-16
 * units, ends exclusive; a passage is not empty and lies in the old text (else RangeError).
 *
 * All go through one difference of the two texts. Only what the difference touches is looked at: first
 * where its words went, then, if they went nowhere, it is searched for in what is new: words that stood
 * elsewhere before, and still do, are not the passage, however similar. O(both texts + passages).
 */
export function carry(oldText: string, newText: string, spans: readonly Place[]): Carried[] {
  const carrier = new Carrier(oldText, newText);
  return spans.map((span) => carrier.carry(span));
}

class Carrier {
  private readonly difference: Difference;
  private readonly graphemes: Graphemes;
  private search: ((span: Place) => Carried) | undefined;
  /** The touched passages so far: many people may have marked the same words. */
  private readonly known = new Map<string, Carried>();

  constructor(oldText: string, newText: string) {
    this.difference = new Difference(oldText, newText);
    this.graphemes = new Graphemes(newText);
  }

  carry(span: Place): Carried {
    const { start, end } = span;
    const { oldText } = this.difference;
    if (
      !Number.isInteger(start) ||
      !Number.isInteger(end) ||
      start < 0 ||
      end > oldText.length ||
      start >= end
    ) {
      throw new RangeError(`Not a passage of a text of ${oldText.length} units: ${start}–${end}`);
    }
    const untouched = this.untouched(span);
    if (untouched) return untouched;
    const key = `${start} ${end}`;
    let carried = this.known.get(key);
    if (!carried) {
      carried = this.inWhole(span) ?? this.byItsWords(span) ?? this.searched(span);
      this.known.set(key, carried);
    }
    return carried;
  }

  /** A passage to whose sentence nothing happened. */
  private untouched({ start, end }: Place): Carried | null {
    const { difference } = this;
    const shift = difference.shiftOf(start, end);
    if (shift === null || !this.isSentenceKept(start, end)) return null;
    const whole = this.graphemes.around({ start: start + shift, end: end + shift });
    return { found: true, ...whole, state: 'exact', similarity: 1, changes: [] };
  }

  private isSentenceKept(start: number, end: number): boolean {
    const { difference } = this;
    const { oldText } = difference;
    // The sentence is looked for only where something happened near by.
    if (difference.isKept(start - FAR_ROUND, end + FAR_ROUND)) return true;
    return difference.isKept(sentenceStart(oldText, start), sentenceEndOf(oldText, start, end));
  }

  private isInWord(start: number, end: number): boolean {
    return splits(this.difference.newText, start) || splits(this.difference.newText, end);
  }

  /** A passage whose words are all where they were, or moved together. */
  private inWhole(span: Place): Carried | null {
    const { start, end } = span;
    let shift = this.difference.shiftOf(start, end);
    const other = this.difference.shiftFromEnd(start);
    // The first letters of a word that was put in before it are not the passage.
    if (shift !== null && other !== null && this.isInWord(start + shift, end + shift)) shift = other;
    if (shift !== null) return this.found(span, { start: start + shift, end: end + shift }, 'exact');
    const move = this.difference.moveOf(start, end);
    return move === null ? null : this.found(span, { start: start + move, end: end + move }, 'moved');
  }

  /** Where the words of a passage went, if most of them went the same way. */
  private byItsWords(span: Place): Carried | null {
    const words = bordersOf(this.difference.oldText.slice(span.start, span.end));
    const went = Array.from({ length: words.count }, (_, at) => this.whereTo(words, at, span.start));
    const all = lettersOf(words, went, () => true);
    for (const moved of [false, true]) {
      const left = together(words, went, moved);
      const letters = lettersOf(words, left, (to) => to !== null);
      if (letters > 0 && letters >= all * (moved ? MOVED : STAYED))
        return this.inPlace(span, words, left, moved);
    }
    return null;
  }

  /** Where word `at` of a passage went; one that the passage cuts, as much of it as the passage has. */
  private whereTo(words: Borders, at: number, offset: number): WentTo | null {
    const [start, end] = [offset + (words.starts[at] as number), offset + (words.ends[at] as number)];
    const { oldText } = this.difference;
    let [from, to] = [start, end];
    if (at === 0) while (from > 0 && joins(oldText, from)) from -= 1;
    if (at === words.count - 1) while (to < oldText.length && joins(oldText, to)) to += 1;
    const went = this.difference.wordAt(from, to);
    if (!went || (from === start && to === end)) return went;
    const whole = went.end - went.start === to - from;
    return whole ? { ...went, start: went.start + start - from, end: went.end - (to - end) } : went;
  }

  private inPlace(span: Place, words: Borders, went: (WentTo | null)[], moved: boolean): Carried {
    let [low, high] = [Number.POSITIVE_INFINITY, -1];
    for (const to of went) {
      if (!to) continue;
      low = Math.min(low, to.start);
      high = Math.max(high, to.end);
    }
    high = endOfMark(words, went, this.difference.newText) ?? high;
    const firstHere = went.findIndex((to) => to !== null);
    const lastHere = went.findLastIndex((to) => to !== null);
    const { start, end } = span;
    if (firstHere > 0) low = this.begin(start, start + (words.starts[firstHere] as number), low, moved);
    if (lastHere < words.count - 1)
      high = this.finish(end, start + (words.ends[lastHere] as number), high, moved);
    return this.found(span, this.withSpace(span, { start: low, end: high }), moved ? 'moved' : 'exact');
  }

  /**
   * Where a passage begins whose first words were replaced: after the word that stood before it, or as
   * many words before the first that is left, if that word is gone, too, or far.
   */
  private begin(start: number, firstLeft: number, low: number, moved: boolean): number {
    const { oldText, newText } = this.difference;
    const lost = firstLeft - start;
    const neighbour = this.neighbour(wordBefore(oldText, start), moved);
    const from = neighbour && neighbour.end <= low ? neighbour.end : Math.max(0, low - lost);
    const near = low - from <= 2 * lost + ROOM;
    let at = near ? from : Math.max(from, low - lost);
    // A sentence that goes before is none of it.
    const broken = newText.slice(at, low).search(/\n[^\n]*$|[.!?] [^.!?]*$/);
    if (broken >= 0) at += broken + 1;
    while (at > from && joins(newText, at)) at -= 1;
    while (at < low && !isWordly(newText[at])) at += 1;
    return at;
  }

  private finish(end: number, lastLeft: number, high: number, moved: boolean): number {
    const { oldText, newText } = this.difference;
    const lost = end - lastLeft;
    const neighbour = this.neighbour(wordAfter(oldText, end), moved);
    const to = neighbour && neighbour.start >= high ? neighbour.start : Math.min(newText.length, high + lost);
    const near = to - high <= 2 * lost + ROOM;
    let at = near ? to : Math.min(to, high + lost);
    const whole = /^.*?[.!?](?=\s|$)/s.exec(newText.slice(high, at))?.[0] ?? newText.slice(high, at);
    const line = whole.indexOf('\n');
    const cut = high + (line < 0 ? whole.length : line);
    if (cut < at) return endWithin(newText, high, cut);
    while (at < to && joins(newText, at)) at += 1;
    return endWithin(newText, high, at);
  }

  private neighbour(word: Place | null, moved: boolean): WentTo | null {
    const went = word && this.difference.wordAt(word.start, word.end);
    return went && went.moved === moved ? went : null;
  }

  /** White space at the ends of a passage goes along. */
  private withSpace({ start, end }: Place, place: Place): Place {
    const { oldText, newText } = this.difference;
    let [low, high] = [place.start, place.end];
    for (
      let at = start;
      at < end && /\s/.test(oldText[at] as string) && /\s/.test(newText[low - 1] ?? '');
      at += 1
    )
      low -= 1;
    for (
      let at = end;
      at > start && /\s/.test(oldText[at - 1] as string) && /\s/.test(newText[high] ?? '');
      at -= 1
    )
      high += 1;
    return { start: low, end: high };
  }

  /** Looks for a passage in what is new. */
  private searched(span: Place): Carried {
    this.search ??= searchIn(this.difference);
    const found = this.search(span);
    return found.found ? this.found(span, found, 'moved') : found;
  }

  private found(span: Place, place: Place, state: FoundAgain['state']): Carried {
    const { oldText, newText } = this.difference;
    const here = this.graphemes.around(place);
    if (here.start >= here.end) return GONE;
    const old = { text: oldText, ...span, cutBefore: false, cutAfter: false };
    const { place: settled, judged } = settle(old, newText, here, () => this.roomOf(span, place));
    return foundAt(this.graphemes.around(settled), judged, state);
  }

  /** As far as the words go that came from beside a passage, where they are in its order. */
  private roomOf({ start, end }: Place, place: Place): Room {
    const { oldText, newText } = this.difference;
    const room = { low: 0, high: newText.length };
    let before = wordBefore(oldText, start);
    for (let count = 0; before && count < BESIDE; count += 1) {
      const went = this.difference.wordAt(before.start, before.end);
      if (went && went.end <= place.start) {
        room.low = went.end;
        break;
      }
      before = wordBefore(oldText, before.start);
    }
    let after = wordAfter(oldText, end);
    for (let count = 0; after && count < BESIDE; count += 1) {
      const went = this.difference.wordAt(after.start, after.end);
      if (went && went.start >= place.end) {
        room.high = went.start;
        break;
      }
      after = wordAfter(oldText, after.end);
    }
    return room;
  }
}

/** No sentence goes on so far. */
const FAR_ROUND = 800;
/** So many words beside a passage may tell how far it goes. */
const BESIDE = 4;

/** Units that may stand between a passage and the word beside it. */
const ROOM = 12;
