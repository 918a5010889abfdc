import { type Folded, fold, foldText } from './fold.ts';
import { occurrences } from './occurrences.ts';
import type { Selector } from './selector.ts';

/** A passage of the text: UTF-16 offsets, `end` exclusive. */
export interface Place {
  start: number;
  end: number;
}

/**
 * `exact`: the words stand where they stood, or between the same words as before. `moved`: the same
 * words, elsewhere.
 */
type Location =
  | { found: true; start: number; end: number; state: 'exact' | 'moved' }
  | { found: false; why: 'target-not-found' | 'target-ambiguous'; places: Place[] };

/** How many of the places of an ambiguous quote are told; nobody chooses among more. */
export const PLACES_LIMIT = 50;
/**
 * Fewer units of agreeing context than this are chance (an article, a preposition), unless all of
 * the context that was given agrees.
 */
const TELLING_CONTEXT = 8;

/** A place of the very words. */
export interface Occurrence extends Place {
  /** Units of prefix and suffix that agree. */
  before: number;
  after: number;
}

/** A selector, folded, with the one it came from. */
export interface Wanted {
  exact: string;
  prefix: string;
  suffix: string;
  selector: Selector;
}

/** Units of `context` that agree with what ends at `end` of the folded text, from the passage outwards. */
function agreeBefore(text: string, end: number, context: string): number {
  let at = end;
  if (text[at - 1] === ' ') at -= 1;
  let count = 0;
  while (count < context.length && text[at - 1 - count] === context[context.length - 1 - count]) count += 1;
  return count;
}

function agreeAfter(text: string, start: number, context: string): number {
  const at = text[start] === ' ' ? start + 1 : start;
  let count = 0;
  while (count < context.length && text[at + count] === context[count]) count += 1;
  return count;
}

/** Folds what a selector says. */
export function wantedOf(selector: Selector): Wanted {
  return {
    exact: foldText(selector.exact).trim(),
    prefix: foldText(selector.prefix ?? '').trimEnd(),
    suffix: foldText(selector.suffix ?? '').trimStart(),
    selector,
  };
}

/** The folded match as a passage of the original; null where it would cut a character. */
export function unfold({ text, from, to }: Folded, at: number, length: number): Place | null {
  const last = at + length - 1;
  const start = from[at] as number;
  const end = to[last] as number;
  const cutsStart = at > 0 && from[at - 1] === start;
  const cutsEnd = last + 1 < text.length && (from[last + 1] as number) < end;
  return cutsStart || cutsEnd ? null : { start, end };
}

/** The places where exactly the wanted words stand. O(text). */
export function occurrencesOf(
  folded: Folded,
  wanted: Wanted,
  placesOf: (exact: string) => Iterable<number>,
): Occurrence[] {
  const list: Occurrence[] = [];
  for (const at of placesOf(wanted.exact)) {
    const place = unfold(folded, at, wanted.exact.length);
    if (!place) continue;
    list.push({
      ...place,
      before: agreeBefore(folded.text, at, wanted.prefix),
      after: agreeAfter(folded.text, at + wanted.exact.length, wanted.suffix),
    });
  }
  return list;
}

/** Whether enough of the context agrees to be no chance. */
export function contextTells(candidate: Occurrence, { prefix, suffix }: Wanted): boolean {
  const tells = (agreed: number, given: number) => given > 0 && agreed >= Math.min(given, TELLING_CONTEXT);
  return tells(candidate.before, prefix.length) || tells(candidate.after, suffix.length);
}

/** Those for which `rank` is greatest. */
export function best(list: Occurrence[], rank: (candidate: Occurrence) => number): Occurrence[] {
  let top = Number.NEGATIVE_INFINITY;
  for (const candidate of list) top = Math.max(top, rank(candidate));
  return list.filter((candidate) => rank(candidate) === top);
}

/** Narrows several places down: by context, by the very same writing, by nearness to where it stood. */
function choose(text: string, all: Occurrence[], wanted: Wanted): Occurrence[] {
  const byContext = best(all, ({ before, after }) => before + after);
  let left = byContext.some((candidate) => contextTells(candidate, wanted)) ? byContext : all;
  const { exact, start } = wanted.selector;
  if (left.length > 1) {
    const verbatim = new Set(occurrences(text, exact));
    left = best(left, (candidate) => Number(verbatim.has(candidate.start)));
  }
  if (left.length > 1 && start !== undefined)
    left = best(left, (candidate) => -Math.abs(candidate.start - start));
  return left;
}

function stateOf(candidate: Occurrence, { prefix, suffix, selector }: Wanted): 'exact' | 'moved' {
  if (selector.start === undefined || selector.start === candidate.start) return 'exact';
  const given = prefix.length + suffix.length;
  return given > 0 && candidate.before === prefix.length && candidate.after === suffix.length
    ? 'exact'
    : 'moved';
}

/** The words at the very place that was named need no search; most selectors of an unchanged text end here. */
export function inPlace(text: string, { exact, prefix = '', suffix = '', start }: Selector): Location | null {
  if (start === undefined || !Number.isInteger(start) || start < 0) return null;
  const end = start + exact.length;
  if (start < prefix.length) return null;
  const same =
    text.startsWith(exact, start) &&
    text.startsWith(suffix, end) &&
    text.startsWith(prefix, start - prefix.length);
  return same ? { found: true, start, end, state: 'exact' } : null;
}

/**
 * Prepares a text in which many selectors are to be found; the function that comes back does what
 * {@link locate} does. The text is folded once, at the first selector that needs it.
 */
export function locator(text: string): (selector: Selector) => Location {
  let folded: Folded | undefined;
  return (selector) => {
    if (!/\S/.test(selector.exact)) return { found: false, why: 'target-not-found', places: [] };
    const there = inPlace(text, selector);
    if (there) return there;
    folded ??= fold(text);
    const known = folded;
    const wanted = wantedOf(selector);
    if (!wanted.exact) return { found: false, why: 'target-not-found', places: [] };
    const all = occurrencesOf(known, wanted, (exact) => occurrences(known.text, exact));
    if (all.length === 0) return { found: false, why: 'target-not-found', places: [] };
    const [chosen, ...others] = all.length === 1 ? all : choose(text, all, wanted);
    if (chosen && others.length === 0) {
      return { found: true, start: chosen.start, end: chosen.end, state: stateOf(chosen, wanted) };
    }
    const places = [chosen as Occurrence, ...others].slice(0, PLACES_LIMIT);
    return {
      found: false,
      why: 'target-ambiguous',
      places: places.map(({ start, end }) => ({ start, end })),
    };
  };
}

/**
 * Finds the passage that a selector names, and no other words than those. Runs of white space, forms
 * of quotes and dashes, invisible characters and Unicode composition may differ; nothing else may.
 *
 * Several places are told apart by the context (the longest agreement of prefix and suffix), then by
 * the very same writing, then by nearness to `start`; what remains equal is ambiguous, and
 * `places` offers up to {@link PLACES_LIMIT} of them. The place never cuts a character, and white
 * space at the ends of `exact` is not part of it unless the words stand at `start` unchanged.
 *
 * O(text + exact) for one selector; {@link locator} shares the work on the text between many.
 */
export function locate(text: string, selector: Selector): Location {
  return locator(text)(selector);
}
