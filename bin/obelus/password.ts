import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { password as passwordShape } from '#lib/user/schema.ts';
import { UsageError } from './command.ts';

/** The password that was given, or typed when somebody sits there, or else a random one. */
export async function newPassword(given: string | undefined): Promise<{ password: string; made: boolean }> {
  const password = given ?? (process.stdin.isTTY ? await ask() : '');
  if (password) return { password, made: false };
  return { password: randomBytes(12).toString('base64url'), made: true };
}

async function ask(): Promise<string> {
  process.stderr.write('Password (Enter alone makes a random one): ');
  // What is typed goes nowhere.
  const nowhere = new Writable({ write: (_, __, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    const typed = await terminal.question('');
    if (typed && !passwordShape.safeParse(typed).success)
      throw new UsageError('The password is too short or too long.');
    return typed;
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
