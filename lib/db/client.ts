import { env } from '#lib/env/env.ts';
import { ambient } from './ambient.ts';
import { Prisma, PrismaClient } from './generated/client.ts';
import { InTurn } from './in-turn.ts';

/** A transaction or the plain client: what a query may run on. */
export type Db = Prisma.TransactionClient;

const POOL_SIZE = 10;
const PREPARED_STATEMENTS = 500;

/** One name a statement text makes Postgres keep its plan: a third less time on small reads. */
function statementNames() {
  const names = new Map<string, string>();
  return ({ sql }: { sql: string }): string => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= PREPARED_STATEMENTS) return '';
    const name = `p${names.size}`;
    names.set(sql, name);
    return name;
  };
}

function connect() {
  const adapter = new InTurn(
    { connectionString: env().databaseUrl, max: POOL_SIZE, application_name: 'obelus' },
    { statementNameGenerator: statementNames() },
  );
  return new PrismaClient({ adapter });
}

// Pages and routes are bundled apart, each with a copy of this module and of the client's class: one client serves them
// all, and another one only takes its place after `prisma generate` has changed the columns under `next dev`.
const kept = globalThis as unknown as { obelusPrisma?: PrismaClient; obelusPrismaColumns?: string };
const columns = JSON.stringify(Object.entries(Prisma).filter(([name]) => name.endsWith('ScalarFieldEnum')));

/** The connection pool of this process, opened on first use. */
export function prisma(): PrismaClient {
  if (!kept.obelusPrisma || kept.obelusPrismaColumns !== columns) {
    void kept.obelusPrisma?.$disconnect();
    kept.obelusPrisma = connect();
    kept.obelusPrismaColumns = columns;
  }
  return kept.obelusPrisma;
}

/** The way to the database: the transaction we are inside, else the pool. */
export function db(): Db {
  return ambient.getStore()?.tx ?? prisma();
}

const trailing = globalThis as unknown as { obelusTrailing?: Set<Promise<void>> };
trailing.obelusTrailing ??= new Set();
const trails = trailing.obelusTrailing;

/** Work that nobody waits for, but that the end of the program should not cut off. It handles its own errors. */
export function trail(work: Promise<void>): void {
  trails.add(work);
  void work.finally(() => trails.delete(work));
}

/** Ends the pool, for programs that should end too. */
export async function disconnect() {
  await Promise.all(trails);
  await kept.obelusPrisma?.$disconnect();
  kept.obelusPrisma = undefined;
}
