import { randomBytes } from 'node:crypto';
import { db } from '#lib/db/client.ts';
import { transaction } from '#lib/db/transaction.ts';
import { env } from '#lib/env/env.ts';
import { createUser } from '#lib/user/mutations.ts';
import { STORIES } from './demonstration/stories.ts';
import { gatherCast, tell } from './demonstration/tell.ts';

/** A weak machine under load takes minutes for what takes others seconds. Nobody else waits for it. */
const SEED_TIMEOUT = 15 * 60_000;

const DEFAULT_ADMIN = 'admin@obelus.example';

export interface Seeded {
  /** Null when there were people already. The password is null when the configuration gave it. */
  admin: { email: string; password: string | null } | null;
  /** The article that a new place opens with, or null when there were people already. */
  articleSlug: string | null;
}

/** The first content: an admin and a demonstration. All of it or nothing, and nothing where there are people already. */
export async function seed(): Promise<Seeded> {
  return transaction(firstContent, { timeout: SEED_TIMEOUT });
}

async function firstContent(): Promise<Seeded> {
  // Of two first starts on one database the second waits here, and then finds people.
  await db().$executeRaw`SELECT pg_advisory_xact_lock(hashtext('seed'))`;
  if ((await db().user.count()) > 0) return { admin: null, articleSlug: null };
  const admin = await seedAdmin();
  const cast = await gatherCast();
  // The list shows what came last first.
  const slugs: string[] = [];
  for (const story of STORIES.toReversed()) slugs.push(await tell(story, cast));
  return { admin, articleSlug: slugs.at(-1) ?? null };
}

async function seedAdmin() {
  const { adminEmail, adminPassword } = env();
  const email = adminEmail ?? DEFAULT_ADMIN;
  const password = adminPassword ? null : randomBytes(12).toString('base64url');
  await createUser({
    email,
    name: 'Admin',
    password: adminPassword ?? password,
    role: 'admin',
    confirmed: true,
  });
  return { email, password };
}
