import type { Language } from './language.ts';
import { monthOf, weekdayOf } from './measures.ts';
import type { Reading, Token } from './terms.ts';

const isYear = (text: string | undefined) => /^[12][0-9]{3}$/.test(text ?? '');
const isDay = (text: string | undefined) => /^(0?[1-9]|[12][0-9]|3[01])$/.test(text ?? '');

function dateKey(year: string | undefined, month: number, day: string | undefined): Reading['terms'] {
  return [{ kind: 'date', key: `d:${year ?? ''}-${month}-${day === undefined ? '' : Number(day)}` }];
}

/**
 * A date, a time of day or a weekday at a token, in any of the ways in which English and German write
 * them: "3 May 2024", "May 3rd, 2024", "3. Mai 2024", "03.05.2024" and "2024-05-03" are one.
 */
export function dateAt(tokens: Token[], at: number, language: Language | null): Reading | null {
  return (
    timeAt(tokens, at, language) ??
    inDigits(tokens, at, language) ??
    dayFirst(tokens, at) ??
    monthFirst(tokens, at) ??
    weekday(tokens, at)
  );
}

function inDigits(tokens: Token[], at: number, language: Language | null): Reading | null {
  const text = tokens[at]?.text ?? '';
  if (!/^[0-9]/.test(text)) return null;
  const [, day, month, year] = /^([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})$/.exec(text) ?? [];
  if (day && month) return { count: 1, terms: dateKey(year, Number(month), day) };
  const parts = tokens.slice(at, at + 5).map((token) => token.text);
  if (!tokens.slice(at + 1, at + 5).every(({ joined }) => joined)) return null;
  const [a = '', mark = '', b = '', again = '', c = ''] = parts;
  if (isYear(a) && /^[-–]$/.test(mark) && mark === again && isDay(b) && isDay(c)) {
    return { count: 5, terms: dateKey(a, Number(b), c) };
  }
  if (mark !== '/' || again !== '/' || !isDay(a) || !isDay(b) || !isYear(c)) return null;
  if (Number(a) > 12 || language === 'de') return { count: 5, terms: dateKey(c, Number(b), a) };
  if (Number(b) > 12) return { count: 5, terms: dateKey(c, Number(a), b) };
  // The third of May or the fifth of March: nobody knows.
  return { count: 5, terms: [{ kind: 'date', key: `d:${parts.join('')}` }] };
}

/** Steps over what may stand in a date; the token after it. */
const skip = (tokens: Token[], at: number, what: RegExp) =>
  what.test(tokens[at]?.lower ?? '') ? at + 1 : at;

function yearAt(tokens: Token[], at: number): [year: string | undefined, next: number] {
  const next = skip(tokens, at, /^[,.]$/);
  return isYear(tokens[next]?.text) ? [tokens[next]?.text, next + 1] : [undefined, at];
}

function dayFirst(tokens: Token[], at: number): Reading | null {
  const day = tokens[at]?.text;
  if (!isDay(day)) return null;
  let next = skip(tokens, at + 1, /^(\.|st|nd|rd|th)$/);
  next = skip(tokens, next, /^of$/);
  const month = monthOf.get(tokens[next]?.lower ?? '');
  if (!month) return null;
  const [year, end] = yearAt(tokens, next + 1);
  return { count: end - at, terms: dateKey(year, month, day) };
}

function monthFirst(tokens: Token[], at: number): Reading | null {
  const token = tokens[at] as Token;
  const month = monthOf.get(token.lower);
  // "may" and "march" are verbs unless they are written large, and what is short may be anything.
  if (!month || (!/^\p{Lu}/u.test(token.text) && !isPlainMonth(token.lower))) return null;
  const next = skip(tokens, at + 1, /^\.$/);
  if (isDay(tokens[next]?.text)) {
    const [year, end] = yearAt(tokens, skip(tokens, next + 1, /^(st|nd|rd|th)$/));
    return { count: end - at, terms: dateKey(year, month, tokens[next]?.text) };
  }
  if (isYear(tokens[next]?.text))
    return { count: next + 1 - at, terms: dateKey(tokens[next]?.text, month, undefined) };
  // Three letters alone may be a name (Jan).
  return token.text.length > 3 || /^(May|Mai|Jun|Jul)$/.test(token.text)
    ? { count: 1, terms: dateKey(undefined, month, undefined) }
    : null;
}

