import { db } from '#lib/db/client.ts';
import type { Actor, ApiTokenView } from '../schema.ts';

const columns = { id: true, name: true, createdAt: true, lastUsedAt: true } as const;

/** The caller's tokens that hold, newest first. */
export async function listApiTokens(actor: Actor): Promise<ApiTokenView[]> {
  const rows = await db().apiToken.findMany({
    where: { userId: actor.id, revokedAt: null },
    orderBy: { id: 'desc' },
    select: columns,
  });
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  }));
}
