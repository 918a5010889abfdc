import type { JSONContent } from '@tiptap/core';
import { Fragment, type ReactNode } from 'react';
import { isSafeHref } from '#lib/document/href.ts';

type Draw = (children: ReactNode, attrs: Record<string, unknown>) => ReactNode;

const NODES: Record<string, Draw> = {
  paragraph: (children) => <p>{children}</p>,
  blockquote: (children) => <blockquote>{children}</blockquote>,
  bulletList: (children) => <ul>{children}</ul>,
  orderedList: (children, { start }) => (
    <ol start={typeof start === 'number' && start !== 1 ? start : undefined}>{children}</ol>
  ),
  listItem: (children) => <li>{children}</li>,
  codeBlock: (children) => (
    <pre>
      <code>{children}</code>
    </pre>
  ),
  // A comment has no headings of its own; a document of the API may.
  heading: (children) => <p>{children}</p>,
  hardBreak: () => <br />,
};

const MARKS: Record<string, Draw> = {
  bold: (children) => <strong>{children}</strong>,
  italic: (children) => <em>{children}</em>,
  code: (children) => <code>{children}</code>,
  strike: (children) => <s>{children}</s>,
  link: (children, { href }) =>
    typeof href === 'string' && isSafeHref(href) ? (
      <a href={href} rel="nofollow ugc noopener">
        {children}
      </a>
    ) : (
      children
    ),
};

function draw(node: JSONContent, key: number): ReactNode {
  if (node.type === 'text') {
    // The first mark of a text lies outermost.
    const marked = (node.marks ?? []).reduceRight<ReactNode>(
      (inner, { type, attrs }) => MARKS[type]?.(inner, attrs ?? {}) ?? inner,
      node.text,
    );
    return <Fragment key={key}>{marked}</Fragment>;
  }
  const children = node.content?.map(draw);
  return <Fragment key={key}>{NODES[node.type ?? '']?.(children, node.attrs ?? {}) ?? children}</Fragment>;
}

/**
 * What somebody wrote in an editor, on the server and in the browser alike. It knows the nodes of a comment and leaves
 * the editor out of the page: whoever only reads does not load it.
 */
export function RichText({ body, lang }: { body: JSONContent; lang?: string }) {
  return (
    <div className="said" dir="auto" lang={lang}>
      {body.content?.map(draw)}
    </div>
  );
}
