'use client';

import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { gist } from '#components/annotation/passage.ts';
import { problemWords } from '#components/api/problem-words.ts';
import { request } from '#components/api/request.ts';
import { excerpt } from '#components/comment/quote.ts';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Progress } from '#components/ui/progress.tsx';
import { annotationPlace } from '#lib/comment/place.ts';
import type { Sort, ThreadPage } from '#lib/comment/schema.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import type { ThreadView } from '#lib/flows/thread-page.ts';
import { useWorkspace } from './workspace-context.tsx';

const MemberThread = lazy(() =>
  import('#components/comment/member-thread.tsx').then((m) => ({ default: m.MemberThread })),
);

/** Of what an annotation says, to tell its discussion from others. */
const NAME_MAX = 80;

interface DiscussButtonProps {
  annotation: AnnotationDetail;
  isOpen: boolean;
  onPress(): void;
}

export function DiscussButton({ annotation, isOpen, onPress }: DiscussButtonProps) {
  const t = useTranslations('thread');
  return (
    <Button look="quiet" aria-expanded={isOpen} onClick={onPress}>
      {t('discuss', { n: annotation.counts.comments })}
    </Button>
  );
}

/** The thread on an annotation, within its card. */
export function CardDiscussion({ annotation, revision }: { annotation: AnnotationDetail; revision: number }) {
  const t = useTranslations('thread');
  const { articleId, articleState, viewer, rules, locale, reread } = useWorkspace();
  const { id, kind, state, author } = annotation;
  const { view, failure, sortBy, again } = useThreadView(id);
  const { handle } = author;
  const words = excerpt(gist(annotation), NAME_MAX);
  const place = useMemo(() => {
    const facts = { id, articleId, kind, state, author: { handle } };
    return { ...annotationPlace(facts, { state: articleState }, revision), inCard: words };
  }, [id, articleId, kind, state, handle, articleState, revision, words]);
  const known = annotation.counts.comments;
  const onTotal = useCallback(
    (total: number) => {
      if (total !== known) void reread(id);
    },
    [known, reread, id],
  );
  const waiting = <Progress label={t('discussionComes')} />;

  if (failure)
    return (
      <Notice tone="error">
        <p>{failure}</p>
        <Button onClick={again}>{t('tryAgain')}</Button>
      </Notice>
    );
  if (!view) return waiting;
  return (
    <Suspense fallback={waiting}>
      <MemberThread
        key={view.sort}
        place={place}
        view={view}
        viewer={viewer}
        rules={rules}
        locale={locale}
        onSort={sortBy}
        onTotal={onTotal}
      />
    </Suspense>
  );
}

/** The beginning of the thread, as the page of a claim has it. */
function useThreadView(id: string) {
  const problems = useTranslations('problems');
  const [asked, setAsked] = useState<{ sort: Sort }>({ sort: 'oldest' });
  const [view, setView] = useState<ThreadView | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    const { sort } = asked;
    const path = `/api/annotations/${id}/comments?fold=3&limit=20&sort=${sort}`;
    request<ThreadPage>('GET', path, undefined, { signal: leaving.signal }).then(
      ({ data }) => setView({ ...data, sort, current: null, repliesTo: null, missing: false, guests: false }),
      (error) => !leaving.signal.aborted && setFailure(problemWords(problems, error)),
    );
    return () => leaving.abort();
  }, [id, asked, problems]);
  return {
    view,
    failure,
    sortBy: useCallback((sort: Sort) => setAsked({ sort }), []),
    again: useCallback(() => {
      setFailure(null);
      setAsked(({ sort }) => ({ sort }));
    }, []),
  };
}
