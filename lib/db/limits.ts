import { db } from './client.ts';

/**
 * Counts one more request on `key` in the current window of `seconds`, in one statement, and tells how many there
 * were. Windows are fixed and begin at multiples of their length, so that every process counts alike.
 */
export async function countHit(key: string, seconds: number): Promise<{ count: number; resetsIn: number }> {
  const [row] = await db().$queryRaw<{ count: number; resetsIn: number }[]>`
    INSERT INTO "RateLimit" ("key", "windowStart")
    VALUES (${key}, to_timestamp(floor(extract(epoch FROM now()) / ${seconds}::float) * ${seconds}::float))
    ON CONFLICT ("key", "windowStart") DO UPDATE SET "count" = "RateLimit"."count" + 1
    RETURNING "count",
      ceil(extract(epoch FROM "windowStart") + ${seconds}::float - extract(epoch FROM now()))::int AS "resetsIn"`;
  return { count: row?.count ?? 1, resetsIn: Math.max(1, row?.resetsIn ?? seconds) };
}

/** Forgets windows that ended more than a day ago. */
export async function forgetOldHits() {
  await db().rateLimit.deleteMany({ where: { windowStart: { lt: new Date(Date.now() - 86_400_000) } } });
}
