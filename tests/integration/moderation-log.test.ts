import { beforeAll, expect, test } from 'vitest';
import { listLogOperation } from '#lib/http/contract/moderation.ts';
import { listLog } from '#lib/moderation/log/queries.ts';
import type { LogEntry } from '#lib/moderation/schema.ts';
import { article, claim } from '#tests/factories/articles.ts';
import { comment, reported } from '#tests/factories/comments.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';
import { countQueries } from '#tests/setup/count-queries.ts';
import { about, decided, log, takeBack, walk } from '#tests/setup/moderating.ts';

let ann: TestPerson;
let ben: TestPerson;
beforeAll(async () => {
  ann = await person({ role: 'moderator', name: 'Ann Petrov' });
  ben = await person({ role: 'admin', name: 'Ben Adler' });
});

const newest = async () => (await log({ limit: '1' })).items[0] as LogEntry;

test('says who did what, why, to whose, where and when', async () => {
  const on = await article({ title: 'The winter of the ships' });
  const author = await person({ name: 'Road Rage' });
  const { id } = await comment({ on: { article: on.id }, by: author });
  await reported(about(id));
  await decided(ann, 'hide', about(id));
  expect(await newest()).toEqual({
    id: expect.any(String),
    action: 'hide',
    reason: 'It breaks the rules.',
    moderator: { handle: ann.handle, name: 'Ann Petrov' },
    target: 'comment',
    kind: null,
    person: { handle: author.handle, name: 'Road Rage' },
    guest: null,
    article: { slug: on.slug, title: 'The winter of the ships', lang: 'en' },
    href: null,
    reports: 1,
    undone: false,
    undoneBy: null,
    undoes: null,
    createdAt: expect.any(String),
  });
});

test('leads to where the thing can be seen now, and nowhere else', async () => {
  const mark = await claim();
  const said = await comment({ on: { annotation: mark.id } });
  const hrefs = async () => (await log({ limit: '2' })).items.map(({ href }) => href);
  await decided(ann, 'hide', about(said.id));
  await decided(ann, 'hide', about(mark.id, 'annotation'));
  expect(await hrefs()).toEqual([null, null]);
  await decided(ann, 'restore', about(said.id));
  // Its thread is still away.
  expect((await newest()).href).toBeNull();
  await decided(ann, 'restore', about(mark.id, 'annotation'));
  expect(await hrefs()).toEqual([`/claims/${mark.id}`, `/comments/${said.id}`]);
  const somebody = await person();
  await decided(ann, 'ban', about(somebody.id, 'user'));
  expect(await newest()).toMatchObject({
    target: 'user',
    href: `/people/${somebody.handle}`,
    person: { handle: somebody.handle },
    article: null,
  });
});

test('names guests by the name they gave, and never their address', async () => {
  const said = await comment({ by: null, state: 'pending' });
  await decided(ann, 'reject', about(said.id));
  const entry = await newest();
  expect([entry.person, entry.guest]).toEqual([null, said.guest]);
  expect(JSON.stringify(entry)).not.toContain('@example.org');
});

test('has none of the words, whatever was done to them, and nothing of who reported them', async () => {
  const words = 'Xylophonquatsch';
  const reporter = await person({ name: 'Quiet Reporter' });
  const on = await article();
  const mark = await claim({ on });
  const said = await comment({ on: { article: on.id }, text: `${words} as a comment.` });
  const waiting = await comment({ on: { article: on.id }, text: `${words} that waits.`, state: 'pending' });
  await reported(about(said.id), reporter, `${words}?`);
  await decided(ann, 'hide', about(said.id));
  await decided(ann, 'remove', about(said.id));
  await decided(ann, 'reject', about(waiting.id));
  const { id } = await decided(ann, 'restore', about(waiting.id));
  await takeBack(ann, id);
  await decided(ann, 'remove', about(mark.id, 'annotation'));
  const whole = JSON.stringify(await walk((query) => log(query), 100));
  expect(whole).not.toContain(words);
  expect(whole).not.toContain(mark.statement);
  expect(whole).not.toContain(mark.target.exact);
  expect(whole).not.toContain('Quiet Reporter');
  expect(whole).not.toContain(reporter.handle);
});

test('is read by everybody, newest first, page by page', async () => {
  for (let n = 0; n < 12; n += 1) {
    const { id } = await comment();
    await decided(n % 2 ? ann : ben, n % 3 ? 'hide' : 'remove', about(id));
  }
  const all = await walk((query) => log(query), 5);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(all.map(({ createdAt }) => createdAt)).toEqual(
    all
      .map(({ createdAt }) => createdAt)
      .sort()
      .reverse(),
  );
  expect(all.length).toBe((await log({ limit: '100' })).items.length);
  for (const as of [null, ann]) expect((await call(listLogOperation, { as })).status).toBe(200);
});

test('is narrowed by action and by moderator', async () => {
  const removed = (await log({ action: 'remove', limit: '100' })).items;
  expect(new Set(removed.map(({ action }) => action))).toEqual(new Set(['remove']));
  const bens = await walk((query) => log({ ...query, moderator: ben.handle.toUpperCase() }), 3);
  expect(new Set(bens.map(({ moderator }) => moderator.handle))).toEqual(new Set([ben.handle]));
  const both = (await log({ action: 'remove', moderator: ben.handle })).items;
  expect(both.length).toBe(bens.filter(({ action }) => action === 'remove').length);
  expect((await log({ moderator: 'nobody-here' })).items).toEqual([]);
  expect((await call(listLogOperation, { query: { action: 'tickle' } })).status).toBe(422);
});

test('is one query, however long the page', async () => {
  const asked = (limit: number) => countQueries(() => listLog({ limit }));
  expect([await asked(1), await asked(100)]).toEqual([1, 1]);
});
