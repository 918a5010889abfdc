'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { RequestProblem, request } from '#components/api/request.ts';
import { useSubmit } from '#components/form/use-submit.ts';
import { announce } from '#components/ui/announce.ts';
import type { ExhibitView } from '#lib/exhibit/schema.ts';
import type { ThreadForm } from './export-file.ts';

/** How often it is asked how far a job is, in milliseconds. */
const ASK_EVERY = 700;

export interface Post {
  id: string;
  title: string;
  comments: number;
}

/** What an import came to. */
export interface Brought {
  added: number;
  changed: number;
  present: number;
}

type Sent = Partial<Record<ThreadForm | 'post', string>>;

/**
 * Brings the original thread and follows the job that goes on with it, also one that was begun before the page was
 * opened.
 */
export function useBringing(articleId: string, before: ExhibitView | null) {
  const t = useTranslations('exhibit');
  const submit = useSubmit();
  const [load, setLoad] = useState(before?.load?.finishedAt === null ? before.load : null);
  const [brought, setBrought] = useState<Brought | null>(null);
  const [posts, setPosts] = useState<Post[]>([]);
  const path = `/api/articles/${articleId}/exhibit`;

  const end = useCallback(
    (result: Brought) => {
      setLoad(null);
      setBrought(result);
      announce(t('done', { ...result }));
    },
    [t],
  );

  const bring = useCallback(
    (body: Sent) =>
      submit.run(async () => {
        setBrought(null);
        try {
          const { status, data } = await request<ExhibitView & Brought>('POST', path, body);
          setPosts([]);
          if (status === 202) setLoad(data.load);
          else end({ added: data.added, changed: data.changed, present: data.present });
        } catch (error) {
          if (error instanceof RequestProblem && error.code === 'export-no-match')
            setPosts(error.posts as Post[]);
          throw error;
        }
      }),
    [submit.run, path, end],
  );

  const ask = useCallback(async () => {
    const { data } = await request<ExhibitView>('GET', path);
    if (data.load && data.load.finishedAt === null) setLoad(data.load);
    else if (data.load) end({ added: data.load.added, changed: data.load.changed, present: data.present });
  }, [path, end]);
  useRepeated(load !== null, ask);

  return { submit, load, brought, posts, bring };
}

/** Does something again and again while it is wanted; a lost answer is no reason to stop. */
function useRepeated(wanted: boolean, work: () => Promise<void>) {
  const latest = useRef(work);
  useEffect(() => {
    latest.current = work;
  });
  useEffect(() => {
    if (!wanted) return;
    let timer: ReturnType<typeof setTimeout>;
    let over = false;
    const next = () => {
      timer = setTimeout(async () => {
        await latest.current().catch(() => {});
        if (!over) next();
      }, ASK_EVERY);
    };
    next();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [wanted]);
}
