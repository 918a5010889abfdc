import { beforeAll, describe, expect, test } from 'vitest';
import type { ArticleView } from '#lib/article/schema.ts';
import { db } from '#lib/db/client.ts';
import { editArticleOperation, importArticleOperation } from '#lib/http/contract/articles.ts';
import { listClaimsOperation } from '#lib/http/contract/claims.ts';
import { addSourceOperation, giveVerdictOperation } from '#lib/http/contract/evidence.ts';
import { putLabelOperation } from '#lib/http/contract/labels.ts';
import { reviseArticleOperation } from '#lib/http/contract/revisions.ts';
import { article, claim, HARBOUR } from '#tests/factories/articles.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';
import { about, decided } from '#tests/setup/moderating.ts';

let anna: TestPerson;
let boris: TestPerson;
beforeAll(async () => {
  anna = await person({ name: 'Anna' });
  boris = await person({ name: 'Boris' });
});

const list = async (query: Record<string, string> = {}) => {
  const { status, body } = await call(listClaimsOperation, { query });
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};
const ids = async (query: Record<string, string>) =>
  (await list(query)).items.map(({ id }: { id: string }) => id);
const edit = (on: ArticleView, patch: object, as: TestPerson) =>
  call(editArticleOperation, { as, params: { id: on.id }, body: { version: on.version, ...patch } });

async function judge(id: string, verdict: string) {
  for (const as of [anna, boris]) {
    const body = { url: `https://example.org/${id}/${as.handle}`, stance: 'refutes' };
    const source = await call(addSourceOperation, { as, params: { id }, body });
    const given = { verdict, sourceIds: [source.body.id] };
    expect((await call(giveVerdictOperation, { as, params: { id }, body: given })).status).toBe(201);
  }
}

test('lists the claims that stand, newest first, page by page, and counts all of them', async () => {
  const on = await article();
  const made: string[] = [];
  for (let n = 0; n < 5; n += 1) made.push((await claim({ by: anna, on, statement: `Said ${n}` })).id);
  const mona = await person({ role: 'moderator' });
  await decided(mona, 'hide', about((await claim({ by: anna, on })).id, 'annotation'));
  const first = await list({ article: on.slug, limit: '2' });
  expect(first.items.map(({ statement }: { statement: string }) => statement)).toEqual(['Said 4', 'Said 3']);
  expect(first.counts).toEqual({ claims: 5, more: false, shown: { open: 5 }, folded: 0 });
  const second = await list({ article: on.slug, limit: '2', cursor: first.nextCursor });
  const third = await list({ article: on.slug, limit: '2', cursor: second.nextCursor });
  const all = [...first.items, ...second.items, ...third.items].map(({ id }: { id: string }) => id);
  expect(all).toEqual(made.toReversed());
  expect(third.nextCursor).toBeNull();
  expect((await call(listClaimsOperation, { query: { cursor: 'nonsense' } })).status).toBe(422);
  expect(first.items[0]).toMatchObject({
    path: `/claims/${made[4]}`,
    verdict: 'open',
    state: 'open',
    ruled: false,
    author: { handle: anna.handle },
    article: { id: on.id, slug: on.slug, topics: [] },
    counts: { sources: 0, assessments: 0 },
  });
});

