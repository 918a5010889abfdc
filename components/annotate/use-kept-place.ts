'use client';

import { useEffect } from 'react';

/** Somebody who waited longer than this has begun to read where the page stood, in milliseconds. */
const AT_ONCE = 10_000;

/**
 * Brings whoever comes back to the page, or loads it anew, to where they were. The browser does that before the cards
 * have their places, when the page is of another height. To be called after the margin is mounted.
 */
export function useKeptPlace(): void {
  useEffect(() => {
    const key = `obelus-place ${location.pathname}${location.search}`;
    const keep = () => store(key, scrollY);
    addEventListener('pagehide', keep);
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const comesBack = navigation?.type === 'reload' || navigation?.type === 'back_forward';
    const was = comesBack && performance.now() < AT_ONCE ? stored(key) : 0;
    if (was > 0) scrollTo({ top: was, behavior: 'instant' });
    return () => removeEventListener('pagehide', keep);
  }, []);
}

function store(key: string, place: number): void {
  try {
    sessionStorage.setItem(key, String(Math.round(place)));
  } catch {
    // Where storage is forbidden the browser does what it can.
  }
}

function stored(key: string): number {
  try {
    return Number(sessionStorage.getItem(key)) || 0;
  } catch {
    return 0;
  }
}