const isPlainMonth = (lower: string) => lower.length > 3 && lower !== 'march' && lower !== 'august';

/** From Monday on. */
const SHORT_DAYS = [
  /^Mon?$/,
  /^(?:Di|Tues?)$/,
  /^(?:Mi|Wed)$/,
  /^(?:Do|Thu(?:rs?)?)$/,
  /^Fri?$/,
  /^Sat?$/,
  /^(?:So|Sun)$/,
];

/** A weekday in short, which only a date behind tells from other words. */
function shortDay(tokens: Token[], at: number): Reading | null {
  const day = SHORT_DAYS.findIndex((days) => days.test(tokens[at]?.text ?? '')) + 1;
  if (day === 0) return null;
  const isPointed = tokens[at + 1]?.text === '.';
  if (!isPointed && tokens[at]?.text.length === 2) return null;
  const count = isPointed ? 2 : 1;
  const next = skip(tokens, at + count, /^,$/);
  const date = inDigits(tokens, next, 'de') ?? dayFirst(tokens, next) ?? monthFirst(tokens, next);
  return date && { count, terms: [{ kind: 'date', key: `weekday:${day}` }] };
}

function weekday(tokens: Token[], at: number): Reading | null {
  const short = shortDay(tokens, at);
  if (short) return short;
  const day = weekdayOf.get(tokens[at]?.lower ?? '');
  return day ? { count: 1, terms: [{ kind: 'date', key: `weekday:${day}` }] } : null;
}

/** "3 pm", "3 p.m.", "15:00", "15 Uhr", "15.00 Uhr". */
function timeAt(tokens: Token[], at: number, language: Language | null): Reading | null {
  const [, one, two] = /^([0-9]{1,2})(?:[.,]([0-9]{2}))?$/.exec(tokens[at]?.text ?? '') ?? [];
  if (one === undefined || Number(one) > 24) return null;
  let minutes = two;
  let next = at + 1;
  const colon = tokens[next]?.text === ':' && /^[0-5][0-9]$/.test(tokens[next + 1]?.text ?? '');
  if (minutes === undefined && colon && tokens[next]?.joined && tokens[next + 1]?.joined) {
    minutes = tokens[next + 1]?.text;
    next += 2;
  }
  const [half, end] = halfAt(tokens, next, language);
  const german = tokens[end]?.lower === 'uhr';
  if (!half && !german && !colon) return null;
  let hour = Number(one) % (half ? 12 : 25);
  if (half === 'pm') hour += 12;
  let count = (german ? end + 1 : end) - at;
  if (german && minutes === undefined && /^[0-5][0-9]$/.test(tokens[at + count]?.text ?? '')) {
    minutes = tokens[at + count]?.text;
    count += 1;
  }
  return { count, terms: [{ kind: 'date', key: `time:${hour}:${minutes ?? '00'}` }] };
}

function halfAt(tokens: Token[], at: number, language: Language | null): ['am' | 'pm' | null, number] {
  const first = tokens[at]?.lower;
  // "Um 3 am Morgen" is German.
  if (first === 'am' && language === 'de' && !tokens[at]?.joined) return [null, at];
  if (first === 'am' || first === 'pm') return [first, at + 1];
  if (first !== 'a' && first !== 'p') return [null, at];
  const pointed = tokens.slice(at, at + 4).map(({ lower }) => lower);
  const [half, dot, m, last] = pointed;
  if ((half !== 'a' && half !== 'p') || dot !== '.' || m !== 'm') return [null, at];
  return [half === 'a' ? 'am' : 'pm', at + (last === '.' ? 4 : 3)];
}
