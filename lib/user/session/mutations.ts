import { db } from '#lib/db/client.ts';
import { newSecret, secretHash } from '../secrets.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** A session ends when nobody used it for so long. */
export const SESSION_LIFETIME = 30 * DAY;

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

export async function endSession(secret: string): Promise<void> {
  await db().session.deleteMany({ where: { id: secretHash(secret) } });
}

/** Signs people out everywhere. */
export async function endAllSessions(...userIds: string[]): Promise<void> {
  await db().session.deleteMany({ where: { userId: { in: userIds } } });
}

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
