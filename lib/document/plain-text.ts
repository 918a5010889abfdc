/*
 * What somebody wrote, without what is no text: control characters, code points that are no characters, and marks that
 * turn the words of others around. Cleaned, not refused: they come with what is pasted from PDF files and terminals.
 */

/** What parts lines in one program or another; a form feed parts pages. */
const BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Controls but tab and line feed, and what Unicode keeps from ever being a character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const NO_TEXT = /[\x00-\x08\x0B-\x1F\x7F-\x9F]|\p{Noncharacter_Code_Point}/gu;
/** What begins and ends another reading order, and the ends of lines, where all of them end. */
const TURNS = /[\u202A-\u202E\u2066-\u2069\n]/g;
/** What is not seen, or turns the reading order around; joiners and variation selectors make letters and emoji. */
const UNSEEN = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/gu;

const EMBEDS = '\u202A\u202B';
const OVERRIDES = '\u202D\u202E';
const ISOLATES = '\u2066\u2067\u2068';
const POP = '\u202C';
const POP_ISOLATE = '\u2069';

/** The words of one text node: as they are, but for what is no text. A break that no key makes is a space. O(length). */
export function nodeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\v\f\u0085]/g, ' ')
    .replace(NO_TEXT, '');
}

/** Some lines of plain text, parted by line feeds. O(length). */
export function plainText(text: string): string {
  return balanced(text.replace(BREAKS, '\n').replace(NO_TEXT, ''));
}

/** One line of plain text, trimmed, white space folded, without what is not seen. O(length). */
export function plainLine(text: string): string {
  return text.replace(UNSEEN, '').replace(BREAKS, ' ').replace(NO_TEXT, '').replace(/\s+/gu, ' ').trim();
}

/**
 * Every embedding and isolate (UAX 9) ends in its own line, and nothing ends what was not begun: what follows a text on
 * a page reads in its own order. Overrides go: no language is written with them, and they show words that are not there.
 */
export function balanced(text: string): string {
  if (text.search(TURNS) < 0) return text;
  let open: string[] = [];
  const closed = () => open.toReversed().map(ending).join('');
  const whole = text.replace(TURNS, (mark) => {
    if (mark === '\n') {
      const ends = closed();
      open = [];
      return `${ends}\n`;
    }
    if (mark !== POP && mark !== POP_ISOLATE) {
      open.push(mark);
      return OVERRIDES.includes(mark) ? '' : mark;
    }
    return popped(mark);
  });
  return whole + closed();

  /** An isolate takes along what was begun inside it; what ends an embedding does not reach out of an isolate. */
  function popped(mark: string): string {
    if (mark === POP) {
      const last = open.at(-1);
      if (last === undefined || ISOLATES.includes(last)) return '';
      open.pop();
      return ending(last);
    }
    const at = open.findLastIndex((one) => ISOLATES.includes(one));
    if (at < 0) return '';
    const inside = open.slice(at).toReversed().map(ending).join('');
    open = open.slice(0, at);
    return inside;
  }
}

function ending(mark: string): string {
  if (ISOLATES.includes(mark)) return POP_ISOLATE;
  return EMBEDS.includes(mark) ? POP : '';
}
