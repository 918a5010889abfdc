import type { CardWords } from '#components/annotation/card.tsx';
import { lightCards, lightList } from '#components/annotation/light-cards.ts';
import { weave } from '#components/annotation/marks.ts';
import { passagesOf, passagesOfBriefs } from '#components/annotation/passage.ts';
import type { AnnotationBrief } from '#lib/annotation/schema.ts';
import { documentHtml } from '#lib/document/html.ts';
import { blockStarts } from '#lib/document/text.ts';
import type { ArticlePage } from '#lib/flows/article-page.ts';

/** What of an article page is drawn as HTML, and not by React. */
export interface ArticleDrawing {
  /** The text with its marks. */
  prose: string;
  /** The cards where there are thousands; else React draws them, whole. */
  light: LightDrawing | null;
}

interface LightDrawing {
  cards: string;
  orphaned: LightList;
  withdrawn: LightList;
}

interface LightList {
  cards: string;
  count: number;
}

export function drawArticle(page: ArticlePage, words: CardWords): ArticleDrawing {
  const { document, annotations, briefs, images, labels } = page;
  if (briefs.length === 0)
    return {
      prose: documentHtml(document, { ...weave(passagesOf(annotations, words)), images }),
      light: null,
    };
  const active = briefs.filter(({ state }) => state === 'active');
  const listOf = (some: AnnotationBrief[]) => ({ cards: lightList(some, words, labels), count: some.length });
  return {
    prose: documentHtml(document, { ...weave(passagesOfBriefs(active, words)), images }),
    light: {
      cards: lightCards(
        active.filter(({ start }) => start !== null),
        blockStarts(document),
        words,
        labels,
      ),
      orphaned: listOf(active.filter(({ start }) => start === null)),
      withdrawn: listOf(briefs.filter(({ state }) => state === 'withdrawn')),
    },
  };
}
