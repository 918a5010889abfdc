import type { Carried, FoundAgain, Orphaned } from './carried.ts';
import { foundAt, GONE } from './carried.ts';
import { compare } from './changes.ts';
import { type Folded, fold, foldText } from './fold.ts';
import { Graphemes } from './graphemes.ts';
import { type Ground, isPassage, type Likely, standoutOf, TELLING_WORDS, weigh } from './judge.ts';
import {
  best,
  contextTells,
  inPlace,
  type Occurrence,
  occurrencesOf,
  PLACES_LIMIT,
  type Place,
  type Wanted,
  wantedOf,
} from './locate.ts';
import { type Pattern, Searcher } from './search.ts';
import type { Selector } from './selector.ts';
import { type Room, settle, settleAlike, standingOf } from './settle.ts';
import { splits } from './whole-words.ts';

/** Two places are equally good if they are alike to the passage up to this difference. */
const EQUAL = 0.05;

/** What the one who searches knows of the text already. */
interface Given {
  standout?: number;
  /** Of the likeliest places so many are looked at. */
  most?: number;
}

/**
 * Prepares a text in which many selectors are to be found; the function that comes back does what
 * {@link resolve} does. What is known of the text is worked out once, when it is first needed; also how
 * much a place must stand out (see judge.ts), unless that is given, as is how many places are looked at.
 */
export function resolver(text: string, given: Given = {}): (selector: Selector) => Carried {
  const search = new Search(text, given);
  return (selector) => search.find(selector);
}

/**
 * Finds the passage that a selector names, though its words were edited, or says that it is not there
 * any more: `gone`, or `ambiguous` with the places that are equally good. The words between the same
 * neighbours are preferred to the same words elsewhere; see judge.ts for what is believed. Never throws;
 * the place never cuts a grapheme and never lies outside of the text.
 *
 * O(text) for the first selector; an edited one then costs O(selector²/32) and a bounded number of
 * looks at the text, whatever its length. {@link resolver} shares the work on the text between many.
 */
export function resolve(text: string, selector: Selector): Carried {
  return resolver(text)(selector);
}

