'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { announce } from '#components/ui/announce.ts';
import { clearSelection, EXACT_LIMIT, readSelection, type Selected, writeSelection } from './selection.ts';
import { focusBlock, useKeyboardSelecting } from './use-keyboard-selecting.ts';
import { useSelected } from './use-selected.ts';
import { wholeSentences } from './words.ts';

interface MarkingInput {
  root: RefObject<HTMLElement | null>;
  text: string;
  lang: string;
  /** False where nothing can be added. */
  enabled: boolean;
  onClaim(selected: Selected): void;
  onRemark(selected: Selected): void;
  /** Takes the words into the discussion. */
  onQuote(selected: Selected): void;
}

/**
 * From selected words to what is done with them: the toolbar's buttons and the keys `c`, `r`, `q` and `s`. While another
 * passage is chosen for an annotation, there is only that to be done with them.
 */
export function useMarking({ root, text, lang, enabled, onClaim, onRemark, onQuote }: MarkingInput) {
  const t = useTranslations('annotate');
  const keep = useRef(false);
  const { now, read, clear } = useSelected(root, text, keep);
  const { isSelecting, leave } = useKeyboardSelecting(root, text, lang);
  const [choosing, setChoosing] = useState(false);
  const chosen = useRef<(selected: Selected | null) => void>(undefined);
  const selected = now?.selected ?? null;

  const stop = useCallback(() => {
    keep.current = false;
    leave(false);
    clearSelection();
    clear();
  }, [leave, clear]);

  /** What is selected at this moment, also before it has settled; or what was, if a press on the toolbar collapsed it. */
  const current = useCallback(
    (): Selected | null => (root.current && readSelection(root.current, text)) ?? selected,
    [root, text, selected],
  );

  /** The same if something can be made of it; else says why not. */
  const usable = useCallback((): Selected | null => {
    keep.current = false;
    const words = current();
    if (!words) announce(t('nothingSelected'));
    else if (words.trouble === 'nothing') announce(t('nothingInIt'));
    else if (words.trouble) announce(t('selectionTooLong', { max: EXACT_LIMIT }));
    return words?.trouble ? null : words;
  }, [current, t]);

  const mark = useCallback(
    (act: (selected: Selected) => void) => {
      const words = usable();
      if (!words) return;
      stop();
      act(words);
    },
    [usable, stop],
  );

  const take = useCallback(
    (words: Selected | null) => {
      setChoosing(false);
      stop();
      chosen.current?.(words);
      chosen.current = undefined;
    },
    [stop],
  );

  const actions = {
    claim: useCallback(() => mark(onClaim), [mark, onClaim]),
    remark: useCallback(() => mark(onRemark), [mark, onRemark]),
    quote: useCallback(() => mark(onQuote), [mark, onQuote]),
    sentence: useCallback(() => {
      keep.current = false;
      const words = current();
      if (!words || !root.current) return;
      writeSelection(root.current, wholeSentences(text, words, lang));
      read();
    }, [current, root, text, lang, read]),
    take: useCallback(() => {
      const words = usable();
      if (words) take(words);
    }, [usable, take]),
    close: useCallback(() => {
      const inToolbar = document.activeElement?.closest('.selection-toolbar');
      stop();
      if (inToolbar && root.current && selected) focusBlock(root.current, selected.start);
    }, [stop, root, selected]),
  };

  const choose = useCallback(() => {
    setChoosing(true);
    return new Promise<Selected | null>((resolve) => {
      chosen.current = resolve;
    });
  }, []);

  useKeys({
    enabled,
    actions,
    choosing,
    cancel: () => take(null),
    hasSelection: () => current() !== null,
    isSelecting,
    root,
  });
  return { now: enabled ? now : null, keep, choosing, choose, actions };
}

interface KeysInput {
  enabled: boolean;
  actions: Record<'claim' | 'remark' | 'quote' | 'sentence' | 'take' | 'close', () => void>;
  choosing: boolean;
  cancel(): void;
  hasSelection(): boolean;
  isSelecting(): boolean;
  root: RefObject<HTMLElement | null>;
}

/** Never while somebody types, and never with a modifier: those keys are the browser's. */
function useKeys(input: KeysInput) {
  const latest = useRef(input);
  useEffect(() => {
    latest.current = input;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      if (!latest.current.enabled || document.querySelector('dialog[open]')) return;
      if (act(event, latest.current)) event.preventDefault();
    };
    // Before the margin, which takes Escape for the card.
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, []);
}

/** Whether the key was one of ours. */
function act(event: KeyboardEvent, input: KeysInput): boolean {
  const { actions, choosing, hasSelection, root, isSelecting, cancel } = input;
  const inText = event.target instanceof Node && root.current?.contains(event.target) === true;
  const key = event.key.toLowerCase();
  if (key === 'escape') {
    // Selecting by keyboard is left by its own handler, which says so.
    if (isSelecting() || !(choosing || hasSelection())) return false;
    if (hasSelection()) actions.close();
    else cancel();
    return true;
  }
  if (key === 'tab' && !event.shiftKey && inText && hasSelection()) return focusToolbar();
  if (choosing) {
    if (key !== 'enter' || !inText || !hasSelection()) return false;
    actions.take();
    return true;
  }
  if (key === 's' && hasSelection() && !isSelecting()) actions.sentence();
  else if (key === 'c') actions.claim();
  else if (key === 'r') actions.remark();
  else if (key === 'q') actions.quote();
  else return false;
  return true;
}

function focusToolbar(): boolean {
  const button = document.querySelector<HTMLElement>('.selection-toolbar button');
  button?.focus({ preventScroll: true });
  return button !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
