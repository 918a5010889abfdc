import { Fragment, type Node } from '@tiptap/pm/model';
import { nodeText } from './plain-text.ts';

/** Nothing to read: white space, and characters that nobody sees. */
const BLANK = /^[\s\u200B\u2060\uFEFF]*$/;

/** Text as it is stored: without soft hyphens (how a page breaks its lines is not what it says), well-formed. */
function cleanText(node: Node): Node | null {
  const text = nodeText((node.text ?? '').replaceAll('\u00AD', '').toWellFormed());
  if (!text) return null;
  return text === node.text ? node : node.type.schema.text(text, node.marks);
}

function isBlankInline(node: Node): boolean {
  return node.isText ? BLANK.test(node.text ?? '') : node.type.name === 'hardBreak';
}

/** White space and breaks at both ends of a line, and spaces around a break, are how the source was indented. */
function trimmed(children: Node[]): Node[] {
  let start = 0;
  let end = children.length;
  while (start < end && isBlankInline(children[start] as Node)) start += 1;
  while (end > start && isBlankInline(children[end - 1] as Node)) end -= 1;
  const kept = children.slice(start, end);
  return kept.flatMap((node, index) => {
    if (!node.isText) return [node];
    let text = node.text ?? '';
    const afterBreak = index === 0 || kept[index - 1]?.type.name === 'hardBreak';
    const beforeBreak = index === kept.length - 1 || kept[index + 1]?.type.name === 'hardBreak';
    if (afterBreak) text = text.replace(/^[\s\u200B\uFEFF]+/, '');
    if (beforeBreak) text = text.trimEnd();
    if (!text) return [];
    return text === node.text ? [node] : [node.type.schema.text(text, node.marks)];
  });
}

function tidyTextblock(node: Node): Node | null {
  const children: Node[] = [];
  node.forEach((child) => {
    const clean = child.isText ? cleanText(child) : child;
    if (clean) children.push(clean);
  });
  const content = Fragment.fromArray(node.type.spec.code ? children : trimmed(children));
  const mayBeEmpty = node.type.name === 'figure' && (node.attrs.src || node.attrs.alt);
  return content.size > 0 || mayBeEmpty ? node.copy(content) : null;
}

function isCell(node: Node): boolean {
  return node.type.name === 'tableCell' || node.type.name === 'tableHeader';
}

/** Null for what says nothing; cells stay, or the columns of their table would shift. */
function tidyNode(node: Node): Node | null {
  if (node.isTextblock) return tidyTextblock(node);
  if (node.isLeaf) return node;
  const children = tidyChildren(node);
  if (isCell(node) || node.type.name === 'doc') {
    return children.length > 0
      ? node.copy(Fragment.fromArray(children))
      : (node.type.createAndFill(node.attrs) ?? node);
  }
  return children.length > 0 ? node.copy(Fragment.fromArray(children)) : null;
}

function tidyChildren(node: Node): Node[] {
  const children: Node[] = [];
  node.forEach((child) => {
    const tidy = tidyNode(child);
    if (tidy) children.push(tidy);
  });
  return children;
}

/**
 * Takes out of a parsed document what its source needed and a reader does not: empty paragraphs,
 * items and quotes, white space and breaks at the ends of lines, soft hyphens, control characters and
 * lone surrogates. O(size).
 */
export function tidyDocument(doc: Node): Node {
  return tidyNode(doc) ?? doc;
}
