'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { problemWords } from '#components/api/problem-words.ts';
import { announceNews } from '#components/live/offer.ts';
import { announce } from '#components/ui/announce.ts';
import type { ThreadPlace } from '#lib/comment/place.ts';
import { LiveThread, type News } from './live-thread.ts';
import type { Thread } from './use-thread.ts';

const NONE: News = new Map();

/** What others say and do in the thread while it is read: what is new is counted, and shown when it is asked for. */
export function useLiveThread(place: ThreadPlace, thread: Thread) {
  const t = useTranslations('live');
  const problems = useTranslations('problems');
  const [news, setNews] = useState(NONE);
  const live = useRef<LiveThread | null>(null);
  const latest = useRef(thread);
  useEffect(() => {
    latest.current = thread;
  });
  useEffect(() => {
    const one = new LiveThread(place, () => latest.current, setNews);
    live.current = one;
    return () => one.stop();
  }, [place]);

  useEffect(() => {
    if (thread.state) live.current?.recount();
  }, [thread.state]);

  const wordsFor = useCallback(
    (parent: string) => {
      const n = news.get(parent)?.length ?? 0;
      return n === 0 ? null : t(parent === '' ? 'comments' : 'replies', { n });
    },
    [news, t],
  );
  const total = [...news.values()].reduce((sum, ids) => sum + ids.length, 0);
  const words = total === 0 ? null : t('comments', { n: total });
  useEffect(() => {
    if (words) announceNews(words);
  }, [words]);

  const show = useCallback(
    async (parent: string) => {
      try {
        await live.current?.show(parent);
      } catch (error) {
        announce(problemWords(problems, error), 'error');
      }
    },
    [problems],
  );
  return { wordsFor, show };
}
