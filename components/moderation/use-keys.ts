'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

const KEPT = 'obelus:moderation:keys';

/** Whether single keys do something: who speaks to the computer, or trembles, turns them off, for this browser. */
export function useKeySwitch(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(true);
  useEffect(() => {
    try {
      setOn(localStorage.getItem(KEPT) !== 'off');
    } catch {
      // Without storage they are on.
    }
  }, []);
  const turn = useCallback((next: boolean) => {
    setOn(next);
    try {
      localStorage.setItem(KEPT, next ? 'on' : 'off');
    } catch {
      // It holds until the page is left.
    }
  }, []);
  return [on, turn];
}

/** `a`, `Shift+j`, `Enter`, … → what it does. Letters mean the same with Caps Lock on. */
export type Keys = Partial<Record<string, () => void>>;

/** Where keys type. */
const TYPES = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]';
/** What takes these keys for itself. */
const PRESSES = 'a, button, summary, input';

/** Listens on the whole page, but not while a dialog or a menu is open. */
export function useKeys(keys: Keys, on: boolean): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!on) return;
    const onKey = (event: KeyboardEvent) => {
      const work = latest.current[nameOf(event)];
      if (!work || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector('dialog:modal, [popover]:popover-open')) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest(TYPES)) return;
      if ((event.key === 'Enter' || event.key === ' ') && target?.closest(PRESSES)) return;
      event.preventDefault();
      work();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [on]);
}

function nameOf({ key, shiftKey }: KeyboardEvent): string {
  if (!/^[a-z]$/i.test(key)) return key;
  return shiftKey ? `Shift+${key.toLowerCase()}` : key.toLowerCase();
}
