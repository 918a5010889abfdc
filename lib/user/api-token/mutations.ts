import { db } from '#lib/db/client.ts';
import { transaction } from '#lib/db/transaction.ts';
import { Problem } from '#lib/errors/problem.ts';
import { emit } from '#lib/events/mutations.ts';
import type { Actor, NewApiToken } from '../schema.ts';
import { newSecret, secretHash } from '../secrets.ts';

/** Where a token turns up that should not (a log, a repository), this tells what it is. */
const PREFIX = 'obelus_';

/** More than anybody needs, so that nobody fills the table. */
const TOKENS_MAX = 50;

/** A token that acts for its owner. Its secret is in the answer and nowhere else. */
export async function createApiToken(
  actor: Pick<Actor, 'id'>,
  { name }: { name: string },
): Promise<NewApiToken> {
  return transaction(async () => {
    const secret = PREFIX + newSecret();
    const held = await db().apiToken.count({ where: { userId: actor.id, revokedAt: null } });
    if (held >= TOKENS_MAX)
      throw new Problem('not-allowed', `There are ${TOKENS_MAX} tokens: revoke one first.`);
    const { id, createdAt } = await db().apiToken.create({
      data: { userId: actor.id, hash: secretHash(secret), name },
      select: { id: true, createdAt: true },
    });
    await emit({ kind: 'token.created', actorId: actor.id, subjectId: id });
    return { id, name, createdAt: createdAt.toISOString(), lastUsedAt: null, secret };
  });
}

/** The caller's own token ends at once. */
export async function revokeApiToken(actor: Actor, id: string): Promise<void> {
  await transaction(async () => {
    const { count } = await db().apiToken.updateMany({
      where: { id, userId: actor.id, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 0) throw new Problem('not-found');
    await emit({
      kind: 'token.revoked',
      actorId: actor.id,
      subjectId: id,
      data: { userId: actor.id },
    });
  });
}

const HOUR = 3_600_000;

/** Notes that a token is in use, at most once an hour. */
export async function noteTokenUse(id: string, lastUsedAt: Date | null): Promise<void> {
  if (lastUsedAt && Date.now() - lastUsedAt.getTime() < HOUR) return;
  await db().apiToken.updateMany({ where: { id }, data: { lastUsedAt: new Date() } });
}
