import { compare } from '#lib/anchoring/changes.ts';
import type { Row, Stretch } from './page-words.ts';
import type { PartPlace } from './places.ts';
import { type Part, withoutRemarks } from './quote-parts.ts';

/** A passage of a text, UTF-16. */
export interface Units {
  start: number;
  end: number;
}

/** What the places of a quote's parts come to. */
export interface Judgement extends Units {
  verified: boolean;
  changes: { before: string; after: string }[];
  /** The quote with the page's words in the place of its own. */
  found: string;
}

/** Says of a quote whose parts were found whether the page says what is quoted. */
export function judgePlaces(
  page: Row,
  quote: string,
  parts: readonly Part[],
  places: readonly PartPlace[],
): Judgement {
  const units = parts.map(({ text }, at) => unitsOf(page, places[at] as PartPlace, text));
  const others = parts.map((_, at) => !holds(page, places[at] as PartPlace));
  return judgeUnits(page.text, quote, parts, units, others);
}

/** The same for parts that were found in other words: those in `others` say something else, or may. */
export function judgeUnits(
  text: string,
  quote: string,
  parts: readonly Part[],
  units: readonly Units[],
  others: readonly boolean[],
): Judgement {
  const stands = units.map(({ start, end }) => text.slice(start, end));
  const changes = parts.flatMap((part, at) =>
    others[at] ? compare(withoutRemarks(part.text), stands[at] as string).changes : [],
  );
  return {
    verified: !others.includes(true),
    start: units[0]?.start ?? 0,
    end: units.at(-1)?.end ?? 0,
    changes: changes.map(({ before, after }) => ({ before, after })),
    found: asQuoted(quote, parts, stands),
  };
}

/** Whether the words of a part, which stand there, say there what they say in the quote: no question, no minus. */
function holds(page: Row, { pieces }: PartPlace): boolean {
  return (
    pieces?.every((piece) => {
      const { start, end } = unitsOf(page, piece, piece.quoted);
      return compare(piece.quoted, page.text.slice(start, end)).state !== 'changed';
    }) ?? false
  );
}

const FIRST_WORD = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;
const MARKS_AT_END = /[^\s\p{L}\p{N}\p{M}\p{Extended_Pictographic}]+\s*$/u;
const MINUS = /(?<=^|\s)[-−]$/u;

/** Words of the page with the marks beside them, where what is quoted has any there; a minus always. */
function unitsOf({ text, starts, ends }: Row, stretch: Stretch, quoted: string): Units {
  let start = starts[stretch.start] as number;
  let end = ends[stretch.end - 1] as number;
  const isNumber = /^[0-9]/.test(text.slice(start, start + 1));
  if (quoted.search(FIRST_WORD) > 0 || (isNumber && MINUS.test(text.slice(Math.max(0, start - 2), start))))
    while (start > 0 && isMark(text[start - 1])) start -= 1;
  if (MARKS_AT_END.test(quoted)) while (end < text.length && isMark(text[end])) end += 1;
  return { start, end };
}

const isMark = (unit: string | undefined) => unit !== undefined && /[^\s\p{L}\p{N}\p{M}\p{Cs}]/u.test(unit);

function asQuoted(quote: string, parts: readonly Part[], stands: readonly string[]): string {
  let found = '';
  let at = 0;
  for (const [index, { text }] of parts.entries()) {
    const start = quote.indexOf(text, at);
    found += quote.slice(at, start) + stands[index];
    at = start + text.length;
  }
  return found + quote.slice(at);
}
