import type { Node } from '@tiptap/pm/model';
import { Decoration } from '@tiptap/pm/view';
import { START_ATTRIBUTE } from '#lib/document/selection.ts';
import type { TextMap } from '#lib/document/text.ts';

/** One of the blocks that a document consists of: a paragraph, a list, a table. */
export interface Block {
  /** Which child of the document it is. */
  index: number;
  /** Where it stands in the document, and how much it takes. */
  pos: number;
  size: number;
  /** Its text; `end` is exclusive. */
  start: number;
  end: number;
}

/** Those that hold text, in their order. */
export function blocksOf(doc: Node, map: TextMap): Block[] {
  const blocks: Block[] = [];
  doc.forEach((node, pos, index) => {
    if (node.isLeaf) return;
    const start = map.toOffset(pos + 1, 'start');
    const end = map.toOffset(pos + node.nodeSize - 1, 'end');
    blocks.push({ index, pos, size: node.nodeSize, start, end });
  });
  return blocks;
}

/** Says that the surface draws a block itself. It changes nothing that is seen. */
export function takes({ pos, size }: Block): Decoration {
  return Decoration.node(pos, pos + size, {}, TAKEN);
}

const TAKEN = { taken: true };

export function isTaken(decorations: readonly Decoration[]): boolean {
  return decorations.some(({ spec }) => spec === TAKEN || spec?.taken === true);
}

/** What the keyboard reached in a block it reaches in the block that takes its place. */
export function carryTabStops(from: Element | undefined, to: Element | undefined): void {
  if (!from || !to || from === to) return;
  const [before, after] = [stopsIn(from), stopsIn(to)];
  for (const [at, stop] of after.entries()) stop.tabIndex = before[at]?.tabIndex ?? -1;
}

function stopsIn(block: Element): HTMLElement[] {
  const inside = [...block.querySelectorAll<HTMLElement>(`[${START_ATTRIBUTE}]`)];
  return block.hasAttribute(START_ATTRIBUTE) ? [block as HTMLElement, ...inside] : inside;
}
