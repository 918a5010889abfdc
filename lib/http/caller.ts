import { env } from '#lib/env/env.ts';
import { Problem } from '#lib/errors/problem.ts';
import { countSessionActor, getSessionActor, getTokenActor } from '#lib/user/queries.ts';
import type { Viewer } from '#lib/user/schema.ts';
import type { Incoming } from './exchange.ts';
import { enforceLimit, judge, LIMITS, type LimitName, limitsCount } from './limits.ts';

/** Who sends a request: from the header alone, so that it works in Next, in tests and in plain Node. */
export interface Caller {
  viewer: Viewer;
  /** How they proved it: a cookie rides along on requests of other sites, a token does not. */
  by: 'session' | 'token' | 'nobody';
  /** Address of the client, as our own server saw it. */
  address: string;
}

export function sessionCookieName(): string {
  return env().url.startsWith('https:') ? '__Secure-obelus-session' : 'obelus-session';
}

const bearerOf = (headers: Headers) =>
  /^Bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? null;

/** Whether a request proves who it is by something that no browser sends by itself. */
export const byToken = (headers: Headers) => bearerOf(headers) !== null;

/** Who it is; with a `limit` it is counted too, and refused with `too-often` where there were too many. */
export async function identify(headers: Headers, limit?: LimitName): Promise<Caller> {
  const caller = await recognise(headers, limit);
  if (limit && !caller.counted) await enforceLimit(limit, caller.viewer?.id ?? caller.address);
  return caller;
}

async function recognise(headers: Headers, limit?: LimitName): Promise<Caller & { counted?: boolean }> {
  const address = headers.get('x-obelus-address') ?? 'unknown';
  const bearer = bearerOf(headers);
  if (bearer) {
    const viewer = await getTokenActor(bearer);
    if (!viewer) throw new Problem('not-signed-in', 'The token is unknown or was revoked.');
    // Sessions end with the ban. A token stays, and acts for nobody until the ban ends.
    if (viewer.banned) throw new Problem('banned');
    return { viewer, by: 'token', address };
  }
  const secret = readCookie(headers.get('cookie'), sessionCookieName());
  if (!secret) return { viewer: null, by: 'nobody', address };
  if (!limit || !limitsCount()) {
    const viewer = await getSessionActor(secret);
    return { viewer, by: viewer ? 'session' : 'nobody', address };
  }
  const known = await countSessionActor(secret, { name: limit, seconds: LIMITS[limit].seconds });
  if (!known) return { viewer: null, by: 'nobody', address };
  judge(limit, known.hits);
  return { viewer: known.actor, by: 'session', address, counted: true };
}

export function readCookie(header: string | null, name: string): string | null {
  return readCookies(header)[name] ?? null;
}

/** All cookies of a request. One that is not well encoded counts as absent; of two with one name the first counts. */
export function readCookies(header: string | null): Record<string, string> {
  const found: Record<string, string> = Object.create(null);
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    const name = part.slice(0, Math.max(at, 0)).trim();
    if (name === '' || name in found) continue;
    try {
      found[name] = decodeURIComponent(part.slice(at + 1).trim());
    } catch {}
  }
  return found;
}

/** A write that carries cookies has to come from our own pages. */
export function checkOrigin({ headers }: Pick<Incoming, 'headers'>): void {
  const origin = headers.get('origin');
  // Browsers send Origin with every write; without it and without Sec-Fetch-Site it is a program.
  if (isFromElsewhere(headers) || (origin && !isOurs(origin, headers))) throw new Problem('foreign-origin');
}

/**
 * Whether somebody asks by choice for what a read keeps of them (that they asked to see others' verdicts). A page of
 * another site that links here or loads something from here chooses nothing for them, nor does a browser that reads ahead.
 * An address that was typed counts, and so does one out of a mail: browsers do not tell them apart.
 */
export function isByChoice(headers: Headers): boolean {
  if (byToken(headers)) return true;
  const ahead = headers.get('sec-purpose') ?? headers.get('purpose') ?? headers.get('x-moz') ?? '';
  if (ahead.includes('prefetch') || isFromElsewhere(headers)) return false;
  // Over plain HTTP browsers leave Sec-Fetch-Site out: what is left is where the link stood, unless that page hides it.
  const from = headers.get('origin') || headers.get('referer');
  return headers.has('sec-fetch-site') || !from || isOurs(from, headers);
}

function isFromElsewhere(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  return site !== null && site !== 'same-origin' && site !== 'none';
}

/** At our public address, or at the one by which the request came. */
function isOurs(address: string, headers: Headers): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, host } = new URL(address);
  return origin === new URL(env().url).origin || host === headers.get('host');
}
