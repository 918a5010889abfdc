import { db } from '#lib/db/client.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { transaction } from '#lib/db/transaction.ts';
import { Problem } from '#lib/errors/problem.ts';

/** A search that takes longer is ended, in milliseconds. */
const LONGEST = 1_500;

/**
 * Runs `work` in one transaction with settings of its own: a plan for these very words, letters that are alike enough,
 * no endless wait. Throws `too-slow` when a statement took too long.
 */
export async function bounded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await transaction(async () => {
      await db().$executeRaw`SELECT set_config('statement_timeout', ${String(LONGEST)}, true),
        set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true),
        set_config('pg_trgm.similarity_threshold', '0.3', true),
        set_config('pg_trgm.word_similarity_threshold', '0.7', true)`;
      return work();
    });
  } catch (error) {
    if (wasCutOff(error)) throw new Problem('too-slow', undefined, { cause: error });
    throw error;
  }
}

/** PostgreSQL's query_canceled, as Prisma hands it on. */
function wasCutOff(error: unknown): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    JSON.stringify(error.meta ?? {}).includes('57014')
  );
}
