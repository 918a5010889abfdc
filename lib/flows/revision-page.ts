import { shownImagesOf } from '#lib/article/image/queries.ts';
import { getArticleRow, readArticle, requireRevision } from '#lib/article/queries.ts';
import type { RevisionHead } from '#lib/article/revision/head.ts';
import { headsOf } from '#lib/article/revision/queries.ts';
import { imageSources } from '#lib/document/figure.ts';
import { formatPosition } from '#lib/events/position.ts';
import { currentPosition } from '#lib/events/queries.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { type ArticlePage, readBeside } from './article-page.ts';
import { fareWithout } from './folds.ts';

/** An article as it was, with the annotations where they stood in it. */
export interface RevisionPage extends ArticlePage {
  /** The number of the newest revision. */
  newest: number;
}

/** What its source called the article then and whom it named, where it says something else by now. */
function headThen(then: RevisionHead | null, now: RevisionHead | null): { title?: string; byline?: string } {
  return {
    ...(then?.title && now?.title && then.title !== now.title && { title: then.title }),
    ...(then?.byline && now?.byline && then.byline !== now.byline && { byline: then.byline }),
  };
}

/** Null for an unknown slug, and for a number that no revision has. */
export async function getRevisionPage(
  viewer: Viewer,
  slug: string,
  number: number,
): Promise<RevisionPage | null> {
  const position = formatPosition(await currentPosition());
  const row = await getArticleRow(slug);
  if (!row || number < 1 || number > row.revisionNumber) return null;
  const [
    { article: now },
    { document, text: _, capturedAt, showed, ...facts },
    { folded, ...beside },
    heads,
  ] = await Promise.all([
    readArticle(row),
    requireRevision(row.id, number),
    readBeside(row.id, viewer, number),
    headsOf(row.id, [row.revisionNumber]),
  ]);
  const article = { ...now, ...headThen(facts.head, heads.get(row.revisionNumber) ?? null) };
  const revision = {
    number: facts.number,
    sha256: facts.sha256,
    capturedAt: capturedAt.toISOString(),
    showed,
  };
  const fare = fareWithout(article.fare, folded);
  const images = await shownImagesOf(imageSources(document));
  return {
    ...{ position, article: { ...article, revision, fare }, document, check: null, images, ...beside },
    newest: row.revisionNumber,
  };
}
