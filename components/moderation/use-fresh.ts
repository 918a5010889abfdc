'use client';

import { useEffect } from 'react';

const EVERY_MS = 20_000;

/** Runs `reread` now and then while the page is seen, and at once when it is seen again. One at a time. */
export function useFresh(reread: () => Promise<void>): void {
  useEffect(() => {
    let running = false;
    let stale = false;
    const run = async () => {
      if (document.hidden) {
        stale = true;
        return;
      }
      if (running) return;
      running = true;
      stale = false;
      await reread();
      running = false;
    };
    const seen = () => {
      if (!document.hidden && stale) void run();
    };
    const timer = setInterval(() => void run(), EVERY_MS);
    document.addEventListener('visibilitychange', seen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [reread]);
}
