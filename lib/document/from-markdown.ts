import type { JSONContent } from '@tiptap/core';
import { Marked } from 'marked';
import { type FromHtmlOptions, fromHtml } from './from-html.ts';
import { escapeHtml } from './html.ts';
import { markdownNotes, partNotes } from './markdown-notes.ts';

/** Quotes and lists in each other; the parser's time grows with the square of it, and its stack is not endless. */
const NESTING_LIMIT = 20;
const MARKERS = new RegExp(
  `^((?:[ \\t]*(?:>|[-*+](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))[ \\t]?){${NESTING_LIMIT}})[\\s>*+.)\\d-]+`,
  'gm',
);

/** Markdown (CommonMark with GitHub's tables and strike-through, and notes) as HTML; raw HTML in it passes through. */
export function markdownHtml(markdown: string): string {
  try {
    const notes = markdownNotes();
    const marked = new Marked({ gfm: true, async: false }, notes.extension);
    const parse = (source: string) => marked.parse(source) as string;
    return parse(partNotes(markdown.replace(MARKERS, '$1'))) + notes.list(parse);
  } catch (error) {
    // The parser recurses; what exhausts it was not written to be read as Markdown.
    if (error instanceof RangeError) return `<pre>${escapeHtml(markdown)}</pre>`;
    throw error;
  }
}

/** Makes a document of Markdown; HTML in it is treated like HTML from anywhere. O(length). */
export function fromMarkdown(markdown: string, options: FromHtmlOptions = {}): JSONContent {
  return fromHtml(markdownHtml(markdown), options);
}
