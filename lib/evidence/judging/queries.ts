import { db } from '#lib/db/client.ts';
import { decodeCursor, pageOfRows } from '#lib/db/keyset.ts';
import type { SourceView } from '../schema.ts';
import { NEWS_COUNT_MAX } from './holding.ts';

/** Sources of claims that can still be read. */
const readable = { annotation: { state: { in: ['active', 'withdrawn'] } } };

/** Of how many of their sources somebody has something to hear; at most one more than {@link NEWS_COUNT_MAX}. */
export async function countNews(userId: string): Promise<number> {
  return db().source.count({
    where: { addedById: userId, newsAt: { not: null }, ...readable },
    take: NEWS_COUNT_MAX + 1,
  });
}

/** What became of a source, for whoever gave it. */
export interface SourceNews {
  id: string;
  url: string;
  title: string | null;
  pageId: string;
  archiveUrl: string | null;
  quote: string;
  found: string | null;
  state: SourceView['state'];
  lostAt: string | null;
  movedTo: string | null;
  failure: string | null;
  newsAt: string;
  claim: { id: string; statement: string };
  article: { slug: string; title: string; lang: string };
}

/** What somebody has to hear of their sources, the newest first. */
export async function listNews(
  userId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: SourceNews[]; nextCursor: string | null }> {
  const after = decodeCursor(cursor);
  const older = after && { OR: [{ newsAt: { lt: after.at } }, { newsAt: after.at, id: { lt: after.id } }] };
  const rows = await db().source.findMany({
    where: { addedById: userId, newsAt: { not: null }, ...readable, ...older },
    orderBy: [{ newsAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    select: {
      id: true,
      url: true,
      pageId: true,
      archiveUrl: true,
      quote: true,
      found: true,
      state: true,
      lostAt: true,
      newsAt: true,
      page: { select: { title: true, movedTo: true, failure: true } },
      annotation: {
        select: {
          id: true,
          statement: true,
          exact: true,
          article: { select: { slug: true, title: true, lang: true } },
        },
      },
    },
  });
  const dated = rows.map((row) => ({ ...row, createdAt: row.newsAt ?? new Date(0) }));
  const { items, nextCursor } = pageOfRows(dated, limit);
  return {
    items: items.map(({ page, annotation, createdAt, state, lostAt, ...row }) => ({
      ...row,
      ...page,
      state: state as SourceNews['state'],
      lostAt: lostAt?.toISOString() ?? null,
      newsAt: createdAt.toISOString(),
      claim: { id: annotation.id, statement: annotation.statement ?? annotation.exact },
      article: annotation.article,
    })),
    nextCursor,
  };
}
