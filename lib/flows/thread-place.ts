import { getAnnotationRow } from '#lib/annotation/queries.ts';
import { getArticleRow, requireArticleRow } from '#lib/article/queries.ts';
import { annotationPlace, articlePlace, type ThreadPlace } from '#lib/comment/place.ts';
import { formatPosition } from '#lib/events/position.ts';
import { currentPosition } from '#lib/events/queries.ts';

/** A thread with the words that say what it is about, for a page of its own. */
export interface NamedPlace {
  /** From here on a stream tells what a page that is read now does not show yet. */
  position: string;
  place: ThreadPlace;
  title: string;
  lang: string;
}

/** Null for an unknown slug. */
export async function findArticlePlace(slug: string): Promise<NamedPlace | null> {
  const position = formatPosition(await currentPosition());
  const row = await getArticleRow(slug);
  return row && { position, place: articlePlace(row, row.revisionNumber), title: row.title, lang: row.lang };
}

/** Null for an unknown id, and for what a moderator took away. */
export async function findAnnotationPlace(id: string): Promise<NamedPlace | null> {
  const position = formatPosition(await currentPosition());
  const row = await getAnnotationRow(id);
  if (!row || row.state === 'hidden' || row.state === 'removed') return null;
  const article = await requireArticleRow(row.articleId);
  return {
    position,
    place: annotationPlace(row, article, article.revisionNumber),
    title: row.statement ?? row.exact,
    lang: article.lang,
  };
}
