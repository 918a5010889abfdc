import { db } from '#lib/db/client.ts';
import { secretHash } from '../secrets.ts';
import type { MailTokenPurpose } from './purposes.ts';

/** The address that a link of this kind was sent to, while the link holds. Looking changes nothing. */
export async function getMailTokenAddress(purpose: MailTokenPurpose, secret: string): Promise<string | null> {
  const token = await db().mailToken.findUnique({
    where: { id: secretHash(secret), purpose, expiresAt: { gt: new Date() } },
    select: { email: true },
  });
  return token?.email ?? null;
}
