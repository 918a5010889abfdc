'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { SentStore } from '#components/api/request.ts';
import { clearDraft, type DraftPlace, readDraft, sentWith, writeDraft } from './draft.ts';

const WRITE_AFTER_MS = 200;

export interface Draft<T> {
  value: T;
  change(part: Partial<T>): void;
  /** True while what stands here came from an earlier visit. */
  restored: boolean;
  /** For its submission: the key outlives the page together with what was typed. */
  sent: SentStore;
  /** After it was saved or thrown away. */
  clear(): void;
  /** Throws it away and shows the form as it was at first. */
  reset(): void;
}

/**
 * The state of a form, kept in this browser as it is typed. `initial` is what the form shows when nothing was kept;
 * a form that was not touched keeps nothing.
 */
export function useDraft<T extends object>(
  { personId, articleId, form }: DraftPlace,
  initial: T,
  isData: (data: unknown) => data is T,
): Draft<T> {
  const place = useRef({ personId, articleId, form });
  const first = useRef(initial);
  const [restored, setRestored] = useState(() => readDraft(place.current, isData));
  const [value, setValue] = useState<T>(restored ?? initial);
  const latest = useRef(value);
  const pending = useRef<T | null>(null);

  const flush = useCallback(() => {
    if (pending.current) writeDraft(place.current, pending.current);
    pending.current = null;
  }, []);

  useEffect(() => {
    // A tab that is closed or frozen fires nothing later than these.
    const onHide = () => document.visibilityState === 'hidden' && flush();
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', onHide);
      flush();
    };
  }, [flush]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the value begins the wait anew
  useEffect(() => {
    if (pending.current === null) return;
    const timer = setTimeout(flush, WRITE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [value, flush]);

  const change = useCallback((part: Partial<T>) => {
    latest.current = { ...latest.current, ...part };
    pending.current = latest.current;
    setValue(latest.current);
  }, []);

  const clear = useCallback(() => {
    pending.current = null;
    clearDraft(place.current);
  }, []);

  const reset = useCallback(() => {
    clear();
    setRestored(null);
    latest.current = first.current;
    setValue(first.current);
  }, [clear]);

  const sent = useMemo(() => sentWith(place.current, () => latest.current), []);
  return { value, change, restored: restored !== null, sent, clear, reset };
}
