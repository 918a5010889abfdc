import { type Carried, type FoundAgain, foundAt, GONE } from './carried.ts';
import { compare } from './changes.ts';
import { Difference, type WentTo } from './difference.ts';
import { Graphemes } from './graphemes.ts';
import type { Place } from './locate.ts';
import { searchIn } from './newcomers.ts';
import { endWithin, isWordly, joins, wordAfter, wordBefore } from './word-borders.ts';
import { type Borders, bordersOf } from './words.ts';

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
    const shift = this.difference.shiftOf(start, end);
    if (shift !== null) return this.found(span, { start: start + shift, end: end + shift }, 'exact');
    const move = this.difference.moveOf(start, end);
    if (move !== null) return this.found(span, { start: start + move, end: end + move }, 'moved');
    const key = `${start} ${end}`;
    let carried = this.known.get(key);
    if (!carried) {
      carried = this.byItsWords(span) ?? this.searched(span);
      this.known.set(key, carried);
    }
    return carried;
  }

  /** Where the words of a passage went, if most of them went the same way. */
  private byItsWords(span: Place): Carried | null {
    const words = bordersOf(this.difference.oldText.slice(span.start, span.end));
    const went = Array.from({ length: words.count }, (_, at) => this.whereTo(words, at, span.start));
    const all = lettersOf(words, went, () => true);
    for (const moved of [false, true]) {
      const together = this.together(words, went, moved);
      const letters = lettersOf(words, together, (to) => to !== null);
      if (letters > 0 && letters >= all * (moved ? MOVED : STAYED))
        return this.inPlace(span, words, together, moved);
    }
    return null;
  }

  /** Of the words that stayed in order (or moved) those that are still together; null for the others. */
  private together(words: Borders, went: readonly (WentTo | null)[], moved: boolean): (WentTo | null)[] {
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

  private found({ start, end }: Place, place: Place, state: FoundAgain['state']): Carried {
    const { oldText, newText } = this.difference;
    const whole = this.graphemes.around(place);
    if (whole.start >= whole.end) return GONE;
    const judged = compare(oldText.slice(start, end), newText.slice(whole.start, whole.end));
    return foundAt(whole, judged, state);
  }
}

/**
 * Words with so many units more between them than before are not together any more, marks of punctuation
 * sooner, for they are everywhere, and parts of so many letters later.
 */
const NEAR_WORD = 40;
const NEAR_MARK = 4;
const FAR = 160;
const GOOD_PART = 16;

const lengthAt = (words: Borders, at: number) => (words.ends[at] as number) - (words.starts[at] as number);

function lettersOf(
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

/** Units that may stand between a passage and the word beside it. */
const ROOM = 12;
