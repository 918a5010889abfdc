'use client';

import { useEffect, useRef } from 'react';
import type { RulingDesk } from '#lib/ruling/schema.ts';

/** Leads to what is to be read, which came to be known at the other end of the form: what others did, what waits now. */
export function useFocusOnNews(theirs: RulingDesk | null, known: string) {
  const told = useRef<HTMLDivElement>(null);
  const seen = useRef(known);
  useEffect(() => {
    if (!theirs && seen.current === known) return;
    seen.current = known;
    told.current?.focus();
  }, [theirs, known]);
  return told;
}
