import { countHit, type Hits } from '#lib/db/limits.ts';
import { env } from '#lib/env/env.ts';
import { Problem } from '#lib/errors/problem.ts';
import { secretHash } from '#lib/user/secrets.ts';

/** How many requests in how many seconds, counted per account, else per address. */
export const LIMITS = {
  read: { max: 600, seconds: 60 },
  write: { max: 60, seconds: 60 },
  vote: { max: 120, seconds: 60 },
  /** Somebody who clears a queue by keyboard is fast. */
  moderate: { max: 300, seconds: 60 },
  /** It takes the database longer than other reads. */
  search: { max: 120, seconds: 60 },
  /** All ratings at once. */
  export: { max: 30, seconds: 600 },
  report: { max: 20, seconds: 600 },
  /** Comments of people without an account, per address, besides `write`. */
  guest: { max: 6, seconds: 600 },
  import: { max: 30, seconds: 600 },
  /** Looking at an article's address again. */
  check: { max: 30, seconds: 600 },
  /** A whole article is set in pages. */
  print: { max: 60, seconds: 600 },
  preview: { max: 60, seconds: 600 },
  'sign-up': { max: 10, seconds: 3600 },
  'sign-in': { max: 20, seconds: 600 },
  /** Per account: guessing at one account from many addresses is slowed too. */
  'sign-in-account': { max: 10, seconds: 600 },
  /** To one address of mail. */
  mail: { max: 5, seconds: 900 },
} as const satisfies Record<string, { max: number; seconds: number }>;

export type LimitName = keyof typeof LIMITS;

/** Counts one more of `name` for `who`; throws `too-often` with the seconds to wait once there are too many. */
export async function enforceLimit(name: LimitName, who: string): Promise<void> {
  if (!limitsCount()) return;
  judge(name, await countHit(`${name}:${who}`, LIMITS[name].seconds));
}

/** Whether anything is counted at all. */
export const limitsCount = () => env().limits !== 'off';

/** Throws `too-often` where something that was counted is over its limit. */
export function judge(name: LimitName, { count, resetsIn }: Hits): void {
  const { max, seconds } = LIMITS[name];
  if (count <= max || env().limits !== 'on') return;
  const words = `At most ${max} in ${seconds} seconds: try again in ${resetsIn} seconds.`;
  throw new Problem('too-often', words, { retryAfter: resetsIn });
}

/** Before a mail to an address that somebody typed: counted alike whether it has an account or not. */
export function enforceMailLimit(email: string): Promise<void> {
  return enforceLimit('mail', secretHash(email));
}

/** Before a guest speaks. */
export function enforceGuestLimit(address: string): Promise<void> {
  return enforceLimit('guest', address);
}
