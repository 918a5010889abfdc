import { db } from '#lib/db/client.ts';
import { transaction } from '#lib/db/transaction.ts';
import { emit } from '#lib/events/mutations.ts';
import { newSecret, secretHash } from '../secrets.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** A session ends when nobody used it for so long. */
const SESSION_LIFETIME = 30 * DAY;

/** Opens a session and ends the one it takes the place of. The secret is for the cookie; it is stored nowhere. */
export async function startSession(
  userId: string,
  { replacing }: { replacing?: string | null } = {},
): Promise<string> {
  const secret = newSecret();
  if (replacing) await endSession(replacing);
  await db().session.create({
    data: { id: secretHash(secret), userId, expiresAt: new Date(Date.now() + SESSION_LIFETIME) },
    select: { id: true },
  });
  return secret;
}

/** Open streams of the person end with it; those of their other sessions are taken up again. */
export async function endSession(secret: string): Promise<void> {
  await transaction(async () => {
    const [ended] = await db().$queryRaw<{ userId: string }[]>`
      DELETE FROM "Session" WHERE "id" = ${secretHash(secret)} RETURNING "userId"`;
    if (ended) await emitSignedOut(ended.userId);
  });
}

/** Signs people out everywhere. */
export async function endAllSessions(...userIds: string[]): Promise<void> {
  await transaction(async () => {
    const ended = await db().$queryRaw<{ userId: string }[]>`
      DELETE FROM "Session" WHERE "userId" = ANY(${userIds}::uuid[]) RETURNING "userId"`;
    for (const userId of new Set(ended.map((session) => session.userId))) await emitSignedOut(userId);
  });
}

const emitSignedOut = (userId: string) =>
  emit({ kind: 'user.signed-out', actorId: userId, subjectId: userId });

/** Notes that a session is in use, which keeps it alive. Writes at most once an hour. */
export async function keepSession(id: string, lastSeenAt: Date): Promise<void> {
  if (Date.now() - lastSeenAt.getTime() < HOUR) return;
  await db().session.updateMany({
    where: { id },
    data: { lastSeenAt: new Date(), expiresAt: new Date(Date.now() + SESSION_LIFETIME) },
  });
}

export async function forgetExpiredSessions(): Promise<void> {
  await db().session.deleteMany({ where: { expiresAt: { lt: new Date() } } });
}
