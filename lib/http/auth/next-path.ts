import { env } from '#lib/env/env.ts';

/** Coming from there, one does not want to go back there. */
const PASSED = /^\/(sign-in|sign-up|sign-out|forgot-password|reset-password|confirm|api)(\/|\?|#|$)/;

/**
 * Where to go after a sign-in: a path of this site, whatever was asked for. Another site's address, or something that
 * a browser would read as one, becomes the front page.
 */
export function nextPath(given: unknown): string {
  if (typeof given !== 'string' || given.length > 2000) return '/';
  const own = new URL(env().url).origin;
  if (!URL.canParse(given, own)) return '/';
  // A browser drops line breaks and reads a backslash as a slash; so does URL, which is asked what comes of it.
  const { origin, pathname, search, hash } = new URL(given, own);
  const path = pathname + search + hash;
  if (origin !== own || path.startsWith('//') || PASSED.test(path)) return '/';
  return path;
}
