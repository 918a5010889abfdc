import { weigh } from '#lib/assessment/weighing/mutations.ts';
import { transaction } from '#lib/db/transaction.ts';
import { enqueueOnceIn } from '#lib/jobs/enqueue.ts';

/** However many people rate: all ratings are weighed at most once in so many seconds. */
const SECONDS = 30;

/** Finds anew what people who usually disagree both find helpful. Safe to run twice: the second time nothing is done. */
export async function weighRatings(): Promise<void> {
  await transaction(() => weigh());
}

/** Has that done soon, after a rating, or after what was rated became something else. */
export async function weighSoon(): Promise<void> {
  await enqueueOnceIn(SECONDS, 'ratings.weigh', {});
}
