import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { projectRoot } from '#lib/env/project-root.ts';
import { continueLoad } from '#lib/flows/lay-thread.ts';
import { importArticleOperation, previewArticleOperation } from '#lib/http/contract/articles.ts';
import {
  bringExhibitOperation,
  getExhibitOperation,
  listExhibitOperation,
} from '#lib/http/contract/exhibits.ts';
import { article } from '#tests/factories/articles.ts';
import { workOff } from '#tests/factories/mails.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { wxrOf } from '#tests/factories/threads.ts';
import { type Answer, call } from '#tests/setup/api.ts';

const fixture = (name: string) => readFileSync(path.join(projectRoot, 'tests/fixtures/thread', name), 'utf8');
const FERRY = 'https://lantern.example/ferry';
const TEXT =
  'The council met on Monday. The repair costs 48,000 crowns. Nobody voted against it.\n\nThe ferry stays in the harbour of Lindow until then.';

let count = 0;
/** An article of its own, with an address of its own. */
async function ferry(by: TestPerson) {
  count += 1;
  const url = `${FERRY}-${count}`;
  return article({ by, url, text: TEXT, title: `The ferry of Lindow stays, part ${count}` });
}

const bring = (as: TestPerson | null, id: string, body: object): Promise<Answer> =>
  call(bringExhibitOperation, { as, params: { id }, body });
const commentsOf = async (id: string, query: Record<string, string> = {}) =>
  (await call(listExhibitOperation, { params: { id }, query })).body;
const rows = (exhibitId: string) =>
  db().exhibitComment.findMany({ where: { exhibitId }, orderBy: { key: 'asc' } });
const imported = (articleId: string) => db().event.count({ where: { articleId, kind: 'exhibit.imported' } });

test('an export is laid beside the article at its address; twice changes nothing', async () => {
  const by = await person();
  const { id, url } = await ferry(by);
  const xml = fixture('export.wxr.xml').replace('https://lantern.example/ferry/', `${url}/?utm_source=feed`);
  const first = await bring(by, id, { export: xml });
  expect([first.status, first.body.added, first.body.present, first.body.declared]).toEqual([201, 3, 3, 3]);
  expect(first.body.asOf).toBe('2026-03-17T12:00:00.000Z');
  const before = await rows(first.body.id);
  const again = await bring(by, id, { export: xml });
  expect([again.status, again.body.added, again.body.changed]).toEqual([200, 0, 0]);
  expect(await rows(first.body.id)).toEqual(before);
  expect(await imported(id)).toBe(1);

  const { items, nextCursor } = await commentsOf(id);
  expect(nextCursor).toBeNull();
  expect(items.map(({ key, depth, author }: Record<string, unknown>) => [key, depth, author])).toEqual([
    ['wp:42', 0, 'Tide'],
    ['wp:41', 0, 'Ada Quist'],
    ['wp:43', 1, 'Ole & Brik'],
  ]);
  const at = TEXT.indexOf('The repair costs');
  expect(items[0].passage).toMatchObject({
    exact: 'The repair costs 48,000 crowns.',
    revision: 1,
    start: at,
    end: at + 31,
  });
  expect(items[2]).toMatchObject({
    parentId: items[1].id,
    writtenAt: '2026-03-04',
    votes: null,
    passage: null,
  });
  expect(items[1].votes).toEqual({ up: 1, down: 4, score: -3 });
});

test('the same comments from another source become better, not more', async () => {
  const by = await person();
  const { id, url } = await ferry(by);
  const pasted = await bring(by, id, { text: fixture('pasted.txt').replace(' I looked it up.', '') });
  expect([pasted.status, pasted.body.present, pasted.body.declared]).toEqual([201, 2, 3]);
  const xml = fixture('export.wxr.xml').replace('https://lantern.example/ferry/', String(url));
  const exported = await bring(by, id, { export: xml });
  expect([exported.body.added, exported.body.changed, exported.body.present]).toEqual([2, 1, 4]);
  const tide = (await rows(exported.body.id)).find(({ author }) => author === 'Tide');
  expect([tide?.key, tide?.timeWords, tide?.writtenAt?.toISOString(), tide?.up, tide?.exact]).toEqual([
    'wp:42',
    null,
    '2026-02-27T10:00:00.000Z',
    2,
    'The repair costs 48,000 crowns.',
  ]);
  const html = await bring(by, id, { html: fixture('wpdiscuz.html') });
  expect([html.body.added, html.body.present, html.body.declared]).toEqual([0, 4, 6]);
  for (const body of [{ export: xml }, { text: fixture('pasted.txt').replace(' I looked it up.', '') }])
    expect((await bring(by, id, body)).body).toMatchObject({ added: 0 });
});

test('an article comes with the thread of its page, its text, or as the preview told it', async () => {
  const by = await person();
  for (const [body, comments] of [
    [{ html: fixture('wpdiscuz.html'), url: 'https://lantern.example/page' }, 3],
    [{ text: fixture('pasted.txt'), url: 'https://lantern.example/text' }, 2],
    [{ text: fixture('pasted.txt'), thread: null, url: 'https://lantern.example/without' }, null],
  ] as const) {
    const made = await call(importArticleOperation, { as: by, body });
    expect(made.status).toBe(201);
    const exhibit = await call(getExhibitOperation, { params: { id: made.body.slug } });
    expect(exhibit.status === 404 ? null : exhibit.body.present).toBe(comments);
  }
  const body = { html: fixture('wpdiscuz.html'), url: 'https://lantern.example/preview' };
  const preview = await call(previewArticleOperation, { as: by, body });
  expect(preview.body.thread.comments).toHaveLength(3);
  const { document, title, thread } = preview.body;
  const made = await call(importArticleOperation, { as: by, body: { document, title, thread } });
  expect((await commentsOf(made.body.id)).items).toHaveLength(3);
});

