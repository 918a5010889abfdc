import { db } from '#lib/db/client.ts';
import { forgetOldHits } from '#lib/db/limits.ts';
import { forgetExpiredMailTokens } from '#lib/user/mail-token/mutations.ts';
import { forgetExpiredSessions } from '#lib/user/session/mutations.ts';

const DAY = 86_400_000;

/** Forgets what nobody needs any more: once a night, and as often as one likes. */
export async function cleanUp(): Promise<void> {
  await forgetOldHits();
  await forgetExpiredSessions();
  await forgetExpiredMailTokens();
  // A request is repeated within minutes, if at all.
  await db().idempotencyKey.deleteMany({ where: { createdAt: { lt: new Date(Date.now() - DAY) } } });
}
