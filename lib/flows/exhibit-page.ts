import { z } from 'zod';
import { listRowsOnExhibit } from '#lib/annotation/queries.ts';
import { Problem } from '#lib/errors/problem.ts';
import { cursorAt, getExhibit, listParents, pageOfExhibit } from '#lib/exhibit/queries.ts';
import type { ExhibitCommentView, ExhibitView } from '#lib/exhibit/schema.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { detailsOf } from './annotation-details.ts';
import type { AnnotationDetail } from './annotation-view.ts';
import { viewsOf } from './exhibits.ts';

/** So many comments of the original stand on a page. */
const PAGE_SIZE = 20;

/** What is shown of the thread that stood under the original of an article. */
export interface ExhibitPage {
  exhibit: ExhibitView;
  items: ExhibitCommentView[];
  /** What was claimed of the words of these comments, oldest first. */
  claims: AnnotationDetail[];
  /** Whom comments answer that stand on another page, and what leads there. */
  parents: Record<string, { author: string; cursor: string }>;
  prevCursor: string | null;
  nextCursor: string | null;
}

const address = z.object({ original: z.string().max(200).optional().catch(undefined) });

/** Null where the original thread is not here. A number of queries that does not grow with it, one where there is none. */
export async function getExhibitPage(
  viewer: Viewer,
  article: { id: string; revisionNumber: number },
  query: Record<string, string | string[] | undefined>,
): Promise<ExhibitPage | null> {
  const exhibit = await getExhibit(article.id);
  if (!exhibit) return null;
  const { original } = address.parse({ original: [query.original].flat()[0] });
  const { rows, ...cursors } = await pageAt(exhibit.id, original);
  const here = new Set(rows.map(({ id }) => id));
  const elsewhere = rows.flatMap(({ parentId }) => (parentId && !here.has(parentId) ? [parentId] : []));
  const [items, claims, parents] = await Promise.all([
    viewsOf(article, rows),
    listRowsOnExhibit([...here]).then((found) => detailsOf(found, viewer)),
    elsewhere.length > 0 ? listParents(elsewhere) : [],
  ]);
  return {
    exhibit,
    items,
    claims,
    parents: Object.fromEntries(
      parents.map(({ id, author, place }) => [id, { author, cursor: cursorAt(place ?? 0) }]),
    ),
    ...cursors,
  };
}

/** A link that was cut short leads to the beginning all the same. */
async function pageAt(exhibitId: string, cursor: string | undefined) {
  try {
    return await pageOfExhibit(exhibitId, { cursor, limit: PAGE_SIZE });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return pageOfExhibit(exhibitId, { limit: PAGE_SIZE });
  }
}
