'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { readSelection, type Selected } from './selection.ts';

/** A finger that drags the handles reports many selections; this long after the last one it rests. */
const SETTLES_AFTER_MS = 300;

export interface SelectedNow {
  selected: Selected;
  /** Whether it was made with a finger: the system's own menu then stands above it. */
  touch: boolean;
}

/**
 * What is selected in the article, once it has settled: when the mouse is released, when the finger rests, at once
 * from the keyboard. `keep` holds the last one while a press on the toolbar may collapse it.
 */
export function useSelected(root: RefObject<HTMLElement | null>, text: string, keep: RefObject<boolean>) {
  const [now, setNow] = useState<SelectedNow | null>(null);
  const pressed = useRef(false);
  const touch = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const read = useCallback(() => {
    clearTimeout(timer.current);
    const element = root.current;
    if (!element || keep.current) return;
    const selected = readSelection(element, text);
    setNow((before) => (isSame(before, selected) ? before : selected && { selected, touch: touch.current }));
  }, [root, text, keep]);

  useEffect(() => {
    const settle = (after: number) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(read, after);
    };
    const onChange = () => {
      if (document.getSelection()?.isCollapsed !== false) settle(0);
      else if (!pressed.current) settle(touch.current ? SETTLES_AFTER_MS : 0);
    };
    const onDown = (event: PointerEvent) => {
      touch.current = event.pointerType === 'touch';
      // The system takes a long press over, and then no release is reported: only a mouse is waited for.
      pressed.current = event.pointerType === 'mouse' && event.button === 0;
    };
    const onUp = () => {
      if (!pressed.current) return;
      pressed.current = false;
      // At once, and again when the press has done what it does: one on selected words takes the selection away.
      read();
      settle(0);
    };
    const onKey = () => {
      touch.current = false;
    };
    document.addEventListener('selectionchange', onChange);
    addEventListener('pointerdown', onDown, true);
    addEventListener('pointerup', onUp, true);
    addEventListener('pointercancel', onUp, true);
    addEventListener('dragend', onUp, true);
    addEventListener('keydown', onKey, true);
    return () => {
      clearTimeout(timer.current);
      document.removeEventListener('selectionchange', onChange);
      removeEventListener('pointerdown', onDown, true);
      removeEventListener('pointerup', onUp, true);
      removeEventListener('pointercancel', onUp, true);
      removeEventListener('dragend', onUp, true);
      removeEventListener('keydown', onKey, true);
    };
  }, [read]);

  const clear = useCallback(() => setNow(null), []);
  return { now, read, clear };
}

function isSame(before: SelectedNow | null, selected: Selected | null): boolean {
  return before === null || selected === null
    ? before === selected
    : before.selected.start === selected.start && before.selected.end === selected.end;
}
