import { db } from '#lib/db/client.ts';
import { transaction } from '#lib/db/transaction.ts';

/** So many changes are taken up at once. */
const AT_ONCE = 1_000;

/**
 * Counts anew how often pages are used of which something changed, each with those of its voice. May run twice at once:
 * what one has taken up the other leaves, and the pages are held before they are counted.
 */
export async function recountPages(): Promise<void> {
  while ((await recountSome()) === AT_ONCE);
}

async function recountSome(): Promise<number> {
  return transaction(async () => {
    const taken = await db().$queryRaw<{ pageId: string; voiceId: string | null }[]>`
      DELETE FROM "PageRecount" WHERE "id" IN (
        SELECT "id" FROM "PageRecount" ORDER BY "id" LIMIT ${AT_ONCE}::int FOR UPDATE SKIP LOCKED)
      RETURNING "pageId"::text, "voiceId"::text`;
    if (taken.length === 0) return 0;
    const pages = [...new Set(taken.map(({ pageId }) => pageId))];
    const left = [...new Set(taken.flatMap(({ voiceId }) => voiceId ?? []))];
    const held = await db().$queryRaw<{ id: string }[]>`
      SELECT w."id"::text FROM "WebPage" w
      WHERE w."id" = ANY(${pages}::uuid[]) OR w."voiceId" = ANY(${left}::uuid[])
        OR w."voiceId" IN (SELECT p."voiceId" FROM "WebPage" p WHERE p."id" = ANY(${pages}::uuid[]))
      ORDER BY w."id" FOR NO KEY UPDATE`;
    await countUses(held.map(({ id }) => id));
    return taken.length;
  });
}

/** Of pages that are held, all of each voice. */
async function countUses(ids: readonly string[]): Promise<void> {
  await db().$executeRaw`
    WITH own AS (
      SELECT w."id", coalesce(w."voiceId", w."id") AS "voice", (
        SELECT count(*) FROM "Source" x JOIN "Annotation" n ON n."id" = x."annotationId" AND n."state" = 'active'
        WHERE x."pageId" = w."id") AS "uses"
      FROM "WebPage" w WHERE w."id" = ANY(${[...ids]}::uuid[])
    ), counted AS (
      SELECT "id", sum("uses") OVER (PARTITION BY "voice")::int AS "uses" FROM own
    )
    UPDATE "WebPage" w SET "uses" = c."uses" FROM counted c WHERE c."id" = w."id" AND w."uses" <> c."uses"`;
}
