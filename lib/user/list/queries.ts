import { db } from '#lib/db/client.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { decodeCursor, pageOfRows } from '#lib/db/keyset.ts';
import { Problem } from '#lib/errors/problem.ts';
import type { Role } from '../schema.ts';

export interface UserRow {
  id: string;
  email: string;
  createdAt: Date;
}

interface UserFilter {
  q?: string | undefined;
  role?: Role | undefined;
  state?: 'active' | 'banned' | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** Accounts, the newest first. What is sought may stand anywhere in a name or a handle. */
export async function listUserRows(
  { q, role, state, cursor, limit }: UserFilter,
  { byAddress }: { byAddress: boolean },
) {
  const before = decodeCursor(cursor);
  const sought = q?.replace(/^@/, '').toLowerCase();
  const conditions = [Prisma.sql`true`];
  if (before) conditions.push(Prisma.sql`"id" < ${before.id}::uuid`);
  if (role) conditions.push(Prisma.sql`"role" = ${role}`);
  if (state) conditions.push(Prisma.sql`("bannedAt" IS NOT NULL) = ${state === 'banned'}`);
  if (sought)
    conditions.push(Prisma.sql`(position(${sought} IN lower("name")) > 0 OR position(${sought} IN "handle") > 0
      OR (${byAddress} AND position(${sought} IN "email") > 0))`);
  const rows = await db().$queryRaw<UserRow[]>`
    SELECT "id", "email", "createdAt" FROM "User" WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY "id" DESC LIMIT ${limit + 1}::int`;
  return pageOfRows(rows, limit);
}

export async function requireUserRow(handle: string): Promise<UserRow> {
  const row = await db().user.findUnique({
    where: { handle: handle.toLowerCase() },
    select: { id: true, email: true, createdAt: true },
  });
  if (!row) throw new Problem('not-found', 'There is nobody with this handle.');
  return row;
}
