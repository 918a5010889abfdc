import { db } from '#lib/db/client.ts';
import { isUniqueViolation } from '#lib/db/failures.ts';
import { transaction } from '#lib/db/transaction.ts';
import { Problem } from '#lib/errors/problem.ts';
import { emit } from '#lib/events/mutations.ts';
import { hashPassword } from './passwords.ts';
import { canEditProfile, canGiveRoles } from './policy.ts';
import { freeHandle, getOwnUser, isHandleTaken, readActor } from './queries.ts';
import { permit } from './require.ts';
import type { Actor, ProfileInput, Role, Viewer } from './schema.ts';
import { endAllSessions } from './session/mutations.ts';

interface NewUser {
  email: string;
  name: string;
  password?: string | null;
  /** In place of `password`, when it was hashed before. */
  passwordHash?: string | null;
  handle?: string;
  role?: Role;
  confirmed?: boolean;
  locale?: string | null;
}

/** Makes an account. Throws `address-taken` or `handle-taken`. */
export async function createUser(input: NewUser): Promise<{ id: string; handle: string }> {
  const passwordHash = input.password ? await hashPassword(input.password) : (input.passwordHash ?? null);
  return transaction(async () => {
    const email = input.email.toLowerCase();
    if (await db().user.findUnique({ where: { email }, select: { id: true } }))
      throw new Problem('address-taken');
    if (input.handle && (await isHandleTaken(input.handle))) throw new Problem('handle-taken');
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

/**
 * Whoever gives roles or bans does so one after the other, until the transaction ends: two admins who demote each other
 * at the same moment do not leave the place without one.
 */
export async function holdRoles(): Promise<void> {
  await db().$executeRaw`SELECT pg_advisory_xact_lock(hashtext('user.role'))`;
}

/** Gives somebody a role. There is always an admin: the last one keeps it. */
export async function giveRole(by: By, userId: string, role: Role): Promise<void> {
  await transaction(async () => {
    await holdRoles();
    // What the actor may do is asked again: another admin may have decided about them while this one waited.
    const actor = by === 'operator' ? null : await permitNow(by, canGiveRoles);
    const user = await db().user.findUniqueOrThrow({
      where: { id: userId },
      select: { role: true, bannedAt: true },
    });
    if (user.role === role) return;
    if (user.role === 'admin' && user.bannedAt === null && (await countAdmins()) === 1) {
      throw new Problem('not-allowed', 'This is the only admin. Make somebody else an admin first.');
    }
    await db().user.update({ where: { id: userId }, data: { role, version: { increment: 1 } } });
    await emit({ kind: 'user.role-given', actorId: actor?.id ?? null, subjectId: userId, data: { role } });
  });
}

/** Those who can act. */
function countAdmins(): Promise<number> {
  return db().user.count({ where: { role: 'admin', bannedAt: null } });
}

/** `permit` with the actor as they are now, not as they were when the request came in. */
export async function permitNow(viewer: Viewer, allowed: (actor: Viewer) => boolean): Promise<Actor> {
  const actor = permit(viewer, allowed(viewer));
  const now = await readActor(actor.id);
  return permit(now, allowed(now));
}

/** Suspends people, or lets them back in. Their sessions end, and no token acts for them while they are suspended. */
export async function setBanned(userIds: readonly string[], bannedAt: Date | null): Promise<void> {
  await db().user.updateMany({
    where: { id: { in: [...userIds] } },
    data: { bannedAt, version: { increment: 1 } },
  });
  if (bannedAt) await endAllSessions(...userIds);
}

/** Changes the caller's own profile, if nobody did meanwhile. Throws `edit-conflict` with the state as it is. */
export async function changeProfile(viewer: Viewer, { version, ...changes }: ProfileInput) {
  const actor = permit(viewer, viewer !== null && canEditProfile(viewer, viewer));
  return transaction(async () => {
    const { count } = await db().user.updateMany({
      where: { id: actor.id, version },
      data: { ...changes, version: { increment: 1 } },
    });
    const current = await getOwnUser(actor);
    if (count === 0) throw new Problem('edit-conflict', undefined, { current });
    if (current.handle !== actor.handle || current.name !== actor.name) {
      await emit({
        kind: 'user.renamed',
        actorId: actor.id,
        subjectId: actor.id,
        data: { from: actor.handle },
      });
    }
    return current;
  }).catch((error: unknown) => {
    if (isUniqueViolation(error)) throw new Problem('handle-taken', undefined, { cause: error });
    throw error;
  });
}

/** Gives an account a new password. Every session ends: whoever knew the old one is out. */
export async function setPassword(userId: string, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  await transaction(async () => {
    await db().user.update({ where: { id: userId }, data: { passwordHash }, select: { id: true } });
    await endAllSessions(userId);
    await emit({ kind: 'user.password-changed', actorId: userId, subjectId: userId });
  });
}

/**
 * Somebody proved that the address of an account is theirs. If that was never proven before, whoever made the account
 * may have been somebody else, lying in wait: password, sessions, tokens and provider accounts are void.
 */
export async function claimAddress(user: { id: string; emailConfirmedAt: Date | null }): Promise<void> {
  if (user.emailConfirmedAt) return;
  await transaction(async () => {
    const where = { userId: user.id };
    await db().user.update({
      where: { id: user.id },
      data: { emailConfirmedAt: new Date(), passwordHash: null },
      select: { id: true },
    });
    await endAllSessions(user.id);
    await db().account.deleteMany({ where });
    await db().apiToken.updateMany({ where: { ...where, revokedAt: null }, data: { revokedAt: new Date() } });
    await emit({ kind: 'user.confirmed', actorId: user.id, subjectId: user.id });
  });
}

export async function linkProvider(userId: string, account: { provider: string; providerAccountId: string }) {
  const { provider, providerAccountId } = account;
  await db().account.create({ data: { provider, providerAccountId, userId }, select: { userId: true } });
}
