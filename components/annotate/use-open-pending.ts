'use client';

import { useEffect, useRef } from 'react';
import type { Activation } from '#components/annotation/margin.ts';
import type { NewDraft } from './new-draft.ts';
import { NEW_ID } from './passages.ts';

/** When a form opens, its passage is drawn and its card becomes the active one; when it was saved, the new card does. */
export function useOpenPending(
  pending: NewDraft | null,
  activate: (id: string | null, how?: Activation) => void,
  mountNow: () => Promise<void>,
) {
  const next = useRef<string | null>(null);
  useEffect(() => {
    if (pending === null) {
      if (next.current !== null) activate(next.current, { focus: true, scroll: true });
      next.current = null;
      return;
    }
    // Without the surface the words would not be marked while the form is open; it can be filled in all the same.
    void mountNow()
      .catch(() => undefined)
      .then(() => {
        activate(NEW_ID, { scroll: true });
        const field = document.getElementById(`annotation-${NEW_ID}`)?.querySelector('textarea');
        field?.focus({ preventScroll: true });
        field?.select();
      });
  }, [pending, activate, mountNow]);
  return next;
}
