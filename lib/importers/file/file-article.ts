import type { JSONContent } from '@tiptap/core';
import { documentText } from '#lib/document/text.ts';
import { bylineField } from '../bylines.ts';
import { readFragment } from '../html.ts';
import { detectLanguage, languageTag } from '../language.ts';
import { titleField } from '../page-title.ts';
import { FIELD_LIMITS, type Findings, fieldText } from '../result.ts';
import { readHead } from '../text-head.ts';
import type { FileText } from './file-text.ts';

/** Among so many blocks an author and a date are looked for. */
const HEAD_BLOCKS = 6;
/** Names that programs give to those who use them. */
const NO_NAME =
  /^(?:admin(?:istrator)?|user|benutzer|owner|microsoft office user|windows user|unknown|author|python-docx|.*[\\/@].*)$/i;

/** The author and the date in the first paragraphs, and the blocks without the lines that say only that. */
function headOf(blocks: JSONContent[], lang: string) {
  const first = blocks
    .slice(0, HEAD_BLOCKS)
    .map((block) => ({ text: documentText(block), afterBlank: true }));
  // With a line in the place of the title, which is known, the others are read as what stands below one.
  const head = readHead([{ text: 'Title', afterBlank: true }, ...first], lang);
  const kept = blocks.filter((block, index) => block.type !== 'paragraph' || !head.taken.has(index + 1));
  return { head, blocks: kept.length > 0 ? kept : blocks };
}

/** Makes an article of what was read of a Word file or a PDF. O(length). */
export function readFileText(file: FileText): Findings {
  const { html, title, byline, lang: declared, leftOut } = file;
  const found = readFragment(html);
  const lang = languageTag(declared) ?? detectLanguage(documentText(found.document));
  const { head, blocks } = headOf(found.document.content ?? [], lang ?? 'en');
  const made = byline && !NO_NAME.test(byline) ? bylineField(byline) : null;
  return {
    title: found.title ?? titleField(title),
    byline: fieldText(head.byline, FIELD_LIMITS.byline) ?? made,
    site: null,
    lang,
    publishedAt: head.publishedAt,
    url: null,
    document: { ...found.document, content: blocks },
    leftOut: leftOut.length > 0 ? [{ why: 'furniture', text: leftOut.join('\n') }] : [],
    warnings: [
      ...(file.isOrderUnsure ? ['order-uncertain' as const] : []),
      ...(head.isBylineGuessed || (!head.byline && made) ? ['byline-guessed' as const] : []),
      ...(head.isDateGuessed ? ['date-guessed' as const] : []),
    ],
  };
}
