import type { GuestInput } from '#lib/comment/schema.ts';
import { Problem } from '#lib/errors/problem.ts';
import { getSetting } from '#lib/settings/queries.ts';
import { isNameOrAddressTaken } from '#lib/user/queries.ts';

/**
 * Lets somebody without an account speak, where the Setting allows it: under a name and an address that are nobody
 * else's here. Without either the answer is to sign in.
 */
export async function letGuestIn(guest: GuestInput | undefined): Promise<GuestInput> {
  if (!guest || !(await getSetting('comments.guests'))) throw new Problem('not-signed-in');
  if (await isNameOrAddressTaken(guest.name, guest.email)) throw new Problem('registered');
  return guest;
}
