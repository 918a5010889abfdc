import type { JSONContent } from '@tiptap/core';
import { DOMParser } from '@tiptap/pm/model';
import { parseHTML } from 'linkedom';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { normalizeDom } from './normalize-dom.ts';
import { type DocumentKind, documentSchema } from './schema.ts';
import { tameHtml } from './tame-html.ts';
import { tidyDocument } from './tidy.ts';

export interface FromHtmlOptions {
  /** What relative links are resolved against: an absolute http or https address. */
  base?: string | undefined;
  kind?: DocumentKind;
}

/** Written as they stand; to our schema that is code. */
const PREFORMATTED = new Set(['xmp', 'plaintext', 'listing']);

type Tree = DefaultTreeAdapterTypes.ParentNode;

/** Copies what parse5 read into linkedom's nodes, without recursion; comments and templates stay behind. */
function copyTree(from: Tree, to: Element): void {
  const { ownerDocument } = to;
  const open: Array<[Tree, Element]> = [[from, to]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [source, target] = next;
    for (const child of source.childNodes) {
      if ('tagName' in child) {
        const element = ownerDocument.createElement(PREFORMATTED.has(child.tagName) ? 'pre' : child.tagName);
        for (const { name, value } of child.attrs) element.setAttribute(name, value);
        target.appendChild(element);
        open.push([child, element]);
      } else if ('value' in child) target.appendChild(ownerDocument.createTextNode(child.value));
    }
  }
}

/**
 * The DOM of an HTML string, as a browser without scripts would build it: parse5 reads as the
 * standard says (linkedom alone mis-reads malformed HTML), linkedom holds the nodes. Server only.
 */
export function htmlDom(html: string): Document {
  const tree = parse(tameHtml(html.toWellFormed()), { scriptingEnabled: false });
  const { document } = parseHTML('<!doctype html><html></html>') as unknown as { document: Document };
  const root = tree.childNodes.find(
    (node): node is DefaultTreeAdapterTypes.Element => node.nodeName === 'html',
  );
  if (root) {
    for (const { name, value } of root.attrs) document.documentElement.setAttribute(name, value);
    copyTree(root, document.documentElement);
  }
  return document;
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

interface SimpleSelector {
  tag: string;
  attribute: string | undefined;
}

const selectors = new Map<string, SimpleSelector | null>();

function simpleSelector(selector: string): SimpleSelector | null {
  let found = selectors.get(selector);
  if (found === undefined) {
    const parts = /^([a-z][a-z0-9]*)(?:\[([a-z-]+)\])?$/.exec(selector);
    found = parts ? { tag: (parts[1] as string).toUpperCase(), attribute: parts[2] } : null;
    selectors.set(selector, found);
  }
  return found;
}

const UNSTYLED = { length: 0 };

/**
 * ProseMirror's parser asks every element for its style and for some thirty selectors, all but a few
 * of the form `a[href]`; linkedom answers each by parsing the selector anew. Answered here, parsing
 * takes a third of the time.
 */
function answerQuickly(element: Element): void {
  const { matches } = element;
  const answer = (selector: string): boolean => {
    const simple = simpleSelector(selector);
    if (!simple) return matches.call(element, selector);
    return element.tagName === simple.tag && (!simple.attribute || element.hasAttribute(simple.attribute));
  };
  Object.defineProperty(element, 'matches', { value: answer });
  if (!element.hasAttribute('style')) Object.defineProperty(element, 'style', { value: UNSTYLED });
}

/** The same for an element of a DOM that exists already; the element is changed on the way. */
export function fromDom(root: Element, { base, kind = 'article' }: FromHtmlOptions = {}): JSONContent {
  normalizeDom(root, base);
  for (const element of root.querySelectorAll('*')) answerQuickly(element);
  const node = DOMParser.fromSchema(documentSchema(kind)).parse(root as unknown as Node);
  return tidyDocument(node).toJSON();
}
