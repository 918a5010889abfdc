/*
 * Between the HTML that html.ts draws and offsets of the canonical text, for a page where no editor
 * is mounted. Imports nothing, so that it costs a guest next to nothing.
 */

/** The attribute of the element that holds a textblock's words: the offset of the first of them. */
export const START_ATTRIBUTE = 'data-start';
/** The attribute of elements that stand in the text but are not of it. */
export const MARKER_ATTRIBUTE = 'data-marker';

const TEXT = 3;
const ELEMENT = 1;

function isForeign(node: Node): boolean {
  if (node.nodeType !== ELEMENT) return false;
  const element = node as Element;
  return element.hasAttribute(MARKER_ATTRIBUTE) || element.classList.contains('ProseMirror-trailingBreak');
}

/** Units of canonical text in a subtree. */
function lengthOf(node: Node): number {
  if (node.nodeType === TEXT) return node.nodeValue?.length ?? 0;
  if (isForeign(node)) return 0;
  if (node.nodeName === 'BR') return 1;
  let length = 0;
  for (let child = node.firstChild; child; child = child.nextSibling) length += lengthOf(child);
  return length;
}

/** Units between the beginning of `textblock` and a boundary point inside it. */
function lengthBefore(textblock: Element, node: Node, offset: number): number {
  let length = 0;
  let at: Node = node;
  if (node.nodeType === TEXT) length = offset;
  else for (const child of [...node.childNodes].slice(0, offset)) length += lengthOf(child);
  while (at !== textblock && at.parentNode) {
    if (isForeign(at)) length = 0;
    for (let before = at.previousSibling; before; before = before.previousSibling) length += lengthOf(before);
    at = at.parentNode;
  }
  return length;
}

function startOf(textblock: Element): number {
  return Number(textblock.getAttribute(START_ATTRIBUTE));
}

/**
 * The text offset of a boundary point (as in a DOM Range) inside `root`. Between textblocks, side
 * `'start'` takes the beginning of the next one and `'end'` the end of the one before. Null when
 * the point is not in `root` or no text is there. O(text of the block + number of blocks).
 */
export function textOffset(root: Element, node: Node, offset: number, side: 'start' | 'end'): number | null {
  if (!root.contains(node)) return null;
  const element = node.nodeType === ELEMENT ? (node as Element) : node.parentElement;
  const textblock = element?.closest(`[${START_ATTRIBUTE}]`);
  if (textblock && root.contains(textblock))
    return startOf(textblock) + lengthBefore(textblock, node, offset);

  const child = node.childNodes[offset] ?? null;
  const isBefore = (block: Element): boolean => {
    if (child) return !child.contains(block) && (child.compareDocumentPosition(block) & 2) !== 0;
    return node.contains(block) || (node.compareDocumentPosition(block) & 2) !== 0;
  };
  const all = [...root.querySelectorAll(`[${START_ATTRIBUTE}]`)];
  const after = all.find((block) => !isBefore(block));
  const before = all.findLast(isBefore);
  if (side === 'start' && after) return startOf(after);
  if (before) return startOf(before) + lengthOf(before);
  return after ? startOf(after) : null;
}

/**
 * The boundary point of a text offset inside `root`, for placing a selection or measuring: in a text
 * node where there is one. Null when `root` holds no text. O(number of blocks + text of the block).
 */
export function domPoint(root: Element, offset: number): { node: Node; offset: number } | null {
  const all = [...root.querySelectorAll(`[${START_ATTRIBUTE}]`)];
  const textblock = all.findLast((block) => startOf(block) <= offset) ?? all[0];
  if (!textblock) return null;
  let left = Math.max(0, offset - startOf(textblock));
  let last: { node: Node; offset: number } = { node: textblock, offset: 0 };

  const put = (node: Node, offset: number): void => {
    last = { node, offset };
  };
  const visit = (node: Node): boolean => {
    if (isForeign(node)) return false;
    if (node.nodeType === TEXT) {
      const length = lengthOf(node);
      put(node, Math.min(left, length));
      if (left <= length) return true;
      left -= length;
      return false;
    }
    if (node.nodeName === 'BR') {
      const parent = node.parentNode as Node;
      const index = [...parent.childNodes].indexOf(node as ChildNode);
      put(parent, left < 1 ? index : index + 1);
      left -= 1;
      return left < 0;
    }
    for (let child = node.firstChild; child; child = child.nextSibling) if (visit(child)) return true;
    return false;
  };
  visit(textblock);
  return last;
}
