'use client';

import { useEffect, useRef } from 'react';

/** The end of a list, of no height: near it, more is fetched. */
export function MoreWhenSeen({ onSeen }: { onSeen(): Promise<void> }) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = end.current;
    if (!element) return;
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) void onSeen();
      },
      { rootMargin: '600px' },
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, [onSeen]);
  return <div ref={end} />;
}
