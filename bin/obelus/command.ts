import { parseArgs } from 'node:util';
import type { z } from 'zod';

/** The command line is wrong: exit code 2. The message says how. */
export class UsageError extends Error {
  override name = 'UsageError';
}

interface Option {
  /** What stands for its value in the help. */
  takes: string;
  about: string;
  required?: boolean;
}

export interface Command {
  /** The words that call it. */
  name: string;
  about: string;
  /** What it takes besides options: its name in `input`, and how the help shows it. */
  operand?: { name: string; shown: string };
  options: Record<string, Option>;
  /** It opens the database itself, after it has looked at what it was given; else it finds it open and migrated. */
  opensDatabase?: boolean;
  /** Checks the command line, before a database is touched. Throws UsageError. */
  prepare(args: string[]): () => Promise<void>;
}

interface Definition<S extends z.ZodType> extends Omit<Command, 'prepare'> {
  input: S;
  /** Imported when it runs: what it needs may only then be generated. */
  load(): Promise<(input: z.output<S>) => Promise<void>>;
}

/** Defines a command: its options, their shape, and where the work is done. */
export function command<S extends z.ZodType>({ input, load, ...shown }: Definition<S>): Command {
  return {
    ...shown,
    prepare(args) {
      const given = readArgs(shown, args);
      const parsed = input.safeParse(given);
      if (!parsed.success) throw new UsageError(complaints(shown, parsed.error).join('\n'));
      return async () => (await load())(parsed.data);
    },
  };
}

type Shown = Omit<Command, 'prepare'>;

function readArgs(shown: Shown, args: string[]): Record<string, string | undefined> {
  const { values, positionals } = parse(shown, args);
  const { operand } = shown;
  for (const [name, option] of Object.entries(shown.options)) {
    if (option.required && values[name] === undefined) throw new UsageError(`--${name} is missing.`);
  }
  if (positionals.length > (operand ? 1 : 0))
    throw new UsageError(`“${positionals.at(-1)}” is one word too many.`);
  if (operand && positionals.length === 0) throw new UsageError(`${operand.shown} is missing.`);
  return { ...values, ...(operand ? { [operand.name]: positionals[0] } : {}) };
}

function parse({ options }: Shown, args: string[]) {
  const known = Object.fromEntries(Object.keys(options).map((name) => [name, { type: 'string' as const }]));
  try {
    return parseArgs({ args, options: known, allowPositionals: true, strict: true });
  } catch (error) {
    if (String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')) {
      throw new UsageError((error as Error).message.split('. ')[0] ?? '', { cause: error });
    }
    throw error;
  }
}

function complaints({ options }: Shown, error: z.ZodError): string[] {
  return error.issues.map(({ path: [name], message }) => {
    const field = String(name);
    return `${field in options ? `--${field}` : field}: ${message}`;
  });
}

/** The help of one command. */
export function helpOf({ name, about, operand, options }: Command): string {
  const lines = Object.entries(options).map(
    ([option, { takes, about: what, required }]): [string, string] => [
      `--${option} <${takes}>`,
      required ? `${what} (required)` : what,
    ],
  );
  const usage = ['npm run obelus --', name, operand?.shown, '[options]'].filter(Boolean).join(' ');
  return [about, '', `Usage: ${usage}`, '', 'Options:', ...columns([...lines, ['--help', 'show this']])].join(
    '\n',
  );
}

/** Two columns, the second one aligned. */
export function columns(rows: [string, string][]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length)) + 3;
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`);
}
