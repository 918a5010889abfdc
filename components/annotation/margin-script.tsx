'use client';

import { useEffect } from 'react';
import { mountMargin } from './margin.ts';

/** Brings the margin of the page to life. It draws nothing. */
export function MarginScript() {
  useEffect(() => {
    const root = document.querySelector<HTMLElement>('[data-reader]');
    return root ? mountMargin(root).destroy : undefined;
  }, []);
  return null;
}
