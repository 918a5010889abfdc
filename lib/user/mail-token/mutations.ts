import { db } from '#lib/db/client.ts';
import type { Prisma } from '#lib/db/generated/client.ts';
import { newSecret, secretHash } from '../secrets.ts';
import { MAIL_TOKEN_MINUTES, type MailTokenPurpose } from './purposes.ts';

/** Makes the secret of a link that goes to `email`. Only its hash is stored. */
export async function issueMailToken(
  purpose: MailTokenPurpose,
  email: string,
  data?: Prisma.InputJsonObject,
): Promise<string> {
  const secret = newSecret();
  await db().mailToken.create({
    data: {
      id: secretHash(secret),
      purpose,
      email,
      data,
      expiresAt: new Date(Date.now() + MAIL_TOKEN_MINUTES[purpose] * 60_000),
    },
    select: { id: true },
  });
  return secret;
}

/** What the token proves, and makes it worthless. Of two that come at once, one gets null. */
export async function takeMailToken(
  purpose: MailTokenPurpose,
  secret: string,
): Promise<{ email: string; data: Prisma.JsonValue } | null> {
  const where = { id: secretHash(secret), purpose, expiresAt: { gt: new Date() } };
  const token = await db().mailToken.findUnique({ where, select: { email: true, data: true } });
  if (!token) return null;
  const { count } = await db().mailToken.deleteMany({ where });
  return count === 1 ? token : null;
}

/** Makes every link of a kind that went to an address worthless. */
export async function revokeMailTokens(purpose: MailTokenPurpose, email: string): Promise<void> {
  await db().mailToken.deleteMany({ where: { purpose, email } });
}

export async function forgetExpiredMailTokens(): Promise<void> {
  await db().mailToken.deleteMany({ where: { expiresAt: { lt: new Date() } } });
}
