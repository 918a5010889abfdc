import nextAuthModule from 'next-auth';
import { env } from '#lib/env/env.ts';
import { Problem } from '#lib/errors/problem.ts';
import { checkOrigin, readCookies, sessionCookieName } from '../caller.ts';
import { problemResponse } from '../problems.ts';
import { withAuthContext } from './context.ts';
import { readForm } from './form.ts';
import { defaultOf } from './interop.ts';
import { nextPath } from './next-path.ts';
import { authOptions } from './options.ts';
import { listProviders } from './providers.ts';
import { Recorder } from './recorder.ts';
import { presentedSecret } from './session-cookie.ts';

const NextAuth = defaultOf(nextAuthModule);

/** Everything under /api/auth. `path` is what follows it. */
export async function handleAuth(request: Request, path: readonly string[]): Promise<Response> {
  try {
    checkServed(request.method, path);
    if (request.method === 'POST') checkOrigin(request);
    return await answer(request, path);
  } catch (error) {
    return problemResponse(error);
  }
}

const CREDENTIALS = ['credentials', 'confirmation', 'link'];

/**
 * What next-auth offers and we need. In particular no GET signs anybody in but a provider's redirect, which carries
 * the state that this browser was given: programs that follow the links in a mail change nothing.
 */
function checkServed(method: string, [action = '', provider = '', ...rest]: readonly string[]) {
  const byProvider = listProviders().some(({ id }) => id === provider);
  const served =
    rest.length === 0 &&
    (method === 'POST'
      ? action === 'signout' ||
        (action === 'signin' && byProvider) ||
        (action === 'callback' && CREDENTIALS.includes(provider))
      : ['csrf', 'providers', 'session', 'signin', 'signout', 'error'].includes(action) ||
        (action === 'callback' && byProvider));
  if (!served) throw new Problem('not-found');
}

async function answer(request: Request, path: readonly string[]): Promise<Response> {
  // The one source of its own address: it would believe the Host header.
  process.env.NEXTAUTH_URL = new URL(env().url).origin;
  const form = request.method === 'POST' ? await readForm(request) : {};
  const query = queryOf(request, path);
  const context = {
    address: request.headers.get('x-obelus-address') ?? 'unknown',
    presented: presentedSecret(request.headers),
    refusal: null as unknown,
  };
  const recorder = new Recorder();
  const asked = {
    method: request.method,
    headers: {},
    cookies: cookiesOf(request),
    query: { ...query, nextauth: [...path] },
    body: 'callbackUrl' in form ? { ...form, callbackUrl: nextPath(form.callbackUrl) } : form,
  };
  await withAuthContext(context, () => NextAuth(asked as never, recorder as never, authOptions()));
  return context.refusal ? problemResponse(context.refusal) : recorder.response();
}

/** A provider's answer is handed on; for the rest only what is known. */
function queryOf(request: Request, [action]: readonly string[]): Record<string, string> {
  const { callbackUrl, ...query } = Object.fromEntries(new URL(request.url).searchParams);
  const kept = action === 'callback' || action === 'error' || action === 'signin' ? query : {};
  const clean = request.method === 'POST' ? {} : kept;
  return callbackUrl === undefined ? clean : { ...clean, callbackUrl: nextPath(callbackUrl) };
}

function cookiesOf(request: Request): Record<string, string> {
  const kept = Object.entries(readCookies(request.headers.get('cookie'))).filter(([name, value]) => {
    // It would be believed where the request names no address.
    if (name.endsWith('next-auth.callback-url'))
      return URL.canParse(value) && new URL(value).origin === new URL(env().url).origin;
    return name === sessionCookieName() || name.includes('next-auth.');
  });
  return Object.fromEntries(kept);
}