describe('filters', () => {
  test('by what is shown and how far the judging has come, as soon as that changes', async () => {
    const on = await article();
    const [open, judged] = [(await claim({ by: anna, on })).id, (await claim({ by: anna, on })).id];
    await judge(judged, 'false');
    const of = { article: on.id };
    expect(await ids({ ...of, verdict: 'false' })).toEqual([judged]);
    expect(await ids({ ...of, verdict: 'open' })).toEqual([open]);
    expect(await ids({ ...of, state: 'assessed' })).toEqual([judged]);
    expect((await list({ ...of, verdict: 'false' })).items[0].counts).toEqual({ sources: 2, assessments: 2 });
    // Its words go from the article: what was judged stands there no more.
    const text = HARBOUR.replace('Forty ships lay in the ice.', '');
    const revised = await call(reviseArticleOperation, {
      as: await person({ role: 'moderator' }),
      params: { id: on.id },
      body: { text },
    });
    expect(revised.status).toBe(201);
    expect(await ids({ ...of, state: 'needs-look' })).toEqual([judged]);
    expect(await ids({ ...of, state: 'assessed' })).toEqual([]);
    expect(await ids({ ...of, verdict: 'false', state: 'open' })).toEqual([]);
  });

  test('by article, person and day', async () => {
    const [on, other] = [await article(), await article()];
    const mine = (await claim({ by: anna, on })).id;
    const theirs = (await claim({ by: boris, on })).id;
    await claim({ by: anna, on: other });
    await db()
      .$executeRaw`UPDATE "Annotation" SET "createdAt" = '2026-02-03T23:59:59Z' WHERE "id" = ${mine}::uuid`;
    expect(await ids({ article: on.slug })).toEqual([theirs, mine]);
    expect(await ids({ article: on.id, person: anna.handle })).toEqual([mine]);
    expect(await ids({ article: on.id, person: `@${boris.handle.toUpperCase()}` })).toEqual([theirs]);
    expect(await ids({ article: on.id, from: '2026-02-03', to: '2026-02-03' })).toEqual([mine]);
    expect(await ids({ article: on.id, from: '2026-02-04' })).toEqual([theirs]);
    expect(await ids({ article: on.id, to: '2026-02-02' })).toEqual([]);
    expect(await ids({ person: 'nobody-at-all' })).toEqual([]);
    expect(await ids({ article: 'no-such-article' })).toEqual([]);
    expect((await call(listClaimsOperation, { query: { verdict: 'wrong' } })).status).toBe(422);
  });

  test('by who said it, in any case: the byline', async () => {
    const on = await article({ by: anna });
    await edit(on, { byline: 'Ada Förster' }, anna);
    const { id } = await claim({ by: boris, on });
    expect(await ids({ claimant: 'ada FÖRSTER' })).toEqual([id]);
    expect(await ids({ claimant: 'Ada' })).toEqual([]);
  });

  test('by topic, in any case', async () => {
    const on = await article({ by: anna });
    const { id } = await claim({ by: boris, on });
    const { status, body } = await edit(on, { topics: ['Harbours', 'Ice', 'harbours', ' Ice '] }, anna);
    expect([status, body.topics]).toEqual([200, ['Harbours', 'Ice']]);
    expect(await ids({ topic: 'hArbours' })).toEqual([id]);
    expect(await ids({ topic: 'Ice', verdict: 'true' })).toEqual([]);
    // Other topics, in the place of those.
    await edit(body, { topics: ['Frost'] }, anna);
    expect(await ids({ topic: 'Ice' })).toEqual([]);
    expect(await ids({ topic: 'frost' })).toEqual([id]);
  });
});

describe('topics', () => {
  test('are changed by whoever may correct the article, and not by others or unseen', async () => {
    const on = await article({ by: anna });
    expect((await edit(on, { topics: ['Ice'] }, boris)).status).toBe(403);
    expect((await edit(on, { topics: ['Ice'] }, anna)).status).toBe(200);
    expect((await edit(on, { topics: [] }, anna)).body.code).toBe('edit-conflict');
    expect((await edit(on, { topics: Array.from({ length: 13 }, (_, n) => `t${n}`) }, anna)).status).toBe(
      422,
    );
    expect((await edit(on, { topics: ['x'.repeat(61)] }, anna)).status).toBe(422);
  });

  test('come with an article that its page declares them for, and what is stated wins', async () => {
    const page = (title: string) =>
      `<!doctype html><html lang="en"><head><title>${title}</title><meta property="article:tag" content="Rye"></head>
      <body><article><h1>${title}</h1><p>${HARBOUR}</p></article></body></html>`;
    const found = await call(importArticleOperation, { as: anna, body: { html: page('Rye from Danzig') } });
    expect(found.body.topics).toEqual(['Rye']);
    const stated = await call(importArticleOperation, {
      as: anna,
      body: { html: page('Bread and rye'), topics: ['Bread'] },
    });
    expect(stated.body.topics).toEqual(['Bread']);
  });
});

test('by a label that stands at them, and not by one that few put', async () => {
  const on = await article();
  const labelled = await claim({ by: anna, on, exact: 'Forty ships' });
  await claim({ by: anna, on, exact: 'Bread cost three times' });
  const put = async (key: string, as: TestPerson) => {
    const answer = await call(putLabelOperation, { as, params: { id: labelled.id, key } });
    expect(answer.status).toBe(200);
  };
  for (const as of [anna, boris, await person()]) await put('cherry-picked', as);
  await put('exaggerated', anna);
  expect(await ids({ label: 'cherry-picked' })).toEqual([labelled.id]);
  expect(await ids({ label: 'exaggerated' })).toEqual([]);
  expect((await call(listClaimsOperation, { query: { label: 'No key' } })).status).toBe(422);
});
