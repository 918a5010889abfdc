// The obelus command line. Exit codes: 0 done, 1 failed, 2 the command line is wrong.
import { BackupError } from '#lib/db/backup/backup-error.ts';
import { EmbeddedDatabaseError } from '#lib/db/embedded-home.ts';
import { PrismaError } from '#lib/db/migrate.ts';
import { ConfigurationError } from '#lib/env/env.ts';
import { Problem } from '#lib/errors/problem.ts';
import { type Command, columns, helpOf, UsageError } from './command.ts';
import { COMMANDS } from './commands.ts';
import { withDatabase } from './database.ts';

const [, , ...args] = process.argv;

async function main(): Promise<void> {
  const found = COMMANDS.find(({ name }) => name.split(' ').every((word, place) => args[place] === word));
  if (!found) return overview();
  const rest = args.slice(found.name.split(' ').length);
  if (wantsHelp(rest)) return print(helpOf(found));
  const work = prepared(found, rest);
  if (found.opensDatabase) await work();
  else await withDatabase(`npm run obelus -- ${found.name}`, work);
}

function prepared(found: Command, rest: string[]) {
  try {
    return found.prepare(rest);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(`${error.message}\nnpm run obelus -- ${found.name} --help tells more.`, {
      cause: error,
    });
  }
}

const wantsHelp = (words: string[]) => words.includes('--help') || words.includes('-h');

/** All commands, or those of one noun; asked for, or because no command was named. */
function overview() {
  const asked = args[0] === 'help' || wantsHelp(args);
  const words = args.filter((word) => word !== 'help' && !word.startsWith('-'));
  const exact = COMMANDS.find(({ name }) => name === words.join(' '));
  if (asked && exact) return print(helpOf(exact));
  const some = COMMANDS.filter(({ name }) => name.split(' ')[0] === words[0]);
  const text = listOf(some.length > 0 ? some : COMMANDS);
  if (words.length > 0 && some.length === 0)
    throw new UsageError(`There is no command “${words.join(' ')}”.\n\n${text}`);
  if (!asked) throw new UsageError(text);
  print(text);
}

function listOf(commands: readonly Command[]): string {
  return [
    'Usage: npm run obelus -- <command> [options]',
    '',
    'Commands:',
    ...columns(
      commands.map(({ name, operand, about }) => [[name, operand?.shown].filter(Boolean).join(' '), about]),
    ),
    '',
    'Each tells more with --help. They work while the server runs and while it does not.',
  ].join('\n');
}

function print(text: string) {
  process.stdout.write(`${text}\n`);
}

/** What somebody at a terminal needs to know about a failure. */
function explain(error: unknown): string {
  const explained = [
    UsageError,
    Problem,
    ConfigurationError,
    EmbeddedDatabaseError,
    PrismaError,
    BackupError,
  ];
  if (explained.some((kind) => error instanceof kind)) return (error as Error).message;
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') return 'The database at DATABASE_URL does not answer.';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

let exitCode = 0;
try {
  await main();
} catch (error) {
  exitCode = error instanceof UsageError ? 2 : 1;
  process.stderr.write(`${explain(error)}\n`);
}
// What was written to a pipe must have left before the end.
process.stdout.write('', () => process.stderr.write('', () => process.exit(exitCode)));
