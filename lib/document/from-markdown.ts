import type { JSONContent } from '@tiptap/core';
import { Marked } from 'marked';
import { type FromHtmlOptions, fromHtml } from './from-html.ts';

const marked = new Marked({ gfm: true, async: false });

/** Markdown (CommonMark with GitHub's tables and strike-through) as HTML; raw HTML in it passes through. */
export function markdownHtml(markdown: string): string {
  return marked.parse(markdown) as string;
}

/** Makes a document of Markdown; HTML in it is treated like HTML from anywhere. O(length). */
export function fromMarkdown(markdown: string, options: FromHtmlOptions = {}): JSONContent {
  return fromHtml(markdownHtml(markdown), options);
}
