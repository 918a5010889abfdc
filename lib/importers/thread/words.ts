import type { JSONContent } from '@tiptap/core';
import { fromHtml } from '#lib/document/from-html.ts';
import { fromText } from '#lib/document/from-text.ts';
import { plainText } from '#lib/document/plain-text.ts';
import { parseDocument, TEXT_LIMITS } from '#lib/document/schema.ts';
import { documentText, isBlank } from '#lib/document/text.ts';
import type { OriginalComment } from './original-thread.ts';

/** What a comment says, as a document of our schema and as its plain words. */
export interface CommentWords {
  document: JSONContent;
  text: string;
}

/** WordPress keeps comments as they were typed: a blank line parts paragraphs, tags are rare. */
const BLOCK = /<(?:p|div|ul|ol|blockquote|pre|table|h[1-6])\b/i;
const MARKUP = /<[a-z/!]|&(?:#\w{1,8}|\w{2,10});/i;
/** What could not be kept whole ends so. */
const CUT = ' …';

/**
 * Makes a document of what somebody wrote elsewhere; null when it says nothing. What is too long or too deep for a
 * comment of ours is kept as plain words, as many as fit. O(length).
 */
export function commentWords(body: OriginalComment['body']): CommentWords | null {
  const document = 'html' in body ? fromMarkup(body.html) : fromText(clean(body.text));
  const parsed = parseDocument(document, 'comment');
  const doc = parsed.ok ? parsed.doc : plain(documentText(document));
  if (!doc || isBlank(doc)) return null;
  return { document: doc, text: documentText(doc) };
}

const clean = (text: string) => plainText(text.toWellFormed());

function fromMarkup(raw: string): JSONContent {
  const html = clean(raw);
  if (!MARKUP.test(html)) return fromText(html);
  if (BLOCK.test(html)) return fromHtml(html, { kind: 'comment' });
  const paragraphs = html
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((part) => `<p>${part.trim().replaceAll('\n', '<br>')}</p>`);
  return fromHtml(paragraphs.join(''), { kind: 'comment' });
}

function plain(text: string): JSONContent | null {
  const limit = TEXT_LIMITS.comment - CUT.length;
  const cut =
    text.length > limit
      ? `${text
          .slice(0, limit)
          .toWellFormed()
          .replace(/\uFFFD$/, '')}${CUT}`
      : text;
  const parsed = parseDocument(fromText(cut), 'comment');
  return parsed.ok ? parsed.doc : null;
}
