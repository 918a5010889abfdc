import type { JSONContent } from '@tiptap/core';
import { paragraph, paragraphsOf } from '#lib/document/from-text.ts';
import { isAdvert } from './boilerplate.ts';
import { detectLanguage } from './language.ts';
import { endsSentence, joinLines, type Line, linesOf, PROSE } from './lines.ts';
import { FIELD_LIMITS, type Findings, fieldText, type ImportWarning, type LeftOut } from './result.ts';
import { type Head, readHead } from './text-head.ts';
import { findTail } from './text-tail.ts';

const HEADING = 90;

function sameWords(a: string, b: string): boolean {
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return plain(a) === plain(b);
}

/** Puts neighbouring lines that were left out for the same reason into one part. */
class LeftOutParts {
  private readonly parts: Array<{ why: LeftOut['why']; lines: Line[]; last: number }> = [];

  add(why: LeftOut['why'], line: Line, index: number): void {
    const last = this.parts.at(-1);
    if (last?.why === why && last.last === index - 1) {
      last.lines.push(line);
      last.last = index;
    } else this.parts.push({ why, lines: [line], last: index });
  }

  done(): LeftOut[] {
    return this.parts.map(({ why, lines }) => ({ why, text: joinLines(lines) }));
  }
}

/** A short line between two paragraphs, without a stop, is a subheading. */
function isHeading(blocks: string[][], at: number): boolean {
  const [line = '', more] = blocks[at] ?? [];
  const isProse = (block: string[] | undefined) => (block?.join(' ').length ?? 0) > PROSE / 2;
  return (
    more === undefined &&
    line.length <= HEADING &&
    /^[\p{Lu}\p{Lo}\p{N}"“„«¿¡]/u.test(line) &&
    !(endsSentence(line) && !line.endsWith('?')) &&
    !/[,;:]$/.test(line) &&
    isProse(blocks[at - 1]) &&
    isProse(blocks[at + 1])
  );
}

function bodyOf(lines: Line[]): JSONContent {
  const blocks = paragraphsOf(joinLines(lines));
  const content = blocks.map((block, index): JSONContent => {
    const node = paragraph(block);
    return isHeading(blocks, index) ? { ...node, type: 'heading', attrs: { level: 2 } } : node;
  });
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

function warningsOf(head: Head): ImportWarning[] {
  return [
    ...(head.isBylineGuessed ? ['byline-guessed' as const] : []),
    ...(head.isDateGuessed ? ['date-guessed' as const] : []),
  ];
}

/**
 * Reads an article out of plain text as a reader copied it from a page, with the page's appeal,
 * links and comment section still hanging on it. What was not taken for the article is in
 * `leftOut`, in the order of the text; the title is null when no line is plainly one. O(length).
 */
export function readText(text: string): Findings {
  const lines = linesOf(text);
  const tail = findTail(lines);
  const lang = detectLanguage(joinLines(lines.slice(0, tail.bodyEnd)));
  const head = readHead(lines.slice(0, tail.bodyEnd), lang ?? 'en');
  const leftOut = new LeftOutParts();
  const body: Line[] = [];
  for (const [index, line] of lines.entries()) {
    if (head.taken.has(index)) continue;
    if (head.furniture.has(index)) leftOut.add('furniture', line, index);
    else if (index >= tail.appealEnd) leftOut.add('comments', line, index);
    else if (index >= tail.bodyEnd) leftOut.add(tail.why, line, index);
    else if (isAdvert(line.text)) leftOut.add('advert', line, index);
    else if (!(body.length === 0 && head.title && sameWords(line.text, head.title))) body.push(line);
  }
  return {
    title: fieldText(head.title, FIELD_LIMITS.title),
    byline: fieldText(head.byline, FIELD_LIMITS.byline),
    site: null,
    lang,
    publishedAt: head.publishedAt,
    url: null,
    document: bodyOf(body),
    leftOut: leftOut.done(),
    warnings: warningsOf(head),
  };
}
