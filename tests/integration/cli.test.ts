import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { db } from '#lib/db/client.ts';
import { useEmbedded } from '#lib/db/embedded.ts';
import { Problem } from '#lib/errors/problem.ts';
import { passwordFits } from '#lib/user/passwords.ts';
import { getTokenActor } from '#lib/user/queries.ts';
import { startSession } from '#lib/user/session/mutations.ts';
import { formatRatings } from '#lib/verdict/ratings.ts';
import { shownVerdict } from '#lib/verdict/shown.ts';
import type { Verdict } from '#lib/verdict/verdicts.ts';
import { withTarget, worldOf } from '#tests/factories/raters.ts';
import { clearAwayFolder, folder, INSTALLING, start } from '#tests/setup/command-line.ts';
import { UsageError } from '../../bin/obelus/command.ts';
import { COMMANDS } from '../../bin/obelus/commands.ts';
import { fillWithDemo } from '../../prisma/demo/fill.ts';

// Processes start slowly where much else runs.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

clearAwayFolder();

const obelus = (...args: string[]) => start(args).end;

/** The same without a process of its own, for what needs none: the lines it printed, or what it threw. */
async function inside(name: string, ...args: string[]): Promise<string[]> {
  const found = COMMANDS.find((one) => one.name === name);
  if (!found) throw new Error(`no command ${name}`);
  const lines: string[] = [];
  const { log } = console;
  console.log = (line: string) => lines.push(line);
  try {
    await found.prepare(args)();
  } finally {
    console.log = log;
  }
  return lines;
}

/** Nothing can be reached here: who gets an answer has not asked a database. */
const unconnected = (...args: string[]) =>
  start(args, { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' }).end;

test('help goes to standard output', async () => {
  const { code, out, err } = await unconnected('user', 'create', '--help');
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('Usage: npm run obelus -- user create');
});

test('a wrong command line ends with 2, and says what there is', async () => {
  for (const [args, message] of [
    [[], /^Usage: npm run obelus -- <command>/],
    [['fly'], /There is no command “fly”.*article import/s],
    [['token', 'create'], /--user is missing/],
  ] as const) {
    const { code, out, err } = await unconnected(...args);
    expect(err).toMatch(message);
    expect([code, out]).toEqual([2, '']);
  }
});

describe('accounts', () => {
  test('are made, with a random password that is told once when none is given', async () => {
    const made = await obelus(
      'user',
      'create',
      '--email',
      'Ann@Example.org',
      '--name',
      'Ann Äuß',
      '--role',
      'admin',
    );
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out).toMatch(/^Created ann@example.org \(@ann-auss, admin\)\.\n/);
    const password = /Password, shown this once: (\S+)/.exec(made.out)?.[1] ?? '';
    const ann = await db().user.findUniqueOrThrow({ where: { email: 'ann@example.org' } });
    expect(ann).toMatchObject({ name: 'Ann Äuß', role: 'admin' });
    expect(ann.emailConfirmedAt).not.toBeNull();
    expect(await passwordFits(ann.passwordHash, password)).toBe(true);

    const again = inside('user create', '--email', 'ann@example.org');
    await expect(again).rejects.toThrow('There is an account with this address');
  });

  test('get other roles; the last admin stays', async () => {
    const role = (email: string, to: string) => inside('user role', '--email', email, '--role', to);
    await expect(role('ann@example.org', 'reader')).rejects.toThrow(/only admin/);
    const given = ['--password', 'a long enough one', '--handle', 'bob'];
    expect(await inside('user create', '--email', 'bob@example.org', ...given)).toEqual([
      'Created bob@example.org (@bob, reader).',
    ]);
    expect(await role('bob@example.org', 'admin')).toEqual(['bob@example.org is admin now.']);
    await role('ann@example.org', 'checker');
    const roles = await db().user.findMany({ orderBy: { email: 'asc' }, select: { role: true } });
    expect(roles).toEqual([{ role: 'checker' }, { role: 'admin' }]);
    expect(await db().event.count({ where: { kind: 'user.role-given' } })).toBe(2);
  });

  test('get another password, and their sessions end', async () => {
    const bob = await db().user.findUniqueOrThrow({ where: { email: 'bob@example.org' } });
    await startSession(bob.id);
    await inside('user password', '--email', 'bob@example.org', '--password', 'quite another one');
    const after = await db().user.findUniqueOrThrow({ where: { id: bob.id } });
    expect(await passwordFits(after.passwordHash, 'quite another one')).toBe(true);
    expect(await db().session.count({ where: { userId: bob.id } })).toBe(0);
  });

  test('get tokens: alone on standard output', async () => {
    const { code, out, err } = await obelus('token', 'create', '--user', 'bob@example.org');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^\S{30,}\n$/);
    expect(await getTokenActor(out.trim())).toMatchObject({ handle: 'bob' });
    await expect(inside('token create', '--user', 'nobody@example.org')).rejects.toThrow(
      'There is no account with the address nobody@example.org.',
    );
  });
});

