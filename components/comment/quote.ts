import type { JSONContent } from '@tiptap/core';

/** Words that somebody wants to speak about, and where they stand. */
export interface Quote {
  text: string;
  /** What the link to it says: a name, or the title of the article. */
  source: string;
  /** Absolute. */
  href: string;
}

/** As much of a comment as is quoted when nothing in it is selected, in UTF-16 units. */
const QUOTE_MAX = 600;

/** A text cut for a quotation, at the end of a word. */
export function excerpt(text: string, max = QUOTE_MAX): string {
  const trimmed = text.trim();
  if (trimmed.length <= max) return trimmed;
  const cut = trimmed.slice(0, max).toWellFormed();
  return `${cut.replace(/\s+\S*$/u, '')} …`;
}

/** A document with a quotation at its end, and an empty line below it to go on. */
export function withQuote(body: JSONContent | null, { text, source, href }: Quote): JSONContent {
  const line = (content: JSONContent[]): JSONContent => ({ type: 'paragraph', content });
  const lines = text.split(/\n+/).filter((one) => one.trim() !== '');
  const quoted = lines.map((one) => line([{ type: 'text', text: one }]));
  const origin = line([{ type: 'text', text: source, marks: [{ type: 'link', attrs: { href } }] }]);
  const said = (body?.content ?? []).filter(
    (node, at, all) => at < all.length - 1 || (node.content?.length ?? 0) > 0,
  );
  return {
    type: 'doc',
    content: [...said, { type: 'blockquote', content: [...quoted, origin] }, { type: 'paragraph' }],
  };
}

/** The address of words on a page; browsers go there and mark them (Text Fragments, WICG). */
export function passageHref(page: string, words: string): string {
  const text = words.replace(/\s+/gu, ' ').trim();
  const part = (one: string) => encodeURIComponent(one).replaceAll('-', '%2D');
  const few = text.split(' ');
  const named =
    few.length > 10 ? `${part(few.slice(0, 4).join(' '))},${part(few.slice(-4).join(' '))}` : part(text);
  return `${page}#:~:text=${named}`;
}

type Listener = (quote: Quote) => void;
const listeners = new Set<Listener>();

/** Puts words of the article into the composer of its discussion. False where there is none. */
export function quoteInDiscussion(quote: Quote): boolean {
  for (const listener of listeners) listener(quote);
  return listeners.size > 0;
}

/** For the composer under the article. Returns how to stop. */
export function onQuote(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
