'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { type Activation, type MarginHandle, mountMargin } from '#components/annotation/margin.ts';

interface MarginInput {
  onActivate(id: string | null): void;
  /** Gives a card that only says what it shows the rest. */
  complete(card: HTMLElement, id: string): void;
}

/** The margin of the page, and which of its cards were opened. */
export function useMargin(main: RefObject<HTMLElement | null>, input: MarginInput) {
  const handle = useRef<MarginHandle | null>(null);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const latest = useRef(input);
  useEffect(() => {
    latest.current = input;
  });
  useEffect(() => {
    if (!main.current) return;
    const margin = mountMargin(main.current, {
      onActivate: (id) => {
        if (id !== null) setOpened((before) => (before.has(id) ? before : new Set(before).add(id)));
        latest.current.onActivate(id);
      },
      complete: (card, id) => latest.current.complete(card, id),
    });
    handle.current = margin;
    return () => {
      handle.current = null;
      margin.destroy();
    };
  }, [main]);

  const activate = useCallback(
    (id: string | null, how?: Activation) => handle.current?.activate(id, how),
    [],
  );
  const active = useCallback(() => handle.current?.active ?? null, []);
  return { opened, activate, active };
}
