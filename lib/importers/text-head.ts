import { isFurniture } from './boilerplate.ts';
import { bylineOf, isName, withoutContact } from './bylines.ts';
import { dateInLine } from './dates.ts';
import { endsSentence, type Line, PROSE } from './lines.ts';

/** What stands above the text of a copied article, and which lines it took. */
export interface Head {
  title: string | null;
  byline: string | null;
  /** The name stood without a "by" before it. */
  isBylineGuessed: boolean;
  publishedAt: string | null;
  isDateGuessed: boolean;
  /** Lines that are of the head and said something: not of the body. */
  taken: ReadonlySet<number>;
  /** Lines of the head that are buttons and the like. */
  furniture: ReadonlySet<number>;
}

const TITLE_LIMIT = 250;
/** As far down as a head may reach, in lines. */
const HEAD_LINES = 10;
const KICKER = 32;
const DATE_LABEL =
  /(?:\b(?:(?:first |last |originally )?(?:published|posted|updated|modified)|date|stand|veröffentlicht|erschienen|(?:zuletzt )?aktualisiert|geändert|edited|revised|datum|on|am|vom|den|at|um|uhr|est|edt|[acns]?[a-z]?[ecmpw][sd]t|a[cew]s?[sd]t|nz[sd]t|bst|ist|jst|kst|hkt|sgt|msk|eet|eest|cet|cest|gmt|utc|mez|mesz|[ap]\.?m\.?|mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:mo|di|mi|do|fr|sa|so)\b|\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\b|\d{1,2}[:.]\d{2}(?::\d{2})?)/gi;
/** Letters beside a date that its labels do not explain; more of them are words. */
const UNEXPLAINED = 3;

/** What one line of a head says. */
export interface MetaLine {
  byline?: string;
  isBylineGuessed?: boolean;
  publishedAt?: string;
  isDateGuessed?: boolean;
}

function isLabel(words: string): boolean {
  return words.replace(DATE_LABEL, '').replace(/[^\p{L}]/gu, '').length <= UNEXPLAINED;
}

function parts(words: string): string[] {
  return words
    .split(/\s*[|•·–—]\s*|\s+-\s+|\s{2,}/)
    .map((part) => part.replace(/^[\s,:;-]+|[\s,:;-]+$/g, ''))
    .filter((part) => part && !isLabel(part) && !isFurniture(part));
}

/** A line of nothing but an author, a date, or both; null for every other line. */
export function metaLine(written: string, lang: string): MetaLine | null {
  if (written.length > PROSE) return null;
  const line = withoutContact(written);
  const date = dateInLine(line, lang);
  if (!date) {
    const byline = bylineOf(line) ?? bylineAmong(parts(line));
    return byline ? { byline } : null;
  }
  const rest = [...parts(date.before), ...parts(date.after)];
  const found: MetaLine = { publishedAt: date.value, isDateGuessed: date.ambiguous };
  if (rest.length === 0) return found;
  const words = (rest[0] as string).replace(/\s+(?:on|am|vom)$/i, '');
  const byline = bylineOf(words);
  if (rest.length === 1 && byline) return { ...found, byline };
  return rest.length === 1 && isName(words) && words.split(' ').length >= 2
    ? { ...found, byline: words, isBylineGuessed: true }
    : null;
}

function bylineAmong(list: string[]): string | null {
  const found = list.length > 1 && list.map(bylineOf).find((name) => name !== null);
  return found && list.every((part) => bylineOf(part) || isLabel(part)) ? found : null;
}

/** Whether a line can be a headline, by itself and by what follows it. */
function isTitle(lines: readonly Line[], at: number, lang: string): boolean {
  const line = lines[at]?.text ?? '';
  const next = lines[at + 1];
  if (!line || !next || line.length > TITLE_LIMIT) return false;
  if (lines.slice(at + 1, at + 4).some(({ text }) => metaLine(text, lang) !== null)) return true;
  const isSentence = /[.…。]["”»]?$/.test(line) || /[.!?] \p{Lu}/u.test(line);
  if (isSentence || /[,:;]$/.test(line)) return false;
  return next.afterBlank
    ? next.text.length > line.length / 2
    : next.text.length > PROSE && line.length <= PROSE;
}

/** The section's name above the headline ("Politics"): short, and a headline with its author below it follows. */
function isKicker(lines: readonly Line[], at: number, lang: string): boolean {
  const [line, next, after] = [lines[at]?.text ?? '', lines[at + 1]?.text ?? '', lines[at + 2]?.text ?? ''];
  return (
    line.length <= KICKER &&
    (line.split(/\s+/).length <= 2 || line === line.toUpperCase()) &&
    !endsSentence(line) &&
    next.length > KICKER &&
    next.length <= TITLE_LIMIT &&
    metaLine(next, lang) === null &&
    metaLine(after, lang) !== null
  );
}

/** Two to five words that are a name, beside a line with the date. */
function isBareName(lines: readonly Line[], at: number, lang: string): boolean {
  const line = lines[at]?.text ?? '';
  const words = line.split(/\s+/).length;
  if (words < 2 || words > 5 || !isName(line)) return false;
  return [at - 1, at + 1].some(
    (beside) => metaLine(lines[beside]?.text ?? '', lang)?.publishedAt !== undefined,
  );
}

/** Whether an author or a date still comes within the head, so that what stands before it is a subtitle. */
function metaFollows(lines: readonly Line[], at: number, lang: string): boolean {
  return lines.slice(at + 1, at + 3).some(({ text }) => metaLine(text, lang) !== null);
}

/**
 * Reads the head of a pasted article: headline, author and date in any order that pages use, with
 * sections, buttons and reading times between them. What is recognised is taken out; a subtitle
 * stays with the body, and so does everything when there is no headline. O(head).
 */
export function readHead(lines: readonly Line[], lang: string): Head {
  const taken = new Set<number>();
  const furniture = new Set<number>();
  const head: Head = {
    title: null,
    byline: null,
    isBylineGuessed: false,
    publishedAt: null,
    isDateGuessed: false,
    taken,
    furniture,
  };
  let at = 0;
  while (isFurniture(lines[at]?.text ?? '') || isKicker(lines, at, lang)) furniture.add(at++);
  if (isTitle(lines, at, lang)) {
    head.title = lines[at]?.text ?? null;
    taken.add(at++);
  }
  for (const limit = at + HEAD_LINES; at < Math.min(limit, lines.length); at += 1) {
    const { text } = lines[at] as Line;
    const meta = metaLine(text, lang);
    if (meta && !(head.byline && meta.byline) && !(head.publishedAt && meta.publishedAt)) {
      Object.assign(head, meta);
      taken.add(at);
    } else if (!head.byline && isBareName(lines, at, lang)) {
      head.byline = text;
      head.isBylineGuessed = true;
      taken.add(at);
    } else if (isFurniture(text) || isUpdate(text, meta)) furniture.add(at);
    else if (!(head.title && metaFollows(lines, at, lang))) break;
  }
  return head;
}

/** A second date: "Updated …". */
function isUpdate(line: string, meta: MetaLine | null): boolean {
  return (
    meta?.publishedAt !== undefined &&
    meta.byline === undefined &&
    /\b(?:updated|modified|aktualisiert|stand)\b/i.test(line)
  );
}
