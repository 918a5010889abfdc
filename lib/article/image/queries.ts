import { createHash } from 'node:crypto';
import { db } from '#lib/db/client.ts';
import type { ShownImage } from '#lib/document/figure.ts';
import { getSetting } from '#lib/settings/queries.ts';
import type { ImageType } from './format.ts';

/** Names an image: SHA-256, in hexadecimal, of the address where it stands. */
export function imageKey(url: string): string {
  return createHash('sha256').update(url).digest('hex');
}

/** Whether an admin wants the images of articles shown. */
export const showsImages = () => getSetting('articles.images');

/** Those of some addresses that are shown, by their address. One query, and none without an address. */
export async function shownImagesOf(urls: readonly string[]): Promise<ReadonlyMap<string, ShownImage>> {
  if (urls.length === 0) return new Map();
  const rows = await db().$queryRaw<{ key: string; url: string; width: number; height: number }[]>`
    SELECT "key", "url", "width", "height" FROM "ArticleImage"
    WHERE "key" = ANY(${urls.map(imageKey)}::text[]) AND "contentType" IS NOT NULL
      AND EXISTS (SELECT 1 FROM "Setting" WHERE "key" = 'articles.images' AND "value" = 'true')`;
  return new Map(
    rows.map(({ key, url, width, height }) => [url, { href: `/api/images/${key}`, width, height }]),
  );
}

/** An image that is shown; null for every other key. */
export async function getShownImage(key: string): Promise<{ url: string; type: ImageType } | null> {
  const row = await db().articleImage.findUnique({
    where: { key },
    select: { url: true, contentType: true },
  });
  // A CHECK constraint holds the type to the list.
  return row?.contentType ? { url: row.url, type: row.contentType as ImageType } : null;
}

/** Those of some addresses that were never looked at, or in vain before `since`. */
export async function listUnseenImages(urls: readonly string[], since: Date): Promise<string[]> {
  const rows = await db().articleImage.findMany({
    where: { key: { in: urls.map(imageKey) } },
    select: { url: true, contentType: true, lookedAt: true },
  });
  const seen = rows.filter(({ contentType, lookedAt }) => contentType || (lookedAt && lookedAt >= since));
  const known = new Set(seen.map(({ url }) => url));
  return urls.filter((url) => !known.has(url));
}

/** Articles whose newest revision holds a figure, a batch at a time in the order of their ids. */
export async function listArticlesWithFigures(after: string | null, limit: number) {
  return db().$queryRaw<{ id: string; number: number }[]>`
    SELECT a."id"::text, a."revisionNumber" AS "number"
    FROM "Article" a JOIN "Revision" r ON r."articleId" = a."id" AND r."number" = a."revisionNumber"
    WHERE (${after}::uuid IS NULL OR a."id" > ${after}::uuid)
      AND r."document" @? '$.** ? (@.type == "figure")'
    ORDER BY a."id" LIMIT ${limit}::int`;
}
