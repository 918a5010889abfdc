import type { JSONContent } from '@tiptap/core';
import { DOMParser } from '@tiptap/pm/model';
import { parseHTML } from 'linkedom';
import { parse, serialize } from 'parse5';
import { normalizeDom } from './normalize-dom.ts';
import { type DocumentKind, documentSchema } from './schema.ts';
import { tameHtml } from './tame-html.ts';
import { tidyDocument } from './tidy.ts';

export interface FromHtmlOptions {
  /** What relative links are resolved against: an absolute http or https address. */
  base?: string | undefined;
  kind?: DocumentKind;
}

/** The DOM of an HTML string, as a browser would build it: parse5 reads, linkedom holds. Server only. */
export function htmlDom(html: string): Document {
  // linkedom alone mis-reads malformed HTML; parse5 follows the standard and writes it well-formed.
  return parseHTML(serialize(parse(tameHtml(html)))).document as unknown as Document;
}

/**
 * Makes a document of an HTML string (a page's body, a fragment, whatever was pasted). Scripts,
 * styles, frames, forms' controls and event handlers never survive, for only the schema's nodes and
 * attributes are read; structure that the schema has no place for gives its text. Never fails: an
 * empty string gives an empty document. O(length). Not for the browser's bundle: it brings a parser.
 */
export function fromHtml(html: string, options: FromHtmlOptions = {}): JSONContent {
  return fromDom(htmlDom(html).body, options);
}

/** The same for an element of a DOM that exists already; the element is changed on the way. */
export function fromDom(root: Element, { base, kind = 'article' }: FromHtmlOptions = {}): JSONContent {
  normalizeDom(root, base);
  const node = DOMParser.fromSchema(documentSchema(kind)).parse(root as unknown as Node);
  return tidyDocument(node).toJSON();
}
