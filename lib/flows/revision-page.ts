import { shownImagesOf } from '#lib/article/image/queries.ts';
import { getArticleRow, readArticle, requireRevision } from '#lib/article/queries.ts';
import { imageSources } from '#lib/document/figure.ts';
import { formatPosition } from '#lib/events/position.ts';
import { currentPosition } from '#lib/events/queries.ts';
import { type ArticlePage, readBeside } from './article-page.ts';

/** An article as it was, with the annotations where they stood in it. */
export interface RevisionPage extends ArticlePage {
  /** The number of the newest revision. */
  newest: number;
}

/** Null for an unknown slug, and for a number that no revision has. */
export async function getRevisionPage(slug: string, number: number): Promise<RevisionPage | null> {
  const position = formatPosition(await currentPosition());
  const row = await getArticleRow(slug);
  if (!row || number < 1 || number > row.revisionNumber) return null;
  const [{ article }, { document, text: _, capturedAt, ...facts }, beside] = await Promise.all([
    readArticle(row),
    requireRevision(row.id, number),
    readBeside(row.id, number),
  ]);
  const revision = { number: facts.number, sha256: facts.sha256, capturedAt: capturedAt.toISOString() };
  const images = await shownImagesOf(imageSources(document));
  return {
    ...{ position, article: { ...article, revision }, document, images, ...beside },
    newest: row.revisionNumber,
  };
}
