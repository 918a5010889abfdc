import { transaction } from '#lib/db/transaction.ts';
import { Problem } from '#lib/errors/problem.ts';
import { isLocale, type Locale } from '#lib/i18n/locale.ts';
import { issueMailToken, revokeMailTokens, takeMailToken } from '#lib/user/mail-token/mutations.ts';
import { claimAddress, setPassword } from '#lib/user/mutations.ts';
import { getCredentials } from '#lib/user/queries.ts';
import { orderMail, pathWith } from './order-mail.ts';

/** Sends a link to choose a new password, or says by mail that there is no account. Answers nothing. */
export async function sendPasswordReset(email: string, locale: Locale): Promise<void> {
  await transaction(async () => {
    const user = await getCredentials(email);
    const token = user ? await issueMailToken('reset', email) : null;
    await orderMail({
      kind: token ? 'reset' : 'no-account',
      to: email,
      locale: isLocale(user?.locale) ? user.locale : locale,
      path: token ? pathWith('/reset-password', { token }) : '/sign-up',
    });
  });
}

/** A new password by a link: proves the address, and ends every session. Answers the address, to sign in with. */
export async function resetPassword(token: string, password: string): Promise<{ email: string }> {
  return transaction(async () => {
    const taken = await takeMailToken('reset', token);
    const user = taken ? await getCredentials(taken.email) : null;
    if (!user) throw new Problem('token-invalid');
    if (user.bannedAt) throw new Problem('banned');
    await claimAddress(user);
    await setPassword(user.id, password);
    await revokeMailTokens('reset', user.email);
    await revokeMailTokens('sign-in', user.email);
    return { email: user.email };
  });
}