const TEXT = `The winter in Lindow

By Ada Costa

The harbour of Lindow froze over for eleven weeks in the winter of 1709. Forty ships lay in the ice, and the council counted them every morning.

Bread cost three times as much as in the year before. The council bought rye in Danzig, and had it brought over land.`;

describe('articles', () => {
  test('from a file, named from where the person stands, in the name of the first admin', async () => {
    writeFileSync(path.join(folder, 'winter.txt'), TEXT);
    const { code, out, err } = await obelus(
      'article',
      'import',
      'winter.txt',
      '--title',
      'The winter of 1709',
    );
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe('the-winter-of-1709 http://localhost:3000/articles/the-winter-of-1709\n');
    const article = await db().article.findUniqueOrThrow({
      where: { slug: 'the-winter-of-1709' },
      include: { addedBy: true, revisions: true },
    });
    expect(article.addedBy.handle).toBe('bob');
    expect(article.revisions[0]?.text).toContain('Forty ships lay in the ice');
  });

  test('from an address, once', async () => {
    const paragraphs = TEXT.split('\n\n').map((text) => `<p>${text}</p>`);
    const page = `<!doctype html><html lang="en"><title>Ice in the harbour</title><article><h1>Ice in the harbour</h1>${paragraphs.join('')}</article>`;
    const server = createServer((_, answer) =>
      answer.writeHead(200, { 'content-type': 'text/html' }).end(page),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
      const load = () =>
        start(['article', 'import', `http://${host}/ice`, '--user', 'ann@example.org'], {
          OBELUS_FETCH_ALLOW: host,
        }).end;
      const first = await load();
      expect(first).toMatchObject({ code: 0, err: '' });
      expect(first.out).toMatch(/^ice-in-the-harbour http/);
      const second = await load();
      expect(second).toMatchObject({ code: 0, out: first.out });
      expect(second.err).toMatch(/known already/);
      await expect(inside('article import', `http://${host}/ice-2`)).rejects.toThrow(/only 80 and 443/);
    } finally {
      server.close();
    }
  });

  test('what cannot be read is said', async () => {
    writeFileSync(path.join(folder, 'picture.txt'), Buffer.from([0, 1, 2, 3, 0, 5]));
    for (const [args, message, kind] of [
      [['missing.txt'], /There is no file .*missing\.txt/, Problem],
      [['.'], /There is no file/, Problem],
      [['picture.txt'], /not text/, Problem],
      [['winter.txt', '--user', 'nobody@example.org'], /no account/, Problem],
      [['winter.txt', '--lang', 'not a tag'], /lang: is not a language tag/, UsageError],
    ] as const) {
      const failure = inside(
        'article import',
        ...args.map((arg) => arg.replace(/^(?=\w+\.txt$|\.$)/, `${folder}/`)),
      );
      await expect(failure).rejects.toThrow(message);
      await expect(failure).rejects.toBeInstanceOf(kind);
    }
  });
});

