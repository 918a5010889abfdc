import { describe, expect, test } from 'vitest';
import { helpOf, UsageError } from '../../bin/obelus/command.ts';
import { COMMANDS } from '../../bin/obelus/commands.ts';

function command(name: string) {
  const found = COMMANDS.find((one) => one.name === name);
  if (!found) throw new Error(`no command ${name}`);
  return found;
}

test('the commands', () => {
  expect(COMMANDS.map(({ name }) => name)).toEqual([
    'user create',
    'user role',
    'user password',
    'token create',
    'article import',
    'demo',
    'ratings recompute',
    'backup',
    'restore',
  ]);
});

test.each(COMMANDS.map((one) => [one.name, one] as const))(
  'the help of %s names all that it takes',
  (name, one) => {
    const help = helpOf(one);
    expect(help).toContain(`Usage: npm run obelus -- ${name}`);
    for (const option of Object.keys(one.options)) expect(help).toContain(`--${option} <`);
  },
);

describe('a wrong command line', () => {
  test.each([
    ['user create', [], /--email is missing/],
    ['user create', ['--email', 'nobody'], /--email: is not a mail address/],
    ['user create', ['--email', 'a@example.org', '--role', 'king'], /--role: is one of reader, checker/],
    ['user create', ['--email', 'a@example.org', '--password', 'short'], /--password: .*10/],
    ['user create', ['--email', 'a@example.org', '--handle', 'No Handle!'], /--handle: /],
    ['user create', ['a@example.org', '--email', 'a@example.org'], /“a@example.org” is one word too many/],
    ['user role', ['--email', 'a@example.org'], /--role is missing/],
    ['token create', ['--usr', 'a@example.org'], /Unknown option '--usr'/],
    ['token create', ['--user'], /--user/],
    ['article import', [], /<file or URL> is missing/],
    ['article import', ['a.txt', '--published', 'yesterday'], /--published: /],
    ['demo', ['--articles', '-1'], /--articles/],
    ['demo', ['--articles', 'many'], /--articles: is a number from 0/],
    ['demo', ['--people', '999999'], /--people: is a number from 0/],
  ])('%s %j', (name, args, message) => {
    expect(() => command(name).prepare(args)).toThrow(UsageError);
    expect(() => command(name).prepare(args)).toThrow(message);
  });
});

test('a right one is checked without a database', () => {
  command('user create').prepare(['--email', 'a@example.org', '--role', 'checker', '--name', 'Ann Äuß']);
  command('article import').prepare(['a.txt', '--published', '2025-12-15', '--title', 'A']);
  command('demo').prepare(['--articles', '3', '--seed', '7']);
});
