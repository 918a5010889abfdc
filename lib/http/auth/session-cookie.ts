import { env } from '#lib/env/env.ts';
import { readCookie, sessionCookieName } from '../caller.ts';

/**
 * Seconds. The cookie may outlive the session, which ends by itself after 30 days without use: as long as it is used,
 * nothing has to set the cookie again. 400 days are the most that browsers grant.
 */
export const COOKIE_LIFETIME = 400 * 24 * 60 * 60;

export const cookieOptions = () =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: env().url.startsWith('https:') }) as const;

/** A Set-Cookie header with the secret of a session; null takes the cookie away. */
export function sessionCookie(secret: string | null): string {
  const { secure, path } = cookieOptions();
  const age = secret === null ? 0 : COOKIE_LIFETIME;
  return `${sessionCookieName()}=${secret ?? ''}; Path=${path}; Max-Age=${age}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

/** The secret that a request carries in its cookie; null when it is signed in by a token, or not at all. */
export function presentedSecret(headers: Headers): string | null {
  return headers.has('authorization') ? null : readCookie(headers.get('cookie'), sessionCookieName());
}
