import { db } from '#lib/db/client.ts';
import { storedHead } from '../revision/head.ts';
import type { Outcome } from './schedule.ts';

export interface CheckView {
  outcome: Outcome;
  /** Of a failure: the reason that lib/fetch gave. */
  reason: string | null;
  outcomeSince: string;
  checkedAt: string | null;
  nextAt: string | null;
}

/** What came of the last look at an article's address; null before the first one. */
export async function getCheck(articleId: string): Promise<CheckView | null> {
  const row = await db().articleCheck.findUnique({
    where: { articleId },
    select: { outcome: true, reason: true, outcomeSince: true, checkedAt: true, nextAt: true },
  });
  if (!row) return null;
  return {
    // A CHECK constraint holds it to the list.
    outcome: row.outcome as Outcome,
    reason: row.reason,
    outcomeSince: row.outcomeSince.toISOString(),
    checkedAt: row.checkedAt?.toISOString() ?? null,
    nextAt: row.nextAt?.toISOString() ?? null,
  };
}

/** What is known of the page at an article's address from the last time. */
export async function getSeen(articleId: string) {
  const row = await db().articleCheck.findUnique({
    where: { articleId },
    select: { etag: true, lastModified: true, seenSha256: true, seenHead: true, outcome: true },
  });
  return row && { ...row, seenHead: storedHead(row.seenHead) };
}
