'use client';

import { useCallback, useMemo, useRef, useState } from 'react';
import { RequestProblem, request } from '#components/api/request.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import { inTheirOrder } from './in-their-order.ts';
import { inThisText, type ShownText } from './in-this-text.ts';
import type { LightList } from './light-list.ts';

interface AnnotationLists {
  /** Those that stand in the text, in its order. */
  annotations: AnnotationDetail[];
  orphaned: AnnotationDetail[];
  withdrawn: AnnotationDetail[];
}

/**
 * The annotations of the page, as the server last told of them. `listOf` is given on a page with thousands: there the
 * lists hold those that were opened or changed, and the others are in the HTML.
 */
export function useAnnotations(initial: AnnotationLists, listOf: (() => LightList) | null, shown: ShownText) {
  const { text, revision } = shown;
  const [all, setAll] = useState(() => [...initial.annotations, ...initial.orphaned, ...initial.withdrawn]);
  const [first] = useState(all);
  const latest = useRef(all);

  const change = useCallback(
    (id: string, next: AnnotationDetail | null) => {
      listOf?.().note(id);
      const known = latest.current.find((one) => one.id === id);
      const others = latest.current.filter((one) => one.id !== id);
      const now = next && inTheirOrder(inThisText(next, known, { text, revision }), known);
      latest.current = now ? [...others, now] : others;
      setAll(latest.current);
    },
    [listOf, text, revision],
  );

  const put = useCallback((annotation: AnnotationDetail) => change(annotation.id, annotation), [change]);
  const drop = useCallback(
    (id: string) => {
      change(id, null);
      listOf?.().drop(id);
    },
    [change, listOf],
  );

  const reread = useCallback(
    async (id: string) => {
      try {
        const { data } = await request<AnnotationDetail>('GET', `/api/annotations/${id}`);
        change(id, data);
        return data;
      } catch (error) {
        // What was written is written; the page shows it when it is read again.
        const known = latest.current.find((one) => one.id === id);
        if (!known || !(error instanceof RequestProblem)) throw error;
        return known;
      }
    },
    [change],
  );

  const has = useCallback(
    (id: string) => latest.current.some((one) => one.id === id) || listOf?.().has(id) === true,
    [listOf],
  );

  const lists = useMemo((): AnnotationLists => {
    // Claims of comments on the original stand there: components/exhibit.
    const active = all.filter(({ state, target }) => state === 'active' && !target.exhibitComment);
    return {
      annotations: active.filter(({ anchor }) => anchor.start !== null).sort(byPlace),
      orphaned: active.filter(({ anchor }) => anchor.start === null),
      withdrawn: all.filter(({ state, target }) => state === 'withdrawn' && !target.exhibitComment),
    };
  }, [all]);

  return { lists, touched: all !== first, has, put, drop, reread };
}

/** The order of the text; among those that begin together, the order in which the server lists them. */
function byPlace(a: AnnotationDetail, b: AnnotationDetail): number {
  return (a.anchor.start ?? 0) - (b.anchor.start ?? 0) || (a.id < b.id ? -1 : 1);
}
