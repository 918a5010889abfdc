import { canReadAnnotation } from '#lib/annotation/policy.ts';
import { getAnnotationRow, listWordings } from '#lib/annotation/queries.ts';
import { requireArticleRow, requireRevision } from '#lib/article/queries.ts';
import { formatPosition } from '#lib/events/position.ts';
import { currentPosition } from '#lib/events/queries.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { detailsOf } from './annotation-details.ts';
import type { AnnotationDetail } from './annotation-view.ts';

const CONTEXT_CHARS = 600;

export interface ClaimPage {
  /** From here on a stream tells what the page does not show yet. */
  position: string;
  annotation: AnnotationDetail;
  article: { id: string; slug: string; title: string; lang: string; site: string | null; state: string };
  /** The words around the passage, as far as the page shows them; `before` and `after` may begin inside a sentence. */
  passage: { before: string; exact: string; after: string };
  wordings: { number: number; kind: string; statement: string | null; exact: string; replacedAt: string }[];
}

/** One annotation with its passage in context. Null for an unknown id, and for what the viewer cannot read. */
export async function getClaimPage(viewer: Viewer, id: string): Promise<ClaimPage | null> {
  const position = formatPosition(await currentPosition());
  const row = await getAnnotationRow(id);
  if (!row || !canReadAnnotation(viewer, row)) return null;
  const [[annotation], article, wordings] = await Promise.all([
    detailsOf([row]),
    requireArticleRow(row.articleId),
    listWordings(id),
  ]);
  if (!annotation) return null;
  const { text } = await requireRevision(article.id, annotation.anchor.revision);
  const { slug, title, lang, site, state } = article;
  return {
    position,
    annotation,
    article: { id: article.id, slug, title, lang, site, state },
    passage: passageIn(text, annotation),
    wordings,
  };
}

function passageIn(text: string, { anchor, target }: AnnotationDetail) {
  if (anchor.start === null || anchor.end === null) {
    return { before: target.prefix, exact: target.exact, after: target.suffix };
  }
  return {
    before: text.slice(Math.max(0, anchor.start - CONTEXT_CHARS), anchor.start).toWellFormed(),
    exact: text.slice(anchor.start, anchor.end),
    after: text.slice(anchor.end, anchor.end + CONTEXT_CHARS).toWellFormed(),
  };
}
