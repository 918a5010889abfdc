import { domPoint, textOffset } from '#lib/document/selection.ts';
import { type Span, snap } from '#lib/document/sentences.ts';
import { saysSomething } from './words.ts';

/**
 * As much as one annotation may hold; lib/annotation's schema says the same, and would bring all of zod into the page.
 * A test holds the two together.
 */
export const EXACT_LIMIT = 5_000;

/** A passage that somebody selected in the article. Offsets in UTF-16 of its canonical text. */
export interface Selected extends Span {
  exact: string;
  /** Why nothing can be made of it. */
  trouble: 'nothing' | 'too-long' | null;
}

/** Made of any two offsets: on the borders of whole characters, without white space at its ends. */
export function select(text: string, start: number, end: number): Selected {
  const span = snap(text, start, end);
  const exact = text.slice(span.start, span.end);
  const trouble = !saysSomething(exact) ? 'nothing' : exact.length > EXACT_LIMIT ? 'too-long' : null;
  return { ...span, exact, trouble };
}

/**
 * What is selected in `root`, which shows `text`; null when nothing is, or when the selection only runs through it (the
 * whole page, say). A selection that begins before the text or ends behind it is cut to the text.
 */
export function readSelection(root: Element, text: string): Selected | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const startsInside = root.contains(range.startContainer);
  const endsInside = root.contains(range.endContainer);
  if (!startsInside && !endsInside) return null;
  const start = startsInside ? textOffset(root, range.startContainer, range.startOffset, 'start') : 0;
  const end = endsInside ? textOffset(root, range.endContainer, range.endOffset, 'end') : text.length;
  return start === null || end === null || end <= start ? null : select(text, start, end);
}

/** Selects a passage in the page, as a person would. */
export function writeSelection(root: Element, { start, end }: Span): void {
  const from = domPoint(root, start);
  const to = domPoint(root, end);
  if (from && to) document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

/** Does something that may draw the selected words anew, after which the same words are selected. */
export function keepSelection(root: Element, act: () => void): void {
  const before = selectedOffsets(root);
  act();
  if (!before) return;
  const after = selectedOffsets(root);
  if (after?.start !== before.start || after.end !== before.end) writeSelection(root, before);
}

function selectedOffsets(root: Element): Span | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  const start = textOffset(root, startContainer, startOffset, 'start');
  const end = textOffset(root, endContainer, endOffset, 'end');
  return start === null || end === null ? null : { start, end };
}

export function clearSelection(): void {
  document.getSelection()?.removeAllRanges();
}

/** The lines of a passage on the screen, first to last. */
export function linesOf(root: Element, { start, end }: Span): DOMRect[] {
  const range = rangeOf(root, { start, end });
  return range ? [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0) : [];
}

export function rangeOf(root: Element, { start, end }: Span): Range | null {
  const from = domPoint(root, start);
  const to = domPoint(root, end);
  if (!from || !to) return null;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}
