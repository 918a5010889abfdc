import { db } from '#lib/db/client.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { type Hits, hitStatement } from '#lib/db/limits.ts';
import { isLocale } from '#lib/i18n/locale.ts';
import { noteTokenUse } from './api-token/mutations.ts';
import { handleFrom } from './handles.ts';
import { type Actor, RESERVED_HANDLES, type Role, type Trust } from './schema.ts';
import { secretHash } from './secrets.ts';
import { keepSession } from './session/mutations.ts';

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

type SessionRow = ActorRow & { sessionId: string; lastSeenAt: Date };

/** `secret` is the cookie's. One query with a join, where Prisma's own would be two. */
const sessionStatement = (secret: string) => Prisma.sql`
  SELECT u."id", u."handle", u."name", u."role", u."trust", u."locale", u."emailConfirmedAt", u."bannedAt",
    s."id" AS "sessionId", s."lastSeenAt"
  FROM "Session" s JOIN "User" u ON u."id" = s."userId"
  WHERE s."id" = ${secretHash(secret)} AND s."expiresAt" > now() AND u."bannedAt" IS NULL`;

/** Who the cookie's secret belongs to, while the session lives; once an hour that is a write. */
export async function getSessionActor(secret: string): Promise<Actor | null> {
  const [row] = await db().$queryRaw<SessionRow[]>`${sessionStatement(secret)}`;
  if (!row) return null;
  await keepSession(row.sessionId, row.lastSeenAt);
  return toActor(row);
}

/**
 * The same, and in the same query counts what this person does: under `name` and their id, in windows of so many
 * seconds. Every write of somebody signed in begins with both.
 */
export async function countSessionActor(
  secret: string,
  { name, seconds }: { name: string; seconds: number },
): Promise<{ actor: Actor; hits: Hits } | null> {
  const key = Prisma.sql`${`${name}:`} || actor."id"::text`;
  const [row] = await db().$queryRaw<(SessionRow & Hits)[]>`
    WITH actor AS (${sessionStatement(secret)}), hit AS (${hitStatement(key, seconds, Prisma.sql`FROM actor`)})
    SELECT actor.*, hit."count", hit."resetsIn" FROM actor CROSS JOIN hit`;
  if (!row) return null;
  await keepSession(row.sessionId, row.lastSeenAt);
  return { actor: toActor(row), hits: row };
}

/** Who a bearer token acts for. */
export async function getTokenActor(secret: string): Promise<Actor | null> {
  const token = await db().apiToken.findUnique({
    where: { hash: secretHash(secret), revokedAt: null },
    select: { id: true, lastUsedAt: true, user: { select: actorColumns } },
  });
  if (!token) return null;
  await noteTokenUse(token.id, token.lastUsedAt);
  return toActor(token.user);
}

export async function getActorByEmail(email: string): Promise<Actor | null> {
  const user = await db().user.findUnique({ where: { email: email.toLowerCase() }, select: actorColumns });
  return user ? toActor(user) : null;
}

/** Somebody as they are now. */
export async function readActor(id: string): Promise<Actor | null> {
  const user = await db().user.findUnique({ where: { id }, select: actorColumns });
  return user ? toActor(user) : null;
}

/** Whoever has been an admin here for longest: in whose name the operator acts. */
export async function getFirstAdmin(): Promise<Actor | null> {
  const user = await db().user.findFirst({
    where: { role: 'admin', bannedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: actorColumns,
  });
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
    db().assessment.count({
      where: { authorId: userId, retractedAt: null, annotation: { state: 'active' } },
    }),
    db().source.count({ where: { addedById: userId, annotation: { state: 'active' } } }),
  ]);
  return { annotations, assessments, sources };
}

/** Somebody's public profile. */
export async function getUserByHandle(handle: string) {
  const user = await db().user.findUnique({
    where: { handle: handle.toLowerCase() },
    select: profileColumns,
  });
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
    select: {
      ...profileColumns,
      email: true,
      emailConfirmedAt: true,
      passwordHash: true,
      trust: true,
      locale: true,
      version: true,
    },
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

/** What deciding about a sign-in needs. */
export async function getCredentials(email: string) {
  return db().user.findUnique({
    where: { email: email.toLowerCase() },
    select: {
      id: true,
      email: true,
      passwordHash: true,
      emailConfirmedAt: true,
      bannedAt: true,
      locale: true,
    },
  });
}

export async function isHandleTaken(handle: string): Promise<boolean> {
  return (await db().user.count({ where: { handle } })) > 0;
}

/**
 * Whether somebody here goes by this name or handle, or by one that looks the same (`spoken_name` in the migrations), or
 * has this address: nobody else may speak as them.
 */
export async function isNameOrAddressTaken(name: string, email: string): Promise<boolean> {
  const [row] = await db().$queryRaw<{ taken: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "User" WHERE "email" = ${email} OR spoken_name("name") = spoken_name(${name})
      OR "handle" IN (lower(${name}), spoken_name(${name}))) AS "taken"`;
  return row?.taken ?? false;
}

/** A handle out of a name, with the first number that makes it free. */
export async function freeHandle(name: string): Promise<string> {
  const base = handleFrom(name);
  const taken = await db().user.findMany({
    where: { handle: { startsWith: base } },
    select: { handle: true },
  });
  const known = new Set([...RESERVED_HANDLES, ...taken.map(({ handle }) => handle)]);
  if (!known.has(base)) return base;
  for (let n = 2; ; n += 1) if (!known.has(`${base}-${n}`)) return `${base}-${n}`;
}

/** The caller's mail address. */
export async function requireOwnAddress(actor: Actor): Promise<string> {
  const { email } = await db().user.findUniqueOrThrow({ where: { id: actor.id }, select: { email: true } });
  return email;
}

/** Whose account at a provider this is. */
export async function getLinkedUser(provider: string, providerAccountId: string) {
  const account = await db().account.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    select: { user: { select: { id: true, bannedAt: true } } },
  });
  return account?.user ?? null;
}
