'use client';

import type { JSONContent } from '@tiptap/core';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { weave } from '#components/annotation/marks.ts';
import type { Passage } from '#components/annotation/passage.ts';
import type { ArticleSurface, Drawing } from '#components/editor/article-surface.ts';
import { NEW_ID, type PassageSource } from './passages.ts';
import { keepSelection } from './selection.ts';
import { makeBlocksFocusable } from './use-keyboard-selecting.ts';

/** Where the browser does not tell when it is idle (Safari), this long after the first effects. */
const IDLE_AFTER_MS = 200;

interface SurfaceInput {
  root: RefObject<HTMLElement | null>;
  document: JSONContent;
  /** Another one whenever something in it is another. */
  passages: PassageSource;
  /** What a screen reader hears of the text. */
  attributes: Record<string, string>;
}

/**
 * Mounts tiptap over the served text once the browser is idle, never while something is selected in it, and keeps what
 * it draws up to date. `mountNow` is for when something has to be drawn at once.
 */
export function useSurface({ root, document: content, passages, attributes }: SurfaceInput) {
  const surface = useRef<ArticleSurface<Passage> | null>(null);
  const served = useRef(passages);
  const latest = useRef({ content, passages, attributes });
  useEffect(() => {
    latest.current = { content, passages, attributes };
  });
  const draw = useCallback(() => {
    const [now, element] = [surface.current, root.current];
    if (!now || !element) return;
    const restore = rememberFocus(element);
    keepSelection(element, () => now.draw(latest.current.passages.all()));
    restore();
  }, [root]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn is the latest, whenever that changed
  useEffect(draw, [passages, draw]);
  const loading = useRef<Promise<typeof import('#components/editor/article-surface.ts')>>(undefined);
  const gone = useRef(false);

  const load = useCallback(() => {
    loading.current ??= import('#components/editor/article-surface.ts').catch((error) => {
      // A broken connection: the next occasion tries again.
      loading.current = undefined;
      throw error;
    });
    return loading.current;
  }, []);

  const mountNow = useCallback(async () => {
    const { ArticleSurface: Surface } = await load();
    const element = root.current;
    if (surface.current || !element || gone.current) return;
    const { content: document, attributes: named } = latest.current;
    surface.current = new Surface(element, document, {
      served: served.current.all(),
      weave: drawingOf,
      attributes: named,
    });
    draw();
  }, [root, load, draw]);

  useEffect(() => {
    gone.current = false;
    const listening = new AbortController();
    const { signal } = listening;
    if (root.current) makeBlocksFocusable(root.current);
    whenIdle(
      signal,
      () =>
        void load().then(
          () => whenNothingIsSelected(root, signal, () => void mountNow()),
          () => undefined,
        ),
    );
    return () => {
      listening.abort();
      gone.current = true;
      surface.current?.destroy();
      surface.current = null;
    };
  }, [root, load, mountNow]);

  return { mountNow };
}

/** The annotation that is being written has no verdict yet: a marker of its own would only move the words behind it. */
function drawingOf(passages: readonly Passage[]): Drawing {
  const { ranges, markers } = weave(passages);
  return { ranges, markers: markers.filter(({ html }) => !html.includes(`href="#annotation-${NEW_ID}"`)) };
}

function whenIdle(signal: AbortSignal, act: () => void): void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(act, { timeout: 3000 });
    signal.addEventListener('abort', () => cancelIdleCallback(handle));
  } else {
    const handle = setTimeout(act, IDLE_AFTER_MS);
    signal.addEventListener('abort', () => clearTimeout(handle));
  }
}

/** Waits until no press and no selection in the text is under way. */
function whenNothingIsSelected(
  root: RefObject<HTMLElement | null>,
  signal: AbortSignal,
  act: () => void,
): void {
  let pressed = false;
  const done = new AbortController();
  const options = { signal: AbortSignal.any([signal, done.signal]), capture: true };
  const look = () => {
    const selection = document.getSelection();
    const selecting =
      selection && !selection.isCollapsed && root.current && selection.containsNode(root.current, true);
    if (pressed || selecting || options.signal.aborted) return;
    done.abort();
    act();
  };
  addEventListener('pointerdown', () => (pressed = true), options);
  for (const end of ['pointerup', 'pointercancel', 'dragend']) {
    addEventListener(
      end,
      () => {
        pressed = false;
        setTimeout(look);
      },
      options,
    );
  }
  document.addEventListener('selectionchange', look, options);
  look();
}

/** The element with the focus may be replaced by its equal. */
function rememberFocus(root: HTMLElement): () => void {
  const { activeElement } = document;
  if (!root.contains(activeElement)) return () => {};
  const focusable = () => [...root.querySelectorAll<HTMLElement>('a[href], button, [data-start]')];
  const index = focusable().indexOf(activeElement as HTMLElement);
  return () => {
    if (index >= 0 && document.activeElement !== activeElement)
      focusable()[index]?.focus({ preventScroll: true });
  };
}
