'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { readSelection, type Selected } from '#components/annotate/selection.ts';
import { commentAround, textIn } from './comment-text.ts';

/** A finger that drags the handles reports many selections; this long after the last one it rests. */
const SETTLES_AFTER_MS = 300;

export interface SelectedInComment {
  commentId: string;
  root: HTMLElement;
  selected: Selected;
  /** Whether it was made with a finger. */
  touch: boolean;
}

/** What is selected in a comment of the original at this moment; null when nothing is, or more than one comment. */
export function readOriginalSelection(touch = false): SelectedInComment | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed) return null;
  const [from, to] = [commentAround(selection.anchorNode), commentAround(selection.focusNode)];
  if (!from || (to && to.id !== from.id)) return null;
  const selected = readSelection(from.root, textIn(from.root));
  return selected && { commentId: from.id, root: from.root, selected, touch };
}

/** The same once it has settled: when the mouse is released, when the finger rests, at once from the keyboard. */
export function useOriginalSelection(enabled: boolean, keep: RefObject<boolean>) {
  const [now, setNow] = useState<SelectedInComment | null>(null);
  const held = useRef({ pressed: false, touch: false });
  const clear = useCallback(() => setNow(null), []);

  useEffect(() => {
    if (!enabled) return;
    const listening = new AbortController();
    const { signal } = listening;
    let timer: ReturnType<typeof setTimeout>;
    const settle = (after: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (!keep.current) setNow(readOriginalSelection(held.current.touch));
      }, after);
    };
    document.addEventListener(
      'selectionchange',
      () => {
        if (!held.current.pressed) settle(held.current.touch ? SETTLES_AFTER_MS : 0);
      },
      { signal },
    );
    const onDown = ({ pointerType, button }: PointerEvent) => {
      held.current = { pressed: pointerType === 'mouse' && button === 0, touch: pointerType === 'touch' };
    };
    const onUp = () => {
      if (!held.current.pressed) return;
      held.current.pressed = false;
      settle(0);
    };
    const onKey = () => {
      held.current.touch = false;
    };
    addEventListener('pointerdown', onDown, { capture: true, signal });
    for (const name of ['pointerup', 'pointercancel', 'dragend'])
      addEventListener(name, onUp, { capture: true, signal });
    addEventListener('keydown', onKey, { capture: true, signal });
    return () => {
      clearTimeout(timer);
      listening.abort();
    };
  }, [enabled, keep]);

  return { now: enabled ? now : null, clear };
}
