import { db } from '#lib/db/client.ts';
import { forgetOldHits } from '#lib/db/limits.ts';
import { forgetUnusedPages } from '#lib/evidence/page/mutations.ts';
import { listStrandedLoads } from '#lib/exhibit/queries.ts';
import { enqueue } from '#lib/jobs/enqueue.ts';
import { forgetExpiredMailTokens } from '#lib/user/mail-token/mutations.ts';
import { forgetExpiredSessions } from '#lib/user/session/mutations.ts';
import { keepTextsInTime } from './keep-texts.ts';

const DAY = 86_400_000;

/** Forgets what nobody needs any more, and goes on with what was left lying: once a night, and as often as one likes. */
export async function cleanUp(): Promise<void> {
  await forgetOldHits();
  await forgetExpiredSessions();
  await forgetExpiredMailTokens();
  await keepTextsInTime(new Date());
  await forgetUnusedPages(new Date(Date.now() - DAY));
  for (const loadId of await listStrandedLoads(new Date(Date.now() - DAY / 24)))
    await enqueue('exhibit.load', { loadId });
  // A request is repeated within minutes, if at all.
  await db().idempotencyKey.deleteMany({ where: { createdAt: { lt: new Date(Date.now() - DAY) } } });
}
