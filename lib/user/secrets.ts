import { createHash, randomBytes } from 'node:crypto';

/** A secret that we hand out: 256 bits, in URL-safe characters. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** How a secret is stored. It has full entropy, so one round of SHA-256 is enough; passwords are another matter. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
