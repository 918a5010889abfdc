import type { JSONContent } from '@tiptap/core';
import { wordDiff } from '#lib/anchoring/word-diff.ts';
import { documentText } from '#lib/document/text.ts';
import { isOffer } from './instead.ts';
import { steadyText } from './steady.ts';
import { survival } from './survival.ts';

/** An article's body: its document, and the canonical text of it. */
export interface Body {
  document: JSONContent;
  text: string;
}

/** Who sees this much of an article sees more than a beginning. */
const MOST_OF_IT = 0.8;
/** Less of a beginning still in the text that was kept, and it is not known what it begins. */
const ALIKE = 0.5;
/** Shorter stretches that both have say nothing of where in the text one is. */
const STRETCH = 20;

/**
 * What is known of an article of which only the beginning can be read: the beginning as it is now, and from there on the
 * text that was kept. Equal to `kept` (but for what {@link steadyText} passes over) when the beginning is what it was.
 * Null when what stands there is not the beginning, or is nearly all of it. A last paragraph that is cut off counts as
 * unread. O(length).
 */
export function beginningOver(kept: Body, page: Body): Body | null {
  const blocks = withoutOffer(kept, page);
  const text = blocks.map(documentText).join('\n');
  if (blocks.length === 0 || text.length >= kept.text.length * MOST_OF_IT) return null;
  if (survival(text, kept.text) < ALIKE) return null;
  const end = commonEnd(kept.text, text);
  if (end === null) return null;
  const [now, before] = [blockAt(blocks, end.now), blockAt(kept.document.content ?? [], end.kept)];
  const isWhole = now.end - end.now <= 1 && before.end - end.kept <= 1;
  const read = blocks.slice(0, isWhole ? now.index + 1 : now.index);
  const rest = (kept.document.content ?? []).slice(isWhole ? before.index + 1 : before.index);
  const document = { ...kept.document, content: [...read, ...rest] };
  return { document, text: documentText(document) };
}

/** Whether two texts say the same, but for what changes by itself. */
export const saysTheSame = (one: string, other: string) => steadyText(one) === steadyText(other);

/** The blocks of a page up to those in which it offers the rest; what was kept is never such a block. */
function withoutOffer(kept: Body, page: Body): JSONContent[] {
  const blocks = page.document.content ?? [];
  const known = new Set((kept.document.content ?? []).map(documentText));
  const isKnown = (block: JSONContent) => known.has(documentText(block));
  const lastKnown = blocks.findLastIndex(isKnown);
  const offer = blocks.findIndex(
    (block, at) =>
      at > 0 && at > lastKnown && !isKnown(block) && documentText(block).split('\n').some(isOffer),
  );
  return offer < 0 ? blocks : blocks.slice(0, offer);
}

/** Where the last longer stretch that two texts have in common ends in either. */
function commonEnd(kept: string, text: string): { kept: number; now: number } | null {
  const last = wordDiff(kept, text).findLast(
    ({ kind, newStart, newEnd }) => kind === 'equal' && newEnd - newStart >= STRETCH,
  );
  if (!last) return null;
  const trimmed = (of: string, end: number) => of.slice(0, end).trimEnd().length;
  return { kept: trimmed(kept, last.oldEnd), now: trimmed(text, last.newEnd) };
}

/** The block in which an offset of the canonical text lies that is an end, and where that block ends. */
function blockAt(blocks: readonly JSONContent[], offset: number): { index: number; end: number } {
  let start = 0;
  for (const [index, block] of blocks.entries()) {
    const end = start + documentText(block).length;
    if (offset <= end) return { index, end };
    start = end + 1;
  }
  return { index: blocks.length - 1, end: start - 1 };
}
