import { db } from './client.ts';
import { Prisma } from './generated/client.ts';

/** How often something was done in the current window, this time included, and how many seconds that still lasts. */
export interface Hits {
  count: number;
  resetsIn: number;
}

/**
 * Counts one more request on `key` in the current window of `seconds`, in one statement, and tells how many there
 * were. Windows are fixed and begin at multiples of their length, so that every process counts alike.
 */
export async function countHit(key: string, seconds: number): Promise<Hits> {
  const [row] = await db().$queryRaw<Hits[]>`${hitStatement(Prisma.sql`${key}`, seconds)}`;
  return { count: row?.count ?? 1, resetsIn: Math.max(1, row?.resetsIn ?? seconds) };
}

/** The statement of `countHit`, to be part of another one: it counts once for each row of `from`. */
export function hitStatement(key: Prisma.Sql, seconds: number, from: Prisma.Sql = Prisma.empty): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "RateLimit" ("key", "windowStart")
    SELECT ${key}, to_timestamp(floor(extract(epoch FROM now()) / ${seconds}::float) * ${seconds}::float) ${from}
    ON CONFLICT ("key", "windowStart") DO UPDATE SET "count" = "RateLimit"."count" + 1
    RETURNING "count",
      ceil(extract(epoch FROM "windowStart") + ${seconds}::float - extract(epoch FROM now()))::int AS "resetsIn"`;
}

/** Forgets windows that ended more than a day ago. */
export async function forgetOldHits() {
  await db().rateLimit.deleteMany({ where: { windowStart: { lt: new Date(Date.now() - 86_400_000) } } });
}
