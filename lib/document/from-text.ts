import type { JSONContent } from '@tiptap/core';

/**
 * Lines shorter than this on average were broken by the writer (a list, a poem, an address), longer
 * ones by a mail program or an editor that wraps at 72 or 80.
 */
const WRAPPED_LINE = 45;

/**
 * The lines of one paragraph as it is meant: wrapped prose is one line again, lines that were broken
 * on purpose stay. Prose is wrapped when every line but the last is about as long as the others and
 * no line but the last ends a sentence shorter than they are.
 */
function meantLines(lines: string[]): string[] {
  if (lines.length < 2) return lines;
  const wrapped = lines.slice(0, -1);
  const longest = Math.max(...wrapped.map(({ length }) => length));
  const shortest = Math.min(...wrapped.map(({ length }) => length));
  const isWrapped = shortest >= WRAPPED_LINE && shortest >= longest * 0.6;
  return isWrapped ? [lines.join(' ')] : lines;
}

/** The paragraphs of a plain text: blank lines part them; each is a list of the lines it keeps. */
export function paragraphsOf(text: string): string[][] {
  const clean = text.replace(/\r\n?|[\u2028\u0085]/g, '\n').replaceAll('\u2029', '\n\n');
  return clean
    .split(/\n(?:[^\S\n]*\n)+/)
    .map((block) =>
      meantLines(
        block
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      ),
    )
    .filter((lines) => lines.length > 0);
}

/**
 * Makes a document of plain text, for the text field of a comment or a note as for a whole article:
 * blank lines part paragraphs, a single line break inside one stays a break, unless the text is
 * plainly prose that something wrapped. Nothing is read as markup, and nothing is repaired: a NUL is
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
