import type { JSONContent } from '@tiptap/core';

/** Tiny builders for documents: `doc(p('a ', b('bold')), h(2, 'Title'))`. */
type Inline = string | JSONContent;

const inline = (content: Inline[]): JSONContent[] =>
  content.flatMap((item) => (typeof item !== 'string' ? [item] : item ? [{ type: 'text', text: item }] : []));

const node =
  (type: string, attrs?: Record<string, unknown>) =>
  (...content: JSONContent[]): JSONContent => ({
    type,
    ...(attrs ? { attrs } : {}),
    ...(content.length ? { content } : {}),
  });

const mark =
  (type: string, attrs?: Record<string, unknown>) =>
  (text: string, ...more: NonNullable<JSONContent['marks']>): JSONContent => ({
    type: 'text',
    text,
    marks: [{ type, ...(attrs ? { attrs } : {}) }, ...more],
  });

export const doc = node('doc');
export const p = (...content: Inline[]) => node('paragraph')(...inline(content));
export const h = (level: number, ...content: Inline[]) => node('heading', { level })(...inline(content));
export const pre = (text: string, language: string | null = null) =>
  node('codeBlock', { language })(...inline([text]));
export const quote = node('blockquote');
export const ul = node('bulletList');
export const ol = (start: number, ...items: JSONContent[]) => node('orderedList', { start })(...items);
export const li = node('listItem');
export const table = node('table');
export const tr = node('tableRow');
export const td = node('tableCell');
export const th = node('tableHeader');
export const figure = (src: string | null, alt: string | null, ...caption: Inline[]) =>
  node('figure', { src, alt })(...inline(caption));
export const hr = node('horizontalRule')();
export const br: JSONContent = { type: 'hardBreak' };
export const b = mark('bold');
export const i = mark('italic');
export const code = mark('code');
export const a = (href: unknown, text: string) => mark('link', { href })(text);
