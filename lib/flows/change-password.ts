import { transaction } from '#lib/db/transaction.ts';
import { Problem } from '#lib/errors/problem.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { setPassword } from '#lib/user/mutations.ts';
import { passwordFits } from '#lib/user/passwords.ts';
import { getCredentials, requireOwnAddress } from '#lib/user/queries.ts';
import type { Actor, PasswordInput } from '#lib/user/schema.ts';
import { startSession } from '#lib/user/session/mutations.ts';
import { orderMail } from './order-mail.ts';

/**
 * Changes the caller's own password; the one they have must be given, if they have one. Every session ends, and the
 * answer is the secret of the one that takes the place of the caller's, if they came with one. The owner is told by mail.
 */
export async function changePassword(
  actor: Actor,
  input: PasswordInput,
  { locale, withSession }: { locale: Locale; withSession: boolean },
): Promise<string | null> {
  const user = await getCredentials(await requireOwnAddress(actor));
  if (user?.passwordHash && !(await passwordFits(user.passwordHash, input.current ?? ''))) {
    const fields = { current: 'is not your password' };
    throw new Problem('invalid', 'current: is not your password', { fields });
  }
  return transaction(async () => {
    const to = await requireOwnAddress(actor);
    await setPassword(actor.id, input.password);
    await orderMail({ kind: 'password-changed', to, locale, path: '/forgot-password' });
    return withSession ? startSession(actor.id) : null;
  });
}
