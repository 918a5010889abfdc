'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { QueueCounts } from '#lib/moderation/queue/schema.ts';
import { COUNT_MAX, QUEUES, type QueueName } from '#lib/moderation/queue/schema.ts';
import { append, type Desk, letGo } from './desk.ts';
import { type DeskItem, toDeskItem } from './item.ts';
import { readCounts, readQueue } from './requests.ts';
import type { DeskState } from './use-desk.ts';

const PAGE_SIZE = 20;
/** The most that one request reads. */
const REREAD_MAX = 100;
/** With fewer than this left below where one is, the next page is fetched. */
const AHEAD = 8;

export interface Queue {
  counts: QueueCounts;
  /** Says how many went out of one queue (and into another). */
  moved(n: number, from: QueueName | null, to: QueueName | null): void;
  /** There are more than are loaded. */
  hasMore: boolean;
  more: 'idle' | 'loading' | 'failed';
  loadMore(): Promise<void>;
  /**
   * Reads counts and items anew and lets go what others decided. Never throws; false where something was decided here
   * meanwhile, so that what was read could not be taken.
   */
  reread(): Promise<boolean>;
}

/** What this page has sent: while an answer is open, the desk is ahead of the server. */
export interface UnderWay {
  /** Decisions that are not answered yet. */
  open: number;
  /** How many were begun so far. */
  began: number;
}

interface QueueOptions {
  queue: QueueName;
  state: DeskState;
  counts: QueueCounts;
  nextCursor: string | null;
  underWay: RefObject<UnderWay>;
  /** What to say of the active item when somebody else decided it. */
  decidedElsewhere: string;
  /** So many were decided by others and left. */
  onLeft(n: number): void;
}

/** What is known of the queue on the server, kept up to date. */
export function useQueue(options: QueueOptions): Queue {
  const { queue, state, underWay, decidedElsewhere, onLeft } = options;
  const { desk, latest, change } = state;
  const [counts, setCounts] = useState(options.counts);
  const [more, setMore] = useState<Queue['more']>('idle');
  const [cursor, setCursor] = useState(options.nextCursor);
  const loading = useRef(false);

  const loadMore = useCallback(async () => {
    if (cursor === null || loading.current) return;
    loading.current = true;
    setMore('loading');
    try {
      const page = await readQueue(queue, { cursor, limit: PAGE_SIZE });
      change((now) => append(now, page.items.map(toDeskItem)));
      setCursor(page.nextCursor);
      setMore('idle');
    } catch {
      setMore('failed');
    }
    loading.current = false;
  }, [queue, cursor, change]);

  const ahead = desk.items.length - desk.items.findIndex(({ key }) => key === desk.active);
  const short = ahead <= AHEAD && cursor !== null && more === 'idle';
  useEffect(() => {
    if (short) void loadMore();
  }, [short, loadMore]);

  const reread = useCallback(async () => {
    const limit = Math.min(REREAD_MAX, Math.max(PAGE_SIZE, latest.current.items.length));
    const before = new Set(latest.current.items.map(({ key }) => key));
    const { open, began } = underWay.current;
    if (open > 0) return false;
    try {
      const [page, fresh] = await Promise.all([readQueue(queue, { limit }), readCounts()]);
      // What was read may be older than what was decided here meanwhile.
      if (underWay.current.open > 0 || underWay.current.began !== began) return false;
      const items = page.items.map(toDeskItem);
      const gone = goneFrom(latest.current, before, items, page.nextCursor === null);
      const { desk: rest, left } = letGo(latest.current, gone, decidedElsewhere);
      // What is new lies at the end, but among what was put away, where it is on top and would push all down.
      const known = page.nextCursor === null && queue !== 'rejected' ? append(rest, items) : rest;
      change(() => known);
      setCounts(fresh);
      if (left > 0) onLeft(left);
    } catch {
      // The next time will tell; whoever decides something meanwhile hears of it then.
    }
    return true;
  }, [queue, latest, change, underWay, decidedElsewhere, onLeft]);

  const moved = useCallback((n: number, from: QueueName | null, to: QueueName | null) => {
    setCounts((now) => {
      const next = { ...now };
      for (const name of QUEUES) {
        const by = (name === to ? n : 0) - (name === from ? n : 0);
        // Where counting stopped, nobody knows how many there are.
        if (next[name] < COUNT_MAX) next[name] = Math.max(0, next[name] + by);
      }
      return next;
    });
  }, []);

  return { counts, moved, hasMore: cursor !== null, more, loadMore, reread };
}

/** What lay on the desk before the reading and, as far as was read, stands in the queue no more. */
function goneFrom(
  desk: Desk<DeskItem>,
  before: ReadonlySet<string>,
  read: readonly DeskItem[],
  readAll: boolean,
): string[] {
  const there = new Set(read.map(({ key }) => key));
  const reaches = readAll ? desk.items.length : desk.items.findLastIndex(({ key }) => there.has(key)) + 1;
  return desk.items
    .slice(0, reaches)
    .map(({ key }) => key)
    .filter((key) => before.has(key) && !there.has(key));
}
