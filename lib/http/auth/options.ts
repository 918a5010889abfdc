import type { AuthOptions } from 'next-auth';
import { env } from '#lib/env/env.ts';
import { signInWithProvider } from '#lib/flows/sign-in.ts';
import { getLinkedUser, getSessionActor } from '#lib/user/queries.ts';
import { email } from '#lib/user/schema.ts';
import { endSession, startSession } from '#lib/user/session/mutations.ts';
import { sessionCookieName } from '../caller.ts';
import { authContext } from './context.ts';
import { credentialProviders } from './credentials.ts';
import { oauthProviders, type ProviderClaims } from './providers.ts';
import { COOKIE_LIFETIME, cookieOptions } from './session-cookie.ts';

type Callbacks = NonNullable<AuthOptions['callbacks']>;

/**
 * next-auth with sessions of ours: its "token" is only the secret of a row that every request looks up, so that a
 * session can end. It has no adapter; whose account a provider's word opens is decided in lib/flows/sign-in.
 */
export function authOptions(): AuthOptions {
  return {
    secret: env().secret,
    useSecureCookies: env().url.startsWith('https:'),
    providers: [...credentialProviders, ...oauthProviders()],
    session: { strategy: 'jwt', maxAge: COOKIE_LIFETIME },
    cookies: { sessionToken: { name: sessionCookieName(), options: cookieOptions() } },
    pages: { signIn: '/sign-in', signOut: '/sign-out', error: '/sign-in' },
    jwt: { encode, decode },
    callbacks: { signIn, jwt, session },
    events: { signOut },
    logger: { error: logError, warn() {}, debug() {} },
  };
}

/** What goes into the cookie: the secret alone. */
const encode: NonNullable<AuthOptions['jwt']>['encode'] = async ({ token }) => String(token?.secret ?? '');

const decode: NonNullable<AuthOptions['jwt']>['decode'] = async ({ token: secret }) => {
  const actor = secret ? await getSessionActor(secret) : null;
  return actor ? { sub: actor.id, name: actor.name, handle: actor.handle, secret } : null;
};

/** Asked before a sign-in counts. Passwords and links were judged before; a provider's word is judged here. */
const signIn: Callbacks['signIn'] = async ({ user, account, profile }) => {
  if (account?.type !== 'oauth') return true;
  try {
    const result = await signInWithProvider({
      provider: account.provider,
      providerAccountId: account.providerAccountId,
      email: email.safeParse(user.email).data ?? null,
      emailVerified: (profile as ProviderClaims | undefined)?.email_verified === true,
      name: user.name ?? null,
    });
    return 'refused' in result ? `/sign-in?error=${result.refused}` : true;
  } catch (error) {
    // next-auth would write the message into the address.
    console.error(error);
    return '/sign-in?error=internal';
  }
};

/** With an account it is a sign-in, and a session begins; without, somebody asks for theirs. */
const jwt: Callbacks['jwt'] = async ({ token, user, account }) => {
  if (!account) return token;
  const id =
    account.type === 'oauth'
      ? (await getLinkedUser(account.provider, account.providerAccountId))?.id
      : user.id;
  if (!id) throw new Error(`nobody signed in with ${account.provider}`);
  return { secret: await startSession(id, { replacing: authContext().presented }) };
};

/** What `GET /api/auth/session` answers. */
const session: Callbacks['session'] = async ({ session: { expires }, token }) => ({
  expires,
  user: { name: token.name, handle: token.handle },
});

/** `token` is null where the session was over already. */
const signOut: NonNullable<AuthOptions['events']>['signOut'] = async ({ token }) => {
  try {
    if (typeof token?.secret === 'string') await endSession(token.secret);
  } catch (error) {
    // A session that goes on must not look like one that ended.
    authContext().refusal = error;
  }
};

/** What happens to people every day (no session any more, "cancel" at the provider) is no fault of ours. */
function logError(code: string, metadata: unknown) {
  const error = metadata instanceof Error ? metadata : (metadata as { error?: unknown })?.error;
  const everyday = error instanceof Error && ['JWT invalid', 'access_denied'].includes(error.message);
  if (!everyday) console.error(code, error ?? metadata);
}
