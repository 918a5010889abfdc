import { transaction } from '#lib/db/transaction.ts';
import { plainLine } from '#lib/document/plain-text.ts';
import { Problem } from '#lib/errors/problem.ts';
import { isLocale, type Locale } from '#lib/i18n/locale.ts';
import { getSetting } from '#lib/settings/queries.ts';
import { issueMailToken, takeMailToken } from '#lib/user/mail-token/mutations.ts';
import { claimAddress, createUser, linkProvider } from '#lib/user/mutations.ts';
import { passwordFits } from '#lib/user/passwords.ts';
import { getCredentials, getLinkedUser } from '#lib/user/queries.ts';
import type { ProviderProfile } from '#lib/user/schema.ts';
import { orderMail, pathWith } from './order-mail.ts';

/** Whose account address and password open. Throws `wrong-credentials` after the same time, whatever was wrong. */
export async function signInWithPassword(email: string, password: string): Promise<{ id: string }> {
  const user = await getCredentials(email);
  const fits = await passwordFits(user?.passwordHash ?? null, password);
  if (!user || !fits) throw new Problem('wrong-credentials');
  return admitted(user);
}

function admitted(user: { id: string; bannedAt: Date | null }): { id: string } {
  if (user.bannedAt) throw new Problem('banned');
  return { id: user.id };
}

/** Sends a link to sign in, or, to an address without an account, says that there is none. Answers nothing. */
export async function sendSignInLink(email: string, next: string | undefined, locale: Locale): Promise<void> {
  await transaction(async () => {
    const user = await getCredentials(email);
    const token = user ? await issueMailToken('sign-in', email) : null;
    await orderMail({
      kind: token ? 'sign-in' : 'no-account',
      to: email,
      locale: isLocale(user?.locale) ? user.locale : locale,
      path: token ? pathWith('/sign-in/confirm', { token, next }) : '/sign-up',
    });
  });
}

/** Whose account the link opens. Using it proves the address. */
export async function signInWithLink(token: string): Promise<{ id: string }> {
  return transaction(async () => {
    const taken = await takeMailToken('sign-in', token);
    const user = taken ? await getCredentials(taken.email) : null;
    if (!user) throw new Problem('token-invalid');
    admitted(user);
    await claimAddress(user);
    return { id: user.id };
  });
}

/** Why a provider's word was not enough. The sign-in page has words for each. */
type ProviderRefusal = 'banned' | 'no-address' | 'address-unverified' | 'sign-up-closed';

/**
 * Whose account a provider's account opens, made or linked when it is new. It is linked to an account that is there
 * only when the provider checked the address; and if ours was never proven, what stood there before is void.
 */
export async function signInWithProvider(
  profile: ProviderProfile,
): Promise<{ id: string } | { refused: ProviderRefusal }> {
  return transaction(async () => {
    const linked = await getLinkedUser(profile.provider, profile.providerAccountId);
    if (linked) return linked.bannedAt ? { refused: 'banned' as const } : { id: linked.id };
    if (!profile.email) return { refused: 'no-address' as const };
    const known = await getCredentials(profile.email);
    if (known?.bannedAt) return { refused: 'banned' as const };
    if (known && !profile.emailVerified) return { refused: 'address-unverified' as const };
    if (!known && !(await getSetting('users.sign-up'))) return { refused: 'sign-up-closed' as const };
    const id = known ? await claimed(known) : await joined(profile, profile.email);
    await linkProvider(id, profile);
    return { id };
  });
}

async function claimed(user: { id: string; emailConfirmedAt: Date | null }): Promise<string> {
  await claimAddress(user);
  return user.id;
}

async function joined({ name, emailVerified }: ProviderProfile, email: string): Promise<string> {
  const shown = plainLine((name ?? email.split('@')[0] ?? email).toWellFormed())
    .slice(0, 80)
    .toWellFormed();
  const { id } = await createUser({ email, name: shown || email, confirmed: emailVerified });
  return id;
}
