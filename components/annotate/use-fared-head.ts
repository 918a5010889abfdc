'use client';

import { useMemo } from 'react';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import type { ArticlePage } from '#lib/flows/article-page.ts';
import { countStanding } from '#lib/label/counts.ts';
import { fareAfter, fareOf, labelsAfter, peopleOf } from './fare.ts';
import type { LightList } from './light-list.ts';

/**
 * The head of the article, with how it fares and how many take part by now. `active` are those that React knows: on a
 * page with thousands (`listOf`) those that were opened or changed.
 */
export function useFaredHead(
  { article, labels }: Pick<ArticlePage, 'article' | 'labels'>,
  active: readonly AnnotationDetail[],
  listOf: (() => LightList) | null,
  touched: boolean,
): Pick<ArticlePage, 'article' | 'labels'> {
  return useMemo(() => {
    if (!touched) return { article, labels };
    const now = active.flatMap((annotation) => annotation.labels.chosen.filter(({ shown }) => shown));
    if (!listOf) {
      // Whose verdicts are folded cannot be counted here: nobody has left.
      const isWhole = !active.some(({ verdict }) => verdict?.folded);
      const people = isWhole ? peopleOf(active) : Math.max(article.people, peopleOf(active));
      const head = { ...article, fare: fareOf(active), people };
      return { article: head, labels: countStanding(now) };
    }
    const before = listOf().showedBefore();
    return {
      article: { ...article, fare: fareAfter(article.fare, before.values(), active) },
      labels: labelsAfter(labels, listOf().labelledBefore(), now),
    };
  }, [article, labels, active, listOf, touched]);
}
