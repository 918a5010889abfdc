'use client';

import { type RefObject, useMemo, useRef } from 'react';
import { LightList } from './light-list.ts';

/** Where the cards are HTML, the one who knows them; it is made when it is first asked. */
export function useLightList(
  main: RefObject<HTMLElement | null>,
  isLight: boolean,
): (() => LightList) | null {
  const list = useRef<LightList>(undefined);
  return useMemo(() => {
    if (!isLight) return null;
    return () => {
      if (!main.current) throw new Error('the page is not there yet');
      list.current ??= new LightList(main.current);
      return list.current;
    };
  }, [main, isLight]);
}
