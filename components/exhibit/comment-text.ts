import { MARKER_ATTRIBUTE, START_ATTRIBUTE } from '#lib/document/selection.ts';

/** The element that holds the words of a comment of the original. */
export function wordsElement(commentId: string): HTMLElement | null {
  return document.querySelector(`[data-exhibit="${CSS.escape(commentId)}"] > .said`);
}

/** The comment in whose words something stands; null when it stands in none. */
export function commentAround(node: Node | null): { id: string; root: HTMLElement } | null {
  const element = node instanceof Element ? node : node?.parentElement;
  const root = element?.closest<HTMLElement>('[data-exhibit] > .said');
  const id = root?.closest<HTMLElement>('[data-exhibit]')?.dataset.exhibit;
  return root && id ? { id, root } : null;
}

/** The canonical text of a comment, read off its HTML: it is in the page once. */
export function textIn(root: Element): string {
  return [...root.querySelectorAll(`[${START_ATTRIBUTE}]`)].map(lineOf).join('\n');
}

function lineOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  if (node instanceof Element) {
    if (node.hasAttribute(MARKER_ATTRIBUTE) || node.matches('.ProseMirror-trailingBreak')) return '';
    if (node.tagName === 'BR') return '\n';
  }
  return [...node.childNodes].map(lineOf).join('');
}
