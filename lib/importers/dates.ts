import * as chrono from 'chrono-node';
import { namedDay } from './month-names.ts';

/** A publication date: ISO 8601, a day or a moment with its zone; `ambiguous` when 3/4 may be either. */
export interface FoundDate {
  value: string;
  ambiguous: boolean;
}

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ]+(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,3})\d*)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/i;
const SLASHES = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?=\D|$)/;

const pad = (value: number, width = 2) => String(value).padStart(width, '0');

function day(year: number, month: number, date: number): string | null {
  const real = new Date(Date.UTC(year, month - 1, date));
  const isReal =
    real.getUTCMonth() === month - 1 && real.getUTCDate() === date && year >= 1400 && year <= 2999;
  return isReal ? `${pad(year, 4)}-${pad(month)}-${pad(date)}` : null;
}

function zone(minutes: number): string {
  if (minutes === 0) return 'Z';
  const absolute = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(absolute / 60))}:${pad(absolute % 60)}`;
}

/** ISO 8601 as pages write it. Without a zone only the day is certain, whatever the clock said. */
function isoDate(text: string): FoundDate | null {
  const match = ISO.exec(text);
  if (!match) return null;
  const date = day(Number(match[1]), Number(match[2]), Number(match[3]));
  const [, , , , hours, minutes, seconds = '00', fraction = '', offset] = match;
  if (!date) return null;
  if (!hours || !offset || Number(hours) > 23 || Number(minutes) > 59)
    return { value: date, ambiguous: false };
  const named = /^[a-z]/i.test(offset) ? 'Z' : offset.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2');
  const part = /[1-9]/.test(fraction) ? `.${fraction}` : '';
  return { value: `${date}T${hours}:${minutes}:${seconds}${part}${named}`, ambiguous: false };
}

/** 12/15/2025 is clear, 3/4/2025 is the 4th of March to Americans alone. */
function slashDate(text: string, lang: string): FoundDate | null {
  const match = SLASHES.exec(text);
  if (!match) return null;
  const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const monthFirst = second > 12 || (first <= 12 && /^en(?:-US)?$/i.test(lang));
  const value = monthFirst ? day(year, first, second) : day(year, second, first);
  return value === null ? null : { value, ambiguous: first <= 12 && second <= 12 && first !== second };
}

interface Span {
  start: number;
  end: number;
}

interface Parser {
  parse(text: string): chrono.ParsedResult[];
}

const LOCALES = chrono as unknown as Record<string, { strict?: Parser } | undefined>;

/** Parsers of a text's language, of German where it looks like it, and of English, in the order in which they are asked. */
function parsersFor(text: string, lang: string): Parser[] {
  const { de, en } = chrono;
  const own = LOCALES[lang.slice(0, 2).toLowerCase()]?.strict;
  const dotted = /\d{1,2}\.\s?(?:\d{1,2}\.|\p{L})/u.test(text);
  const common = dotted || lang.startsWith('de') ? [de.strict, en.strict] : [en.strict, de.strict];
  // Figures with dots are the day first, whatever language is declared.
  if (/\b\d{1,2}\.\s?\d{1,2}\.\s?\d{4}\b/.test(text)) return [de.strict, ...(own ? [own] : []), en.strict];
  return own ? [own, ...common] : common;
}

/** "2026年4月6日", "2026년 4월 6일". */
const CJK = /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号號]/;

function cjkDate(text: string): (FoundDate & Span) | null {
  const match = CJK.exec(text);
  const value = match && day(Number(match[1]), Number(match[2]), Number(match[3]));
  return match && value
    ? { value, ambiguous: false, start: match.index, end: match.index + match[0].length }
    : null;
}

/** Digits of other scripts and of full width as ours; every character stays where it is. */
function plainDigits(text: string): string {
  return text
    .replace(/[\uFF10-\uFF19]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}

function monthDate(text: string): (FoundDate & Span) | null {
  const found = namedDay(text);
  const value = found && day(found.year, found.month, found.day);
  return found && value ? { value, ambiguous: false, start: found.start, end: found.end } : null;
}

/** A date written in words or figures somewhere in a line, and where it stands. Needs day, month and year. */
function wordDate(text: string, lang: string): (FoundDate & Span) | null {
  const found = cjkDate(text) ?? monthDate(text);
  if (found) return found;
  for (const parser of parsersFor(text, lang)) {
    for (const { index, text: words, start } of parser.parse(text)) {
      // chrono reads "11 hours ago" and "on Monday" as dates, certain ones too.
      if (
        !/\d{4}/.test(words) ||
        !start.isCertain('day') ||
        !start.isCertain('month') ||
        !start.isCertain('year')
      )
        continue;
      const date = day(start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0);
      if (!date) continue;
      const offset = start.isCertain('timezoneOffset') ? start.get('timezoneOffset') : null;
      const isMoment = start.isCertain('hour') && offset !== null;
      const time = `T${pad(start.get('hour') ?? 0)}:${pad(start.get('minute') ?? 0)}:${pad(start.get('second') ?? 0)}`;
      const value = isMoment ? `${date}${time}${zone(offset ?? 0)}` : date;
      return { value, ambiguous: false, start: index, end: index + words.length };
    }
  }
  return null;
}

/**
 * The date that a string names, as metadata and front matter give it: ISO 8601, or English or German
 * words and figures. A day stays a day, a moment without a zone becomes one; nothing is shifted.
 */
export function parseDate(raw: unknown, lang = 'en'): FoundDate | null {
  if (typeof raw !== 'string' || raw.length > 120) return null;
  const text = plainDigits(raw.trim());
  return isoDate(text) ?? stampDate(text) ?? slashDate(text, lang) ?? wordDate(text, lang);
}

/** Seconds since 1970 as systems stamp them: of this century alone, or any number would be one. */
const SECONDS = /^(1[0-9]{9}|[23][0-9]{9})(\d{3})?$/;

/** "20241003", "20241003140500", "1727950000". */
function stampDate(text: string): FoundDate | null {
  const [, year, month, date] = /^(\d{4})(\d{2})(\d{2})(?:\d{4}|\d{6})?$/.exec(text) ?? [];
  const value = year ? day(Number(year), Number(month), Number(date)) : null;
  if (value) return { value, ambiguous: false };
  const seconds = SECONDS.exec(text)?.[1];
  if (!seconds) return null;
  const moment = new Date(Number(seconds) * 1000).toISOString().replace('.000', '');
  return { value: moment, ambiguous: false };
}

/** A line of a head is no date, and what stands beside the date in it is not looked at, when it is longer. */
const DATE_LINE = 140;

/** What a page writes before the date of the article, and before that of a change to it. */
const PUBLISHED =
  /(?:first |originally )?(?:published|posted|released)|veröffentlicht|erschienen|erstellt|publié|publicado|pubblicato|نُ?شر/giu;
const UPDATED =
  /(?:last |latest )?(?:updated|modified|edited|revised|corrected)|(?:zuletzt |letzte )?(?:aktualisier\w+|geändert|bearbeitet|änderung)|mis à jour|modifié|actualizado|aggiornato|تحديث/giu;

type Dated = FoundDate & Span;

function firstDate(line: string, lang: string): Dated | null {
  const iso = /\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?/.exec(
    line,
  );
  const numeric = iso ?? /\b\d{1,2}\/\d{1,2}\/\d{4}\b/.exec(line);
  const found = numeric && (isoDate(numeric[0]) ?? slashDate(numeric[0], lang));
  if (numeric && found) return { ...found, start: numeric.index, end: numeric.index + numeric[0].length };
  return wordDate(line, lang);
}

/** How many dates of one line are looked at. */
const DATES_OF_LINE = 4;

function datesIn(line: string, lang: string): Dated[] {
  const found: Dated[] = [];
  for (let from = 0; found.length < DATES_OF_LINE; ) {
    const date = firstDate(line.slice(from), lang);
    if (!date) break;
    found.push({ ...date, start: date.start + from, end: date.end + from });
    from += Math.max(date.end, 1);
  }
  return found;
}

const lastIndex = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].reduce((last, { index }) => Math.max(last, index), -1);

/** Which of several dates is that of the article: the one that is said to be, else the first that is not a change's. */
function publishedOf(dates: readonly Dated[], line: string): { date: Dated; isChange: boolean } | null {
  const told = dates.map((date, index) => {
    const before = line.slice(dates[index - 1]?.end ?? 0, date.start);
    const [published, updated] = [lastIndex(before, PUBLISHED), lastIndex(before, UPDATED)];
    const isState = /\bstand\b[:\s]*$/i.test(before);
    return { date, isState, isChange: updated > published && !isState, isPublished: published > updated };
  });
  return (
    told.find(({ isPublished }) => isPublished) ??
    told.find(({ isChange, isState }) => !isChange && !isState) ??
    told.find(({ isState }) => isState) ??
    told[0] ??
    null
  );
}

/**
 * The date of an article in a line, with the words around it and around the other dates of the line. A date that the
 * line calls that of a change is a guess. Null when there is none.
 */
export function dateInLine(
  written: string,
  lang: string,
): (FoundDate & { before: string; after: string }) | null {
  if (written.length > DATE_LINE || !/\p{Nd}/u.test(written)) return null;
  const line = plainDigits(written);
  const dates = datesIn(line, lang);
  const published = publishedOf(dates, line);
  const [first] = dates;
  if (!published || !first) return null;
  const rest = dates.map(({ end }, index) => written.slice(end, dates[index + 1]?.start));
  return {
    value: published.date.value,
    ambiguous: published.date.ambiguous || published.isChange,
    before: written.slice(0, first.start),
    after: rest.join(' | '),
  };
}
