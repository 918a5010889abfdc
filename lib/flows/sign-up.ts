import { z } from 'zod';
import { transaction } from '#lib/db/transaction.ts';
import { env } from '#lib/env/env.ts';
import { Problem } from '#lib/errors/problem.ts';
import { isLocale, type Locale } from '#lib/i18n/locale.ts';
import { getSetting } from '#lib/settings/queries.ts';
import { issueMailToken, takeMailToken } from '#lib/user/mail-token/mutations.ts';
import { createUser } from '#lib/user/mutations.ts';
import { hashPassword, passwordFits } from '#lib/user/passwords.ts';
import { getActorByEmail, getCredentials, getOwnUser, isHandleTaken } from '#lib/user/queries.ts';
import type { OwnUserView, SignUpInput } from '#lib/user/schema.ts';
import { orderMail, pathWith } from './order-mail.ts';

/** What waits with the link of a confirmation. No account is made before the address is proven. */
const pendingSignUp = z.object({
  name: z.string(),
  handle: z.string().optional(),
  passwordHash: z.string(),
  locale: z.string(),
});

/**
 * Signs somebody up. Where mail can be sent, the address must be proven first, and the answer (null) is the same
 * whether there is an account with it or not: its owner is told by mail. Where none can be sent the account is made
 * at once, unconfirmed, and a known address is refused with `address-taken`, because nobody could be told otherwise.
 */
export async function signUp(input: SignUpInput, locale: Locale): Promise<OwnUserView | null> {
  if (!(await getSetting('users.sign-up')))
    throw new Problem('not-allowed', 'Nobody can sign up here by themselves.');
  if (env().smtpUrl) {
    await invite(input, locale);
    return null;
  }
  await createUser({ ...input, locale });
  const actor = await getActorByEmail(input.email);
  if (!actor) throw new Error('the account just made is not there');
  return getOwnUser(actor);
}

async function invite({ email, password, name, handle }: SignUpInput, locale: Locale): Promise<void> {
  if (handle && (await isHandleTaken(handle))) throw new Problem('handle-taken');
  // Also for a known address, where it is thrown away: the answer shall take as long.
  const passwordHash = await hashPassword(password);
  await transaction(async () => {
    const known = await getCredentials(email);
    const waiting = { name, passwordHash, locale, ...(handle ? { handle } : {}) };
    const token = known ? null : await issueMailToken('confirm', email, waiting);
    await orderMail({
      kind: token ? 'confirm' : 'address-known',
      to: email,
      locale: isLocale(known?.locale) ? known.locale : locale,
      path: token ? pathWith('/confirm', { token }) : '/sign-in',
    });
  });
}

/**
 * Makes the account that waited for its address. The password is asked for again: the link alone proves the address,
 * and not that its owner is who signed up.
 */
export async function confirmSignUp(token: string, password: string): Promise<{ id: string }> {
  return transaction(async () => {
    const taken = await takeMailToken('confirm', token);
    if (!taken) throw new Problem('token-invalid');
    const { handle, ...waiting } = pendingSignUp.parse(taken.data);
    if (!(await passwordFits(waiting.passwordHash, password))) throw new Problem('wrong-credentials');
    // Somebody with two links, or who came by a provider meanwhile, has an account already.
    if (await getCredentials(taken.email)) throw new Problem('token-invalid');
    const free = handle && !(await isHandleTaken(handle)) ? handle : undefined;
    return createUser({ ...waiting, handle: free, email: taken.email, confirmed: true });
  });
}
