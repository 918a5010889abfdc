import type { JSONContent } from '@tiptap/core';

/** Lines shorter than this were broken by the writer: a list, a poem, an address. */
const WRAPPED_LINE = 45;
/** No program wraps mail or text files at more; longer lines are paragraphs that were parted by one break. */
const WIDEST_WRAP = 120;

/**
 * The lines of one block as they are meant, as paragraphs: prose that was wrapped at a width is one
 * line again, long lines are paragraphs of their own, other lines were broken on purpose and stay.
 */
function meantLines(lines: string[]): string[][] {
  if (lines.length < 2) return lines.length === 0 ? [] : [lines];
  let longest = 0;
  let shortest = Number.POSITIVE_INFINITY;
  for (const { length } of lines.slice(0, -1)) {
    longest = Math.max(longest, length);
    shortest = Math.min(shortest, length);
  }
  if (Math.max(longest, lines.at(-1)?.length ?? 0) > WIDEST_WRAP) return lines.map((line) => [line]);
  const isWrapped = shortest >= WRAPPED_LINE && shortest >= longest * 0.6;
  return [isWrapped ? [lines.join(' ')] : lines];
}

function linesOf(block: string): string[] {
  return block
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** The paragraphs of a plain text: blank lines part them; each is a list of the lines it keeps. O(length). */
export function paragraphsOf(text: string): string[][] {
  const clean = text.replace(/\r\n?|[\v\f\u2028\u0085]/g, '\n').replaceAll('\u2029', '\n\n');
  return clean.split(/\n(?:[^\S\n]*\n)+/).flatMap((block) => meantLines(linesOf(block)));
}

/**
 * Makes a document of plain text, for the text field of a comment or a note as for a whole article:
 * blank lines part paragraphs, a single line break inside one stays a break; but for prose that
 * something wrapped, which is joined, and for long lines, which are paragraphs. Nothing is read as markup, and nothing is repaired: a NUL is
 * for `parseDocument` to refuse. O(length); fits both kinds.
 */
export function fromText(text: string): JSONContent {
  const content = paragraphsOf(text).map(paragraph);
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

/** One paragraph node of lines that are not empty. */
export function paragraph(lines: string[]): JSONContent {
  const content = lines.flatMap((line, index): JSONContent[] => [
    ...(index > 0 ? [{ type: 'hardBreak' }] : []),
    { type: 'text', text: line.replace(/\s+/g, ' ') },
  ]);
  return { type: 'paragraph', content };
}
