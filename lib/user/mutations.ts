import { db } from '#lib/db/client.ts';
import { isUniqueViolation } from '#lib/db/failures.ts';
import { transaction } from '#lib/db/transaction.ts';
import { Problem } from '#lib/errors/problem.ts';
import { emit } from '#lib/events/mutations.ts';
import { freeHandle } from './handles.ts';
import { hashPassword } from './passwords.ts';
import type { Role } from './schema.ts';

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