/** A whole sentence tells more than words in the middle of one. */
const SENTENCE = /^\p{Lu}.*[.!?…]["')]*$/su;
const TELLING_SENTENCE = 20;

class Search {
  private readonly text: string;
  private readonly graphemes: Graphemes;
  private standout: number | undefined;
  private readonly most: number | undefined;
  private known: { folded: Folded; searcher: Searcher } | undefined;

  constructor(text: string, { standout, most }: Given) {
    this.text = text;
    this.standout = standout;
    this.most = most;
    this.graphemes = new Graphemes(text);
  }

  find(selector: Selector): Carried {
    const there = selector.exact === '' ? null : inPlace(this.text, selector);
    if (there?.found) return this.found(there, 'exact', selector);
    if (!/\S/.test(selector.exact)) return GONE;
    const wanted = wantedOf(selector);
    if (!wanted.exact) return GONE;
    return this.verbatim(wanted) ?? this.edited(wanted) ?? GONE;
  }

  private folded(): { folded: Folded; searcher: Searcher } {
    if (!this.known) {
      const folded = fold(this.text);
      this.known = { folded, searcher: new Searcher(folded.text, this.most) };
    }
    return this.known;
  }

  /** The very words: between their neighbours, or long enough to be told by themselves. */
  private verbatim(wanted: Wanted): Carried | null {
    const all = this.occurrences(wanted);
    if (all.length === 0) return null;
    const top = best(all, ({ before, after }) => before + after);
    const told = top.some((one) => contextTells(one, wanted));
    const { start } = wanted.selector;
    const left = told ? top : all;
    const stayed = left.filter((one) => one.start === start);
    const [only, another] = stayed.length === 1 ? stayed : left;
    if (told && only && !another) return this.same(only, wanted);
    const free = wanted.prefix.length + wanted.suffix.length === 0;
    if (!told && !free) {
      // They stand elsewhere, and the words at the place itself may have been edited.
      const edited = this.edited(wanted);
      if (edited?.found && !all.some(({ start: at }) => at === edited.start)) return edited;
      const telling = SENTENCE.test(wanted.exact) ? TELLING_SENTENCE : TELLING_WORDS;
      if (!another && wanted.exact.length < telling)
        return { ...GONE, places: [{ start: all[0]?.start ?? 0, end: all[0]?.end ?? 0 }] };
    }
    return only && !another ? this.same(only, wanted) : ambiguous(left);
  }

  private occurrences(wanted: Wanted): Occurrence[] {
    const { folded, searcher } = this.folded();
    return occurrencesOf(folded, wanted, (exact) => searcher.places(exact));
  }

  private same(one: Occurrence, { prefix, suffix, selector }: Wanted): FoundAgain {
    const given = prefix.length + suffix.length;
    const between =
      given > 0 &&
      ((prefix.length > 0 && one.before === prefix.length) ||
        (suffix.length > 0 && one.after === suffix.length));
    const stayed = selector.start === undefined ? given === 0 : selector.start === one.start;
    return this.found(one, stayed || between ? 'exact' : 'moved', selector);
  }

  private edited(wanted: Wanted): Carried | null {
    const { folded, searcher } = this.folded();
    const { selector } = wanted;
    const pattern: Pattern = {
      exact: wanted.exact,
      prefix: foldText(selector.prefix ?? ''),
      suffix: foldText(selector.suffix ?? ''),
    };
    const likely = weigh(searcher.candidates(pattern), pattern);
    const ground: Ground = {
      standout: () => {
        this.standout ??= standoutOf(folded.text, (sample) => searcher.candidates(sample, true));
        return this.standout;
      },
      stands: (words) => searcher.places(words).length > 0,
    };
    const good = likely.filter((_, at) =>
      isPassage(likely, at, pattern, folded.text, selector.start, ground),
    );
    const [first, ...others] = good;
    if (!first) return null;
    const rivals = others.filter((other) => first.alike - other.alike < EQUAL);
    if (rivals.length > 0) return ambiguous([first, ...rivals].map((one) => this.placeOf(folded, one)));
    return this.found(this.placeOf(folded, first), 'edited', selector);
  }

  private placeOf({ from, to }: Folded, { start, end }: Likely): Place {
    return { start: from[start] as number, end: to[end - 1] as number };
  }

  /** On the borders of graphemes, with what became of the words. */
  private found(place: Place, state: FoundAgain['state'], selector: Selector): FoundAgain {
    const same = state === 'edited' ? 'exact' : state;
    if (standsBetween(this.text, place, selector)) {
      const whole = this.graphemes.around(place);
      return foundAt(whole, compare(selector.exact, this.text.slice(whole.start, whole.end)), same);
    }
    const judge = state === 'edited' ? settleAlike : settle;
    const old = standingOf(selector);
    const { place: settled, judged } = judge(old, this.text, this.graphemes.around(place), () =>
      this.roomOf(place, selector),
    );
    return foundAt(this.graphemes.around(settled), judged, same);
  }

  /** As far as the words beside a passage that stand there still; no further than it is where none do. */
  private roomOf({ start, end }: Place, { prefix = '', suffix = '' }: Selector): Room {
    const { text } = this;
    const last = LAST_WORD.exec(prefix)?.[0] ?? '';
    const next = FIRST_WORD.exec(suffix)?.[0] ?? '';
    const low = last === '' ? -1 : text.lastIndexOf(last, start - last.length);
    const high = next === '' ? -1 : text.indexOf(next, end);
    return {
      low: low < Math.max(0, start - FURTHEST) ? start : low + last.length,
      high: high < 0 || high > end + FURTHEST ? end : high,
    };
  }
}

/** A word with the marks between it and the passage. */
const LAST_WORD = /[\p{L}\p{N}]+[^\p{L}\p{N}]*$/u;
const FIRST_WORD = /^[^\p{L}\p{N}]*[\p{L}\p{N}]+/u;

/** Words further away are others. */
const FURTHEST = 300;

/** Whether a passage stands between the same words as before, as far as these are known. */
function standsBetween(text: string, { start, end }: Place, { prefix = '', suffix = '' }: Selector): boolean {
  if (!text.startsWith(suffix, end) || start < prefix.length) return false;
  if (!text.startsWith(prefix, start - prefix.length)) return false;
  return (prefix !== '' || !splits(text, start)) && (suffix !== '' || !splits(text, end));
}

function ambiguous(places: readonly Place[]): Orphaned {
  return {
    found: false,
    state: 'orphaned',
    why: 'ambiguous',
    places: places.slice(0, PLACES_LIMIT).map(({ start, end }) => ({ start, end })),
  };
}
