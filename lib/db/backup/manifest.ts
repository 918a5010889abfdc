import { z } from 'zod';

/** Counts up when an archive can no longer be read by an older program. */
export const FORMAT_VERSION = 1;

/** The members of an archive besides its tables and files. */
export const MANIFEST = 'manifest.json';
export const SECRET = 'secret';
export const JOBS = 'jobs.jsonl';

/** Where a table's rows lie, in PostgreSQL's COPY text format. */
export const memberOfTable = (name: string) => `tables/${encodeURIComponent(name)}.copy`;

/** What the files of the data folder go under. */
export const FILES = 'files/';

const ABOUT =
  'A backup of Obelus. `npm run obelus -- restore <file>` brings it back. tables/ holds the rows of each table in the text format of PostgreSQL’s COPY, in the columns that stand here. It holds the secret and password hashes: keep it where you keep those.';

const name = z.string().min(1);

const column = z.object({ name, type: name });

/** A table, with the columns in the order in which its rows have them. */
const table = z.object({ name, columns: z.array(column).min(1) });
export type TableShape = z.output<typeof table>;

const sequence = z.object({
  name,
  /** As decimal digits. */
  value: z.string().regex(/^-?\d{1,19}$/),
  /** Whether that value was given out. */
  called: z.boolean(),
});
export type SequenceState = z.output<typeof sequence>;

const member = z.object({
  name,
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Member = z.output<typeof member>;

/** What the database was when its rows were read. */
const database = z.object({
  postgres: z.string(),
  migrations: z.array(name).min(1),
  tables: z.array(table.extend({ rows: z.int().min(0) })),
  sequences: z.array(sequence),
});
export type DatabaseContent = z.output<typeof database>;

export const manifest = database.extend({
  format: z.literal('obelus-backup'),
  version: z.int().min(1).max(FORMAT_VERSION),
  about: z.string(),
  createdAt: z.iso.datetime(),
  /** The version of the program that made it. */
  program: z.string(),
  /** All members but the manifest itself. */
  members: z.array(member),
});
export type Manifest = z.output<typeof manifest>;

/** The manifest of an archive that is written now. */
export function newManifest(content: DatabaseContent & { program: string; members: Member[] }): Manifest {
  return {
    format: 'obelus-backup',
    version: FORMAT_VERSION,
    about: ABOUT,
    createdAt: new Date().toISOString(),
    ...content,
  };
}
