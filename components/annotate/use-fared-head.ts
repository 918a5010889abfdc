'use client';

import { useMemo } from 'react';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import type { ArticlePage } from '#lib/flows/article-page.ts';
import { fareAfter, fareOf, peopleOf } from './fare.ts';
import type { LightList } from './light-list.ts';

/**
 * The head of the article, with how it fares and how many take part by now. `active` are those that React knows: on a
 * page with thousands (`listOf`) those that were opened or changed.
 */
export function useFaredHead(
  article: ArticlePage['article'],
  active: readonly AnnotationDetail[],
  listOf: (() => LightList) | null,
  touched: boolean,
): ArticlePage['article'] {
  return useMemo(() => {
    if (!touched) return article;
    if (!listOf) return { ...article, fare: fareOf(active), people: peopleOf(active) };
    return { ...article, fare: fareAfter(article.fare, listOf().showedBefore().values(), active) };
  }, [article, active, listOf, touched]);
}
