import { db } from '#lib/db/client.ts';
import { isLocale } from '#lib/i18n/locale.ts';
import type { Actor, Role, Trust } from './schema.ts';
import { secretHash } from './secrets.ts';

const actorColumns = {
  id: true,
  handle: true,
  name: true,
  role: true,
  trust: true,
  locale: true,
  emailConfirmedAt: true,
  bannedAt: true,
} as const;

interface ActorRow {
  id: string;
  handle: string;
  name: string;
  role: string;
  trust: string;
  locale: string | null;
  emailConfirmedAt: Date | null;
  bannedAt: Date | null;
}

function toActor(row: ActorRow): Actor {
  return {
    id: row.id,
    handle: row.handle,
    name: row.name,
    // CHECK constraints hold these to the two lists.
    role: row.role as Role,
    trust: row.trust as Trust,
    locale: row.locale,
    confirmed: row.emailConfirmedAt !== null,
    banned: row.bannedAt !== null,
  };
}

/** Who the cookie's secret belongs to, while the session lives. */
export async function getSessionActor(secret: string): Promise<Actor | null> {
  const session = await db().session.findUnique({
    where: { id: secretHash(secret), expiresAt: { gt: new Date() } },
    select: { user: { select: actorColumns } },
  });
  return session ? toActor(session.user) : null;
}

/** Who a bearer token acts for. */
export async function getTokenActor(secret: string): Promise<Actor | null> {
  const token = await db().apiToken.findUnique({
    where: { hash: secretHash(secret), revokedAt: null },
    select: { user: { select: actorColumns } },
  });
  return token ? toActor(token.user) : null;
}

export async function getActorByEmail(email: string): Promise<Actor | null> {
  const user = await db().user.findUnique({ where: { email: email.toLowerCase() }, select: actorColumns });
  return user ? toActor(user) : null;
}

const profileColumns = {
  id: true,
  handle: true,
  name: true,
  about: true,
  role: true,
  createdAt: true,
} as const;

async function countsOf(userId: string) {
  const [annotations, assessments, sources] = await Promise.all([
    db().annotation.count({ where: { authorId: userId, state: 'active' } }),
    db().assessment.count({ where: { authorId: userId, retractedAt: null } }),
    db().source.count({ where: { addedById: userId } }),
  ]);
  return { annotations, assessments, sources };
}

/** Somebody's public profile. */
export async function getUserByHandle(handle: string) {
  const user = await db().user.findUnique({ where: { handle: handle.toLowerCase() }, select: profileColumns });
  if (!user) return null;
  return {
    ...user,
    role: user.role as Role,
    createdAt: user.createdAt.toISOString(),
    counts: await countsOf(user.id),
  };
}

/** The caller's own account. */
export async function getOwnUser(actor: Actor) {
  const user = await db().user.findUniqueOrThrow({
    where: { id: actor.id },
    select: { ...profileColumns, email: true, emailConfirmedAt: true, passwordHash: true, trust: true, locale: true, version: true },
  });
  const { emailConfirmedAt, passwordHash, ...shown } = user;
  return {
    ...shown,
    role: user.role as Role,
    trust: user.trust as Trust,
    locale: isLocale(user.locale) ? user.locale : null,
    confirmed: emailConfirmedAt !== null,
    hasPassword: passwordHash !== null,
    createdAt: user.createdAt.toISOString(),
    counts: await countsOf(user.id),
  };
}
