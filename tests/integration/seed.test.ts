import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { passwordFits } from '#lib/user/passwords.ts';
import { SHOWN } from '#lib/verdict/verdicts.ts';
import { type Seeded, seed } from '../../prisma/seed.ts';

let seeded: Seeded;

beforeAll(async () => {
  seeded = await seed();
});

/** What the claims of an article show, by the first words of their statements, in the order of the text. */
async function shownIn(slug: string) {
  const rows = await db().annotation.findMany({
    where: { article: { slug }, kind: 'claim' },
    select: { statement: true, shown: true, anchors: { select: { start: true } } },
  });
  rows.sort((a, b) => (a.anchors[0]?.start ?? 0) - (b.anchors[0]?.start ?? 0));
  return rows.map(({ statement, shown }) => `${statement?.split(' ').slice(0, 5).join(' ')}: ${shown}`);
}

test('an admin with a random password that is told once', async () => {
  expect(seeded.admin?.email).toBe('admin@obelus.example');
  const admin = await db().user.findUniqueOrThrow({ where: { email: seeded.admin?.email ?? '' } });
  expect(admin).toMatchObject({ role: 'admin' });
  expect(admin.emailConfirmedAt).not.toBeNull();
  expect(seeded.admin?.password).toMatch(/^[\w-]{16}$/);
  expect(await passwordFits(admin.passwordHash, seeded.admin?.password ?? '')).toBe(true);
});

describe('the demonstration', () => {
  test('every claim shows what it is meant to show', async () => {
    expect(seeded.articleSlug).toBe('five-lengths-everybody-knows-measured-again');
    expect(await shownIn(seeded.articleSlug ?? '')).toEqual([
      'In 1791 the French Academy: true',
      'The platinum metre of 1799: false',
      'Since 1983 the metre has: true',
      'The metre is the most: opinion',
      'Only three countries, the United: misleading',
      'The Eiffel Tower was the: mostly-true',
      'In the heat the Eiffel: disputed',
      'A new coat for the: open',
      'The Great Wall of China: false',
      'The Great Wall is 21,196: mixed',
      'The Amazon is longer than: unproven',
      'The marathon has its length: open',
    ]);
    expect(await shownIn('drei-satze-uber-kirchturme')).toEqual([
      'Der Kölner Dom war von: true',
      'Am Kölner Dom wurde 632: misleading',
      'Das Ulmer Münster hat den: false',
    ]);
    const kinds = await db().annotation.groupBy({ by: ['shown'], where: { kind: 'claim' } });
    expect(new Set(kinds.map(({ shown }) => shown))).toEqual(new Set(SHOWN));
  });

  test('what people say of passages beside true and false stands where enough of them do', async () => {
    const rows = await db().annotation.findMany({
      where: { NOT: { labels: { isEmpty: true } } },
      orderBy: { id: 'asc' },
      select: { labels: true },
    });
    expect(rows.map(({ labels }) => labels)).toEqual([['missing-context'], ['unsupported']]);
  });

  test('it is what the front page shows first', async () => {
    const newest = await db().article.findFirst({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] });
    expect(newest?.slug).toBe(seeded.articleSlug);
  });

  test('every annotation stands on the words that it names', async () => {
    const rows = await db().annotation.findMany({
      select: { exact: true, anchors: true, article: { select: { revisions: { select: { text: true } } } } },
    });
    expect(rows).toHaveLength(18);
    for (const { exact, anchors, article } of rows) {
      const [anchor] = anchors;
      expect(article.revisions[0]?.text.slice(anchor?.start ?? 0, anchor?.end ?? 0)).toBe(exact);
    }
  });

  test('nobody can sign in as its people, and their profiles say what they are', async () => {
    const people = await db().user.findMany({ where: { email: { endsWith: '@demonstration.example' } } });
    expect(people).toHaveLength(5);
    for (const one of people) {
      expect(one).toMatchObject({ passwordHash: null, emailConfirmedAt: null, role: 'reader' });
      expect(one.about).toMatch(/^A demonstration account/);
    }
  });

  test('threads are in the order in which they were written', async () => {
    const disputed = await db().annotation.findFirstOrThrow({
      where: { shown: 'disputed' },
      select: {
        comments: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], select: { id: true, parentId: true } },
      },
    });
    const [first, second, third] = disputed.comments;
    expect([second?.parentId, third?.parentId]).toEqual([first?.id, second?.id]);
  });

  test('what happened was written down', async () => {
    const kinds = await db().event.groupBy({ by: ['kind'], _count: true });
    const counts = Object.fromEntries(kinds.map(({ kind, _count }) => [kind, _count]));
    expect(counts).toMatchObject({ 'user.joined': 6, 'article.added': 2, 'annotation.made': 18 });
    expect(counts['source.added']).toBe(await db().source.count());
    expect(counts['assessment.given']).toBe(await db().assessment.count());
    expect(counts['comment.posted']).toBe(await db().comment.count());
  });
});

test('where there are people, nothing is put in', async () => {
  const before = await db().event.count();
  expect(await seed()).toEqual({ admin: null, articleSlug: null });
  expect(await db().event.count()).toBe(before);
});