test('what cannot be read says why, and offers the posts of an export in which none fits', async () => {
  const by = await person();
  const { id } = await ferry(by);
  const xml = fixture('export.wxr.xml');
  const none = await bring(by, id, { export: xml });
  expect([none.status, none.body.code]).toEqual([422, 'export-no-match']);
  expect(none.body.posts.map(({ id: post, comments }: Record<string, unknown>) => [post, comments])).toEqual([
    ['5', 3],
    ['4', 1],
  ]);
  expect(await db().exhibit.count({ where: { articleId: id } })).toBe(0);
  const chosen = await bring(by, id, { export: xml, post: '4' });
  expect([chosen.status, chosen.body.present]).toEqual([201, 1]);
  for (const [body, code] of [
    [{ export: '<!DOCTYPE x [<!ENTITY a "b">]><rss>&a;</rss>' }, 'bad-export'],
    [{ export: '<rss><channel/></rss>' }, 'no-comments'],
    [{ text: 'Only words.' }, 'no-comments'],
    [{ html: '<p>Only words.</p>' }, 'no-comments'],
    [{ html: 'a', text: 'b' }, 'invalid'],
    [{ text: 'a\0b' }, 'invalid'],
  ] as const) {
    const refused = await bring(by, id, body);
    expect([refused.status, refused.body.code], JSON.stringify(body)).toEqual([422, code]);
  }
});

test('who may bring articles in may bring their thread; a locked article takes nothing', async () => {
  const by = await person();
  const { id } = await ferry(by);
  const body = { text: fixture('pasted.txt') };
  expect((await bring(null, id, body)).status).toBe(401);
  await db().setting.create({ data: { key: 'articles.import-role', value: 'checker' } });
  expect((await bring(by, id, body)).body.code).toBe('not-allowed');
  await db().setting.deleteMany();
  await db().article.update({ where: { id }, data: { state: 'locked' } });
  expect((await bring(await person({ role: 'admin' }), id, body)).body.code).toBe('article-locked');
  expect((await call(getExhibitOperation, { params: { id } })).status).toBe(404);
});

test('ten thousand comments come in by a job that says how far it is, goes on after it was killed, and changes nothing the second time', async () => {
  const by = await person();
  const { id, url } = await ferry(by);
  const xml = wxrOf(10_000, { link: String(url) });
  const answer = await bring(by, id, { export: xml });
  expect([answer.status, answer.body.load.total, answer.body.load.done, answer.body.present]).toEqual([
    202, 10_000, 0, 0,
  ]);
  const loadId: string = answer.body.load.id;
  const done = async () => (await db().exhibitLoad.findUniqueOrThrow({ where: { id: loadId } })).done;

  const loader = fork(path.join(projectRoot, 'tests/setup/exhibit-loader.ts'), [], {
    env: { ...process.env, VITEST: undefined } as unknown as NodeJS.ProcessEnv,
  });
  await new Promise((resolve) => loader.once('message', resolve));
  loader.send(loadId);
  await expect.poll(done, { timeout: 20_000, interval: 20 }).toBeGreaterThan(0);
  const ended = new Promise((resolve) => loader.once('exit', resolve));
  loader.kill('SIGKILL');
  await ended;

  // Nothing is half laid down: what is counted is there, and the rest waits.
  const laid = await db().exhibitComment.count({ where: { exhibitId: answer.body.id } });
  expect(laid).toBe(await done());
  expect(laid).toBeLessThan(10_000);
  const half = await call(getExhibitOperation, { params: { id } });
  expect(half.body.load).toMatchObject({ total: 10_000, done: laid, finishedAt: null });

  // Two at once do each batch once between them.
  await Promise.all([continueLoad(loadId), continueLoad(loadId), workOff()]);
  const whole = await call(getExhibitOperation, { params: { id } });
  expect(whole.body).toMatchObject({ present: 10_000, load: { done: 10_000, added: 10_000, changed: 0 } });
  expect(whole.body.load.finishedAt).not.toBeNull();
  expect(await imported(id)).toBe(1);
  const page = await commentsOf(id, { limit: '100' });
  expect(page.items.slice(0, 4).map(({ key, depth }: Record<string, unknown>) => [key, depth])).toEqual([
    ['wp:1', 0],
    ['wp:2', 0],
    ['wp:3', 1],
    ['wp:4', 0],
  ]);
  const next = await commentsOf(id, { limit: '100', cursor: page.nextCursor });
  expect(next.items[0].key).toBe('wp:101');

  const before = await rows(answer.body.id);
  const again = await bring(by, id, { export: xml });
  expect(again.status).toBe(202);
  await workOff();
  const after = await call(getExhibitOperation, { params: { id } });
  expect(after.body.load).toMatchObject({ done: 10_000, added: 0, changed: 0 });
  expect(await rows(answer.body.id)).toEqual(before);
  expect(await imported(id)).toBe(1);
  expect(await db().exhibitBatch.count()).toBe(0);
}, 120_000);
