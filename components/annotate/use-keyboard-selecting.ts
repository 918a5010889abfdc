'use client';

import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { announceQuietly } from '#components/ui/announce.ts';
import { START_ATTRIBUTE } from '#lib/document/selection.ts';
import { clearSelection, writeSelection } from './selection.ts';
import { type Reach, type Step, spanOf, step, wholeSentences, wordFrom } from './words.ts';

const STEPS: Record<string, Step> = {
  ArrowRight: 'next-word',
  ArrowLeft: 'previous-word',
  ArrowDown: 'next-sentence',
  ArrowUp: 'previous-sentence',
  Home: 'line-start',
  End: 'line-end',
};
/** So much of a selection is read out in full; of a longer one, how long it is and its last word. */
const READ_OUT = 80;

/**
 * Selecting by keyboard. The paragraphs are one stop of the tab key, with arrows between them; Enter on one begins to
 * select its first word. Whatever is selected is the page's own selection, so all else follows as with the mouse.
 */
export function useKeyboardSelecting(
  root: RefObject<HTMLElement | null>,
  text: string,
  lang: string,
  /** Said when it begins: what the keys do here. */
  help: 'selecting' | 'selectingQuote' = 'selecting',
) {
  const t = useTranslations('annotate');
  const reach = useRef<Reach | null>(null);

  const leave = useCallback(
    (say: boolean) => {
      if (!reach.current) return false;
      reach.current = null;
      clearSelection();
      if (say) announceQuietly(t('selectingLeft'));
      return true;
    },
    [t],
  );

  const show = useCallback(
    (next: Reach, first = false) => {
      reach.current = next;
      const span = spanOf(next);
      if (root.current) writeSelection(root.current, span);
      const words = text.slice(span.start, span.end);
      reveal(root.current);
      if (first) announceQuietly(t(help, { words }));
      else if (words.length <= READ_OUT) announceQuietly(t('selected', { words }));
      else
        announceQuietly(
          t('selectedMany', {
            n: words.split(/\s+/).length,
            words: text.slice(next.head.start, next.head.end),
          }),
        );
    },
    [root, text, t, help],
  );

  const begin = useCallback(
    (block: HTMLElement) => {
      const word = wordFrom(text, Number(block.getAttribute(START_ATTRIBUTE)), lang);
      if (word) show({ anchor: word, head: word }, true);
    },
    [text, lang, show],
  );

  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const block = blockOf(event.target, root.current);
      if (!block) return;
      if (!reach.current) {
        if (event.shiftKey || !rove(event.key, block, root.current)) {
          if (event.key !== 'Enter' || event.target !== block) return;
          begin(block);
        }
        event.preventDefault();
        return;
      }
      const where = STEPS[mirrored(event.key, block)];
      if (where) show(step(text, reach.current, where, event.shiftKey, lang));
      else if (event.key.toLowerCase() === 's') {
        const { start, end } = wholeSentences(text, spanOf(reach.current), lang);
        show({ anchor: { start, end: start }, head: { start: end, end } });
      } else if (event.key === 'Escape') leave(true);
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    [root, text, lang, begin, show, leave],
  );

  useEffect(() => {
    const element = root.current;
    if (!element) return;
    // The surface takes the same element over, and with it the listeners.
    element.addEventListener('keydown', onKeyDown);
    const onDown = () => {
      reach.current = null;
    };
    element.addEventListener('pointerdown', onDown);
    return () => {
      element.removeEventListener('keydown', onKeyDown);
      element.removeEventListener('pointerdown', onDown);
    };
  }, [root, onKeyDown]);

  return { isSelecting: () => reach.current !== null, leave };
}

/** Makes the paragraphs reachable: one by the tab key, the others by arrows. To be called when they are drawn. */
export function makeBlocksFocusable(root: HTMLElement, stop = 0): void {
  for (const [index, block] of [...root.querySelectorAll<HTMLElement>(`[${START_ATTRIBUTE}]`)].entries()) {
    block.tabIndex = index === stop ? 0 : -1;
  }
}

/** Gives the focus to the paragraph that holds an offset. */
export function focusBlock(root: HTMLElement, offset: number): void {
  const all = [...root.querySelectorAll<HTMLElement>(`[${START_ATTRIBUTE}]`)];
  const block = all.findLast((one) => Number(one.getAttribute(START_ATTRIBUTE)) <= offset);
  if (!block) return;
  for (const other of all) if (other.tabIndex === 0) other.tabIndex = -1;
  block.tabIndex = 0;
  block.focus({ preventScroll: true });
}

function blockOf(target: EventTarget | null, root: HTMLElement | null): HTMLElement | null {
  const block = target instanceof Element ? target.closest<HTMLElement>(`[${START_ATTRIBUTE}]`) : null;
  // A link or a button inside has keys of its own.
  return block && root?.contains(block) && target === block ? block : null;
}

/** Moves the focus between paragraphs; whether the key was one for that. */
function rove(key: string, block: HTMLElement, root: HTMLElement | null): boolean {
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return false;
  const all = [...(root?.querySelectorAll<HTMLElement>(`[${START_ATTRIBUTE}]`) ?? [])];
  const next = all[all.indexOf(block) + (key === 'ArrowDown' ? 1 : -1)];
  if (!next) return false;
  block.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
  return true;
}

const FIRST_STRONG_IS_RTL =
  /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** In a paragraph that runs from right to left the left arrow goes forward. Each runs as its first letter does. */
function mirrored(key: string, block: HTMLElement): string {
  if (!FIRST_STRONG_IS_RTL.test(block.textContent ?? '')) return key;
  return key === 'ArrowLeft' ? 'ArrowRight' : key === 'ArrowRight' ? 'ArrowLeft' : key;
}

/** Keeps the selection in sight as it grows, in the page or in the dialog that holds it. */
function reveal(root: HTMLElement | null): void {
  const selection = document.getSelection();
  if (!root || !selection?.focusNode) return;
  const range = document.createRange();
  range.setStart(selection.focusNode, selection.focusOffset);
  const { top, bottom } = range.getBoundingClientRect();
  const scroller = root.closest<HTMLElement>('[data-scrolls]');
  const inside = scroller?.getBoundingClientRect() ?? { top: 0, bottom: innerHeight };
  const by = (distance: number) => (scroller ?? window).scrollBy({ top: distance });
  if (top < inside.top + 80) by(top - inside.top - 120);
  else if (bottom > inside.bottom - 80) by(bottom - inside.bottom + 120);
}
