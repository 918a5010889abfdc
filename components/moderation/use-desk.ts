'use client';

import { type RefObject, useCallback, useRef, useState } from 'react';
import { type Desk, layOut } from './desk.ts';
import type { DeskItem } from './item.ts';

export interface DeskState {
  desk: Desk<DeskItem>;
  /** What it is this moment, for whatever happens between two drawings. */
  latest: RefObject<Desk<DeskItem>>;
  change(work: (desk: Desk<DeskItem>) => Desk<DeskItem>): void;
}

export function useDesk(first: readonly DeskItem[]): DeskState {
  const [desk, setDesk] = useState(() => layOut(first));
  const latest = useRef(desk);
  const change = useCallback((work: (desk: Desk<DeskItem>) => Desk<DeskItem>) => {
    latest.current = work(latest.current);
    setDesk(latest.current);
  }, []);
  return { desk, latest, change };
}
