import { db } from '#lib/db/client.ts';
import { isUniqueViolation } from '#lib/db/failures.ts';
import { transaction } from '#lib/db/transaction.ts';
import { Problem } from '#lib/errors/problem.ts';
import { emit } from '#lib/events/mutations.ts';
import { freeHandle } from './handles.ts';
import { hashPassword } from './passwords.ts';
import { canGiveRoles } from './policy.ts';
import { permit } from './require.ts';
import type { Actor, Role, Viewer } from './schema.ts';
import { newSecret, secretHash } from './secrets.ts';

export interface NewUser {
  email: string;
  name: string;
  password?: string | null;
  handle?: string;
  role?: Role;
  confirmed?: boolean;
  locale?: string | null;
}

/** Makes an account. Throws `address-taken` or `handle-taken`. */
export async function createUser(input: NewUser): Promise<{ id: string; handle: string }> {
  const passwordHash = input.password ? await hashPassword(input.password) : null;
  return transaction(async () => {
    const email = input.email.toLowerCase();
    if (await db().user.findUnique({ where: { email }, select: { id: true } })) throw new Problem('address-taken');
    if (input.handle && (await db().user.findUnique({ where: { handle: input.handle }, select: { id: true } }))) {
      throw new Problem('handle-taken');
    }
    const handle = input.handle ?? (await freeHandle(input.name));
    const user = await db().user.create({
      data: {
        email,
        handle,
        name: input.name,
        passwordHash,
        role: input.role ?? 'reader',
        locale: input.locale ?? null,
        emailConfirmedAt: input.confirmed ? new Date() : null,
      },
      select: { id: true, handle: true },
    });
    await emit({ kind: 'user.joined', actorId: user.id, subjectId: user.id });
    return user;
  }).catch((error: unknown) => {
    // Two people at the same moment: the constraint decides what the look-up could not.
    if (isUniqueViolation(error)) throw new Problem('address-taken', undefined, { cause: error });
    throw error;
  });
}

/** Who does something to an account: somebody signed in, or the operator at the machine's command line. */
export type By = Viewer | 'operator';

/** Gives somebody a role. There is always an admin: the last one keeps it. */
export async function giveRole(by: By, userId: string, role: Role): Promise<void> {
  const actor = by === 'operator' ? null : permit(by, canGiveRoles(by));
  await transaction(async () => {
    // Two admins who demote each other at the same moment come one after the other.
    await db().$executeRaw`SELECT pg_advisory_xact_lock(hashtext('user.role'))`;
    const user = await db().user.findUniqueOrThrow({ where: { id: userId }, select: { role: true, version: true } });
    if (user.role === role) return;
    if (user.role === 'admin' && (await db().user.count({ where: { role: 'admin', bannedAt: null } })) === 1) {
      throw new Problem('not-allowed', 'This is the only admin. Make somebody else an admin first.');
    }
    await db().user.update({ where: { id: userId }, data: { role, version: user.version + 1 } });
    await emit({ kind: 'user.role-given', actorId: actor?.id ?? null, subjectId: userId, data: { role } });
  });
}

/** Sets a password and ends every session of the account. The caller has made sure that `by` may. */
export async function setPassword(by: Actor | 'operator', userId: string, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  await transaction(async () => {
    await db().user.update({ where: { id: userId }, data: { passwordHash } });
    await db().session.deleteMany({ where: { userId } });
    await emit({ kind: 'user.password-changed', actorId: by === 'operator' ? null : by.id, subjectId: userId });
  });
}

/** A token that acts for its user. The secret is shown this once: only its hash is kept. */
export async function createToken(by: Actor | 'operator', userId: string, name: string): Promise<string> {
  const secret = newSecret();
  await transaction(async () => {
    const { id } = await db().apiToken.create({
      data: { userId, name, hash: secretHash(secret) },
      select: { id: true },
    });
    await emit({ kind: 'token.created', actorId: by === 'operator' ? null : by.id, subjectId: id, data: { userId } });
  });
  return secret;
}
