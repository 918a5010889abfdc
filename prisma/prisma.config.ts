import path from 'node:path';
import { defineConfig } from 'prisma/config';

// Prisma's stock engine is a download; whoever has it can name it in PRISMA_SCHEMA_ENGINE_BINARY.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.join(
  import.meta.dirname,
  '..',
  'lib',
  'db',
  'schema-engine.mjs',
);

export default defineConfig({
  schema: path.join(import.meta.dirname, 'schema.prisma'),
  // A restore goes no further than what it restores: see lib/db/migrate.ts.
  migrations: { path: process.env.OBELUS_MIGRATIONS ?? path.join(import.meta.dirname, 'migrations') },
  // Generating the client needs no database.
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
