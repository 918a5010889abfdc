import type { JSONContent } from '@tiptap/core';
import type { ImportPreviewWithThread } from '#lib/flows/import-input.ts';

/** What a person can say about the article, as the inputs hold it. */
export interface Fields {
  title: string;
  byline: string;
  site: string;
  /** A day, or empty. */
  publishedAt: string;
  lang: string;
  url: string;
}

/** What the server found; the plain text is left out, the document says the same. */
export type Found = Omit<ImportPreviewWithThread, 'text'>;

/** The preview with what the person has changed in it. */
export interface Look {
  found: Found;
  fields: Fields;
  /** Null when all of it was deleted. */
  document: JSONContent | null;
  /** Which of `found.leftOut` were brought back, by index. */
  putBack: number[];
}

export function lookAt({ text, ...found }: ImportPreviewWithThread): Look {
  return { found, fields: fieldsOf(found), document: found.document as JSONContent, putBack: [] };
}

function fieldsOf(found: Found): Fields {
  return {
    title: found.title,
    byline: found.byline ?? '',
    site: found.site ?? '',
    publishedAt: dayOf(found.publishedAt),
    lang: found.lang,
    url: found.url ?? '',
  };
}

function dayOf(publishedAt: string | null): string {
  return publishedAt?.slice(0, 10) ?? '';
}

/** The body of the request that publishes. An emptied field is sent as null: it wins over what would be found. */
export function publishBody({ found, fields, document }: Look) {
  // A moment that was found is kept to the minute unless another day was chosen.
  const publishedAt =
    fields.publishedAt === dayOf(found.publishedAt) ? found.publishedAt : fields.publishedAt || null;
  return {
    document,
    title: fields.title,
    byline: fields.byline.trim() || null,
    site: fields.site.trim() || null,
    publishedAt,
    lang: fields.lang,
    url: fields.url.trim() || null,
    ...(found.topics?.length ? { topics: found.topics } : {}),
    // A draft of before knows none.
    thread: found.thread ?? null,
  };
}

/** The document with some plain text after it: a blank line parts paragraphs, a line break stays one. */
export function appendText(document: JSONContent, text: string): JSONContent {
  const added = text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map(toParagraph);
  return { ...document, content: [...(document.content ?? []).filter(isFilled), ...added] };
}

function toParagraph(text: string): JSONContent {
  const content = text
    .split('\n')
    .flatMap((line, index): JSONContent[] => [
      ...(index > 0 ? [{ type: 'hardBreak' }] : []),
      ...(line.trim() ? [{ type: 'text', text: line.trim() }] : []),
    ]);
  return { type: 'paragraph', content };
}

/** An empty paragraph is where the cursor was, not a part of the article. */
function isFilled(node: JSONContent): boolean {
  return node.type !== 'paragraph' || (node.content?.length ?? 0) > 0;
}
