import { hash, verify } from '@node-rs/argon2';

// OWASP's first choice for Argon2id: 19 MiB, two passes, one lane.
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), PARAMETERS);
}

let decoy: Promise<string> | undefined;

/**
 * True if the password fits. Without a stored hash it works as long and says no, so that the time of an answer
 * does not tell whether there is an account.
 */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('there is no such account');
  const fits = await verify(stored ?? (await decoy), password.normalize('NFC'));
  return stored !== null && fits;
}
