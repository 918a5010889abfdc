'use client';

import { useEffect, useState } from 'react';
import { useFormatter } from 'use-intl/react';
import type { Locale } from '#lib/i18n/locale.ts';
import { formatTime } from './time.tsx';

const MINUTE = 60_000;

/** The time, once a minute. It begins with the server's, so that both draw the same. */
export function useClock(first: string): Date {
  const [now, setNow] = useState(() => new Date(first));
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** How long ago something was; the exact time is its tooltip. For pages that are made for one person. */
export function Ago({ value, now, locale }: { value: string; now: Date; locale: Locale }) {
  const format = useFormatter();
  const at = new Date(value);
  // Seconds would be wrong before anybody has read them, and clocks differ.
  return (
    <time dateTime={value} title={formatTime(value, locale, true)}>
      {format.relativeTime(now.getTime() - at.getTime() < MINUTE ? now : at, now)}
    </time>
  );
}