describe('made-up content', () => {
  let slug: string;

  beforeAll(async () => {
    const size = ['--annotations', '60', '--comments', '150', '--people', '12', '--seed', '4'];
    const { code, out } = await obelus('demo', ...size);
    expect(code).toBe(0);
    slug = out.trim();
  });

  test('has the size that was asked for', async () => {
    const where = { article: { slug } };
    expect(await db().annotation.count({ where })).toBe(60);
    expect(await db().comment.count({ where: { annotation: where } })).toBe(150);
    expect(await db().user.count({ where: { email: { endsWith: '@people.example' } } })).toBe(12);
    expect(await db().event.count({ where: { kind: 'comment.posted' } })).toBe(350);
  });

  test('is what the mutations would have stored', async () => {
    const rows = await db().annotation.findMany({
      where: { article: { slug } },
      include: {
        anchors: true,
        assessments: { include: { sources: true } },
        article: { include: { revisions: true } },
      },
    });
    for (const row of rows) {
      const text = row.article.revisions[0]?.text ?? '';
      const [anchor] = row.anchors;
      const [start, end] = [anchor?.start ?? 0, anchor?.end ?? 0];
      expect(text.slice(start, end)).toBe(row.exact);
      expect(text.slice(0, start).endsWith(row.prefix)).toBe(true);
      expect(text.slice(end).startsWith(row.suffix)).toBe(true);
      const sourced: Partial<Record<Verdict, number>> = {};
      for (const { verdict, sources } of row.assessments) {
        if (sources.length > 0) sourced[verdict as Verdict] = (sourced[verdict as Verdict] ?? 0) + 1;
      }
      expect(row.shown).toBe(row.kind === 'claim' ? shownVerdict(null, sourced) : null);
    }
  });

  test('is the same for the same seed', async () => {
    const again = await fillWithDemo({
      articles: 1,
      annotations: 60,
      comments: 150,
      discussion: 200,
      people: 12,
      seed: 4,
    });
    const content = async (of: string) => ({
      text: await db().revision.findFirst({ where: { article: { slug: of } }, select: { text: true } }),
      annotations: await db().annotation.findMany({
        where: { article: { slug: of } },
        orderBy: { createdAt: 'asc' },
        select: { kind: true, exact: true, shown: true, author: { select: { handle: true } } },
      }),
    });
    expect(again).toEqual([`${slug}-2`]);
    expect(await content(`${slug}-2`)).toEqual(await content(slug));
    expect(await db().user.count({ where: { email: { endsWith: '@people.example' } } })).toBe(12);
  });
});

describe('the database', () => {
  test('the embedded one, whether somebody else keeps it running or not', async () => {
    const data = path.join(folder, 'data');
    const environment = { DATABASE_URL: undefined, OBELUS_DATA: data };
    const create = ['user', 'create', '--email', 'first@example.org', '--password', 'a long enough one'];
    const server = await useEmbedded(data, 'a server');
    const made = await start(create, environment).end;
    expect(made).toEqual({ code: 0, out: 'Created first@example.org (@first, reader).\n', err: '' });
    await server.stop();
    const again = await start(create, environment, INSTALLING).end;
    expect(again).toEqual({ code: 1, out: '', err: 'There is an account with this address\n' });
    expect(existsSync(path.join(data, 'lock'))).toBe(false);
  });

  test('one that does not answer, and a wrong configuration, are said in a line', async () => {
    const silent = await unconnected('token', 'create', '--user', 'a@example.org');
    expect(silent).toEqual({ code: 1, out: '', err: 'The database at DATABASE_URL does not answer.\n' });
    const wrong = await start(['token', 'create', '--user', 'a@example.org'], { PORT: 'many' }).end;
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.err).toMatch(/^The configuration is wrong:\n {2}PORT/);
  });
});

test('what comes of ratings is computed from their lines alone, without any database', async () => {
  const file = path.join(folder, 'ratings.tsv');
  const world = worldOf({ raters: 60, assessments: 100, ratings: 1_500 });
  writeFileSync(file, formatRatings(withTarget(world, 'A5h B5h')));
  const one = await unconnected('ratings', 'recompute', file, '--assessment', 'target');
  expect([one.code, JSON.parse(one.out)]).toEqual([
    0,
    expect.objectContaining({ status: 'helpful', counts: { helpful: 10, somewhat: 0, 'not-helpful': 0 } }),
  ]);
  writeFileSync(file, 'rater\tassessment\thelpfulness\na\tb\tgreat\n');
  const wrong = await unconnected('ratings', 'recompute', file);
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('line 2: “great” is none of')]);
});
