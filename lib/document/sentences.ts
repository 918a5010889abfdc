/** A passage: UTF-16 offsets, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** What may stand between words and yet says nothing: white space and invisible separators. */
const BLANK = /[\s\u200B\u2060\uFEFF]/;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(granularity: 'grapheme' | 'word' | 'sentence', lang = 'en'): Intl.Segmenter {
  const key = `${granularity} ${lang}`;
  let found = segmenters.get(key);
  if (!found) {
    try {
      found = new Intl.Segmenter(lang, { granularity });
    } catch {
      // A declared language that is not a well-formed tag ("en_US", "deutsch") must not stop a selection.
      found = new Intl.Segmenter('en', { granularity });
    }
    segmenters.set(key, found);
  }
  return found;
}

/** Below this code unit a character never joins its neighbour, but for CR LF. */
const PLAIN = 0x300;
/** A cluster longer than this is taken as broken text; only its surrogate pairs are kept whole. */
const CLUSTER_LIMIT = 512;

function isPlainBorder(text: string, index: number): boolean {
  const before = text.charCodeAt(index - 1);
  const after = text.charCodeAt(index);
  return before < PLAIN && after < PLAIN && !(before === 13 && after === 10);
}

function isPairInside(text: string, index: number): boolean {
  return (text.charCodeAt(index - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(index) & 0xfc00) === 0xdc00;
}

/**
 * The grapheme cluster around a border that may cut one: `{ start, end }` with `start < index < end`,
 * or `start = end = index` where nothing is cut. O(length of the run without plain letters).
 */
function clusterAt(text: string, index: number): Span {
  const whole = { start: index, end: index };
  if (index <= 0 || index >= text.length || isPlainBorder(text, index)) return whole;
  let from = index;
  const stop = Math.max(0, index - CLUSTER_LIMIT);
  while (from > stop && !(from < index && isPlainBorder(text, from))) from -= 1;
  if (isPairInside(text, from)) from += 1;
  const window = text.slice(from, Math.min(text.length, index + CLUSTER_LIMIT));
  const cluster = segmenter('grapheme')
    .segment(window)
    .containing(index - from);
  if (!cluster || cluster.index === index - from) return whole;
  return { start: from + cluster.index, end: from + cluster.index + cluster.segment.length };
}

/**
 * Makes a passage of any two offsets: in order, inside the text, never cutting a surrogate pair, an
 * emoji sequence or a combining mark (a cut cluster is taken whole), without white space at its
 * ends. A passage of white space alone comes back empty (`start === end`). O(length of the white
 * space at the ends).
 */
export function snap(text: string, start: number, end: number): Span {
  const clamp = (offset: number) => Math.min(Math.max(Math.trunc(offset) || 0, 0), text.length);
  let from = clamp(Math.min(start, end));
  let to = clamp(Math.max(start, end));
  if (from === to) return { start: from, end: to };
  from = clusterAt(text, from).start;
  to = clusterAt(text, to).end;
  // White space that carries a combining mark is seen, and stays; CR LF is one cluster.
  const isBlank = (at: number, border: number) =>
    BLANK.test(text[at] as string) &&
    (text[at] === '\n' || text[at] === '\r' || clusterAt(text, border).start === border);
  while (from < to && isBlank(from, from + 1)) from += 1;
  while (to > from && isBlank(to - 1, to - 1)) to -= 1;
  return { start: from, end: to };
}

/** The line (textblock, or part of one between hard breaks) that holds an offset. */
function lineAt(text: string, offset: number): Span {
  const at = Math.min(Math.max(offset, 0), text.length);
  const next = text.indexOf('\n', at);
  return { start: at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1, end: next === -1 ? text.length : next };
}

/**
 * The word at an offset: the one that holds it or ends at it, else the nearest after it in the same
 * line. Null where the line has none. O(length of the line).
 */
export function wordAt(text: string, offset: number, lang?: string): Span | null {
  const line = lineAt(text, offset);
  for (const { index, segment, isWordLike } of segmenter('word', lang).segment(
    text.slice(line.start, line.end),
  )) {
    const end = line.start + index + segment.length;
    if (isWordLike && end >= offset) return { start: line.start + index, end };
  }
  return null;
}

/*
 * Full stops that do not end a sentence. ICU breaks after them when a capital follows; its own lists
 * of exceptions are not switched on in browsers, so the common ones of English and German stand here.
 */
const ABBREVIATIONS = new Set(
  (
    'dr prof mr mrs ms messrs st sr jr sen rep gov gen col lt capt sgt rev hon pres no nos vol vs etc al ' +
    'fig figs eq eqs sec ch pp ca cf approx est dept univ inc ltd co corp bros ave blvd rd mt ft ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun ' +
    'hr hrn fr frl nr bzw usw evtl ggf sog bspw vgl inkl zzgl mio mrd abs art aufl bd hrsg str tel ' +
    'geb gest jh jhd chr dipl ing mag ehem resp bes allg jr mär okt dez mo di mi do sa so'
  ).split(' '),
);
/** Those that end a sentence as often as not: they hold it together only before a small letter. */
const OFTEN_LAST = new Set([
  'etc',
  'usw',
  'inc',
  'ltd',
  'co',
  'corp',
  'sun',
  'sat',
  'so',
  'do',
  'di',
  'mi',
  'mo',
  'no',
  'mar',
  'art',
  'al',
  'jr',
  'sr',
  'est',
  'ft',
  'str',
  'rd',
  'ave',
  'blvd',
]);

/** "am 15. Dezember", "im 19. Jahrhundert": a number with a stop before what it counts. */
const COUNTED =
  /^(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert|Jahrtausend|Geburtstag|Jahrestag|Stock|Bezirk|Auflage|Platz)/;
const LAST_WORD = /(?:^|[\s(\p{Pi}"'])((?:\p{L}+\.)*\p{L}+)\.\s*$/u;

/** Whether the sentence goes on after `before`, which ends a segment, with `after`. */
function goesOn(before: string, after: string): boolean {
  if (/(?:^|\s)\d{1,2}\.\s*$/.test(before)) return COUNTED.test(after);
  // “Why?” he asked.
  if (/[!?][\p{Pf}\p{Pi}\p{Pe}"']+\s*$/u.test(before)) return /^\p{Ll}/u.test(after);
  const word = LAST_WORD.exec(before)?.[1];
  if (!word) return false;
  if (/^\p{Ll}/u.test(after)) return true;
  const startsWithNumber = /^\d/.test(after);
  // "U.S. Senate", "i.e. Paris": letters with stops between them. But for "p.m." they do not end sentences.
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return startsWithNumber || !/^[ap]\.m$/i.test(word);
  // Initials, and the parts of "z. B.".
  if (/^\p{L}$/u.test(word)) return true;
  const key = word.toLowerCase();
  return ABBREVIATIONS.has(key) && (startsWithNumber || !OFTEN_LAST.has(key));
}

/**
 * The sentence around an offset, by Unicode's rules for `lang` and with abbreviations, initials and
 * ordinals of English and German kept whole. It never leaves its line (a textblock, or the part of
 * one between two hard breaks) and has no white space at its ends; empty when the line is blank. An
 * offset in the space between two sentences belongs to the one before. O(length of the line).
 */
export function sentenceAt(text: string, offset: number, lang?: string): Span {
  const line = lineAt(text, offset);
  const content = text.slice(line.start, line.end);
  let start = line.start;
  let end = line.start;
  const parts = [...segmenter('sentence', lang).segment(content)];
  for (const [index, { segment }] of parts.entries()) {
    end += segment.length;
    if (index < parts.length - 1 && goesOn(segment, parts[index + 1]?.segment ?? '')) continue;
    if (offset < end || index === parts.length - 1) return snap(text, start, end);
    start = end;
  }
  return { start, end };
}
