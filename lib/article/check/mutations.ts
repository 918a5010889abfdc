import { db } from '#lib/db/client.ts';
import type { RevisionHead } from '../revision/head.ts';
import { FIRST_INTERVAL, jittered, nextInterval, type Outcome } from './schedule.ts';

/** From now on the address of an article, whose text was read there just now, is looked at again by itself. */
export async function beginChecks(
  articleId: string,
  url: string,
  seen: { seenSha256: string; seenHead: RevisionHead },
): Promise<void> {
  const nextAt = new Date(Date.now() + jittered(FIRST_INTERVAL, Math.random()) * 1000);
  await db().articleCheck.create({
    data: { articleId, host: new URL(url).host, nextAt, interval: FIRST_INTERVAL, ...seen },
    select: { articleId: true },
  });
}

/** What came of a look. What is left out stays as it was known. */
export interface Look {
  outcome: Outcome;
  reason?: string;
  etag?: string | null;
  lastModified?: string | null;
  seenSha256?: string;
  seenHead?: RevisionHead;
  /** The page does not hold the article's text, so that looking at it by itself is of no use. */
  isAnother?: true;
}

/**
 * Keeps what came of a look, and plans the next one. An article that somebody pasted is looked at by itself only once
 * its address was found to hold its text.
 */
export async function recordLook(article: { id: string; url: string }, look: Look): Promise<void> {
  const { outcome, reason = null, isAnother = false, ...seen } = look;
  const now = new Date();
  await db().$executeRaw`
    INSERT INTO "ArticleCheck" ("articleId", "host", "interval", "outcome", "outcomeSince")
    VALUES (${article.id}::uuid, ${new URL(article.url).host}, ${FIRST_INTERVAL}::int, ${outcome}, ${now})
    ON CONFLICT DO NOTHING`;
  const before = await db().articleCheck.findUniqueOrThrow({
    where: { articleId: article.id },
    select: { interval: true, outcome: true, nextAt: true, seenSha256: true },
  });
  const interval = nextInterval(before.interval, outcome);
  const readsIt =
    !isAnother && (outcome === 'unchanged' || outcome === 'revised' || before.seenSha256 !== null);
  await db().articleCheck.update({
    where: { articleId: article.id },
    data: {
      ...seen,
      ...{ outcome, reason, interval, checkedAt: now },
      ...(before.outcome === outcome ? {} : { outcomeSince: now }),
      nextAt: readsIt ? new Date(now.getTime() + jittered(interval, Math.random()) * 1000) : null,
    },
    select: { articleId: true },
  });
}

/** So many articles of one host are looked at in one go, and so many in all. */
const PER_HOST = 5;
const PER_GO = 100;
/** As long as a process has for what it took, in milliseconds, before another one may take it. */
const LEASE = 15 * 60_000;
/** What lies further back in the line is not sorted by host. */
const LOOKED_THROUGH = 2_000;

export interface DueCheck {
  articleId: string;
  host: string;
}

/** Takes the articles whose time has come, the longest waiting first. No two processes take the same. */
export async function takeDueChecks(now: Date): Promise<DueCheck[]> {
  const until = new Date(now.getTime() + LEASE);
  return db().$queryRaw<DueCheck[]>`
    UPDATE "ArticleCheck" SET "nextAt" = ${until} WHERE "nextAt" <= ${now} AND "articleId" IN (
      SELECT "articleId" FROM (
        SELECT "articleId", "nextAt", row_number() OVER (PARTITION BY "host" ORDER BY "nextAt", "articleId") AS "n"
        FROM (SELECT * FROM "ArticleCheck" WHERE "nextAt" <= ${now} ORDER BY "nextAt" LIMIT ${LOOKED_THROUGH}::int) AS due
      ) AS line WHERE "n" <= ${PER_HOST}::int ORDER BY "nextAt" LIMIT ${PER_GO}::int
    ) RETURNING "articleId"::text, "host"`;
}
