import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import {
  editArticleOperation,
  getArticleOperation,
  importArticleOperation,
  listArticlesOperation,
  previewArticleOperation,
} from '#lib/http/contract/articles.ts';
import { article } from '#tests/factories/articles.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';

const TEXT =
  'The mill at Orlow ground its last grain in 1911. Nobody wept.\n\nThe wheel still turns on feast days.';
let anna: TestPerson;
beforeAll(async () => {
  anna = await person({ name: 'Anna' });
});

const importText = (body: object, as: TestPerson | null = anna) => call(importArticleOperation, { as, body });

describe('importing', () => {
  test('text becomes an article with its first revision and an event', async () => {
    const { status, body, headers } = await importText({ text: TEXT, title: 'The last mill', lang: 'en' });
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/api/articles/${body.id}`);
    expect(body).toMatchObject({ slug: 'the-last-mill', title: 'The last mill', lang: 'en', revisions: 1 });
    expect(body.revision.text).toBe(TEXT.replace('\n\n', '\n'));
    expect(body.revision.sha256).toMatch(/^[0-9a-f]{64}$/);
    const events = await db().event.findMany({
      where: { articleId: body.id },
      select: { kind: true, actorId: true },
    });
    expect(events).toEqual([{ kind: 'article.added', actorId: anna.id }]);
  });

  test('one address in all its variants is one article, known the second time', async () => {
    const first = await importText({
      text: TEXT,
      title: 'Mill',
      url: 'https://www.example.org/mill/?utm_source=x',
    });
    const again = await importText({
      text: 'Other words.',
      title: 'Mill',
      url: 'http://m.example.org/mill#top',
    });
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body.id).toBe(first.body.id);
  });

  test('two imports of one address at the same moment make one article', async () => {
    const url = 'https://example.org/at-once';
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => importText({ text: TEXT, title: 'At once', url })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  });

  test('equal titles get different addresses', async () => {
    const slugs = [];
    for (let n = 0; n < 3; n += 1)
      slugs.push((await importText({ text: TEXT, title: 'Grüße aus Orlow' })).body.slug);
    expect(slugs).toEqual(['grusse-aus-orlow', 'grusse-aus-orlow-2', 'grusse-aus-orlow-3']);
  });

  test.each([
    ['nothing', { text: '' }, 'empty-text'],
    ['white space', { text: ' \n\t\n ' }, 'empty-text'],
    ['an image', { text: `PNG${'\u0001\u0002\u0003\u0008'.repeat(200)}` }, 'binary-text'],
    ['5 MB', { text: 'word '.repeat(1_048_576) }, 'too-large'],
    [
      'a page of scripts',
      { html: '<html><head><title>x</title></head><body><script>alert(1)</script></body></html>' },
      'empty-text|no-article',
    ],
    ['two things at once', { text: TEXT, html: '<p>x</p>' }, 'invalid'],
    ['nothing at all', {}, 'invalid'],
    ['an address of this machine', { url: 'http://127.0.0.1:9/' }, 'fetch-failed|bad-url'],
    ['an address that is none', { url: 'javascript:alert(1)' }, 'invalid'],
    [
      'a document with what we do not know',
      { title: 'x', document: { type: 'doc', content: [{ type: 'iframe' }] } },
      'invalid',
    ],
  ])('%s is refused in words, and nothing is stored', async (_, body, code) => {
    const before = await db().article.count();
    for (const operation of [importArticleOperation, previewArticleOperation]) {
      const answer = await call(operation, { as: anna, body });
      expect(answer.body.code).toMatch(new RegExp(`^(${code})$`));
      expect(answer.body.detail.length).toBeGreaterThan(10);
    }
    expect(await db().article.count()).toBe(before);
  });

  test('what could run never comes in', async () => {
    const html = `<p onclick="x()">One <a href="javascript:alert(1)">two</a> three <img src=x onerror=alert(1)></p>
      <iframe src="https://evil.example"></iframe><style>p{color:red}</style><script>alert(1)</script>
      <p style="position:fixed">A second paragraph of <a href="https://example.org/a">linked</a> words.</p>`;
    const { status, body } = await call(previewArticleOperation, { as: anna, body: { html, title: 'Safe' } });
    expect(status).toBe(200);
    expect(JSON.stringify(body.document)).not.toMatch(
      /javascript:|onclick|onerror|iframe|position:fixed|alert/,
    );
    expect(JSON.stringify(body.document)).toContain('https://example.org/a');
  });

  test('a preview stores nothing and knows the article under its address', async () => {
    const known = await importText({ text: TEXT, title: 'Known', url: 'https://example.org/known' });
    const before = await db().event.count();
    const { status, body } = await call(previewArticleOperation, {
      as: anna,
      body: { text: TEXT, url: 'https://example.org/known?fbclid=1' },
    });
    expect([status, body.known?.id]).toEqual([200, known.body.id]);
    expect(await db().event.count()).toBe(before);
  });

  test('what the person states wins over what is found', async () => {
    const { body } = await call(previewArticleOperation, {
      as: anna,
      body: {
        text: `Found title\n\nby Somebody Else\n\nMay 3, 2020\n\n${TEXT}`,
        title: 'Mine',
        publishedAt: '2021-01-02',
        byline: null,
      },
    });
    expect(body).toMatchObject({ title: 'Mine', publishedAt: '2021-01-02', byline: null });
  });

  test('a Setting says who may import', async () => {
    await db().setting.create({ data: { key: 'articles.import-role', value: 'moderator' } });
    const refused = await importText({ text: TEXT, title: 'x' });
    const allowed = await importText({ text: TEXT, title: 'x' }, await person({ role: 'moderator' }));
    await db().setting.deleteMany();
    expect([refused.status, refused.body.code, allowed.status]).toEqual([403, 'not-allowed', 201]);
  });
});

describe('one article', () => {
  test('is found by id and by slug', async () => {
    const { id, slug } = await article();
    for (const key of [id, slug]) {
      const { status, body } = await call(getArticleOperation, { params: { id: key } });
      expect([status, body.id]).toEqual([200, id]);
    }
    expect((await call(getArticleOperation, { params: { id: 'no-such' } })).status).toBe(404);
  });

  test('is corrected by who brought it in and by moderators, nobody else', async () => {
    const { id } = await article({ by: anna });
    const patch = (as: TestPerson, body: object) => call(editArticleOperation, { as, params: { id }, body });
    expect((await patch(await person(), { title: 'Theirs', version: 1 })).status).toBe(403);
    expect((await patch(await person({ role: 'checker' }), { title: 'Theirs', version: 1 })).status).toBe(
      403,
    );
    expect((await patch(anna, { title: 'Hers', version: 1 })).body).toMatchObject({
      title: 'Hers',
      version: 2,
    });
    const moderator = await person({ role: 'moderator' });
    expect((await patch(moderator, { publishedAt: '2025-12-15', version: 2 })).body.publishedAt).toBe(
      '2025-12-15',
    );
  });

  test('a stale version is told what stands there now', async () => {
    const { id } = await article({ by: anna });
    await call(editArticleOperation, { as: anna, params: { id }, body: { title: 'Second', version: 1 } });
    const stale = await call(editArticleOperation, {
      as: anna,
      params: { id },
      body: { title: 'Third', version: 1 },
    });
    expect([stale.status, stale.body.code, stale.body.current.title]).toEqual([
      409,
      'edit-conflict',
      'Second',
    ]);
  });

  test('two corrections at the same moment: one wins, one is told', async () => {
    const { id } = await article({ by: anna });
    const answers = await Promise.all(
      ['A', 'B'].map((title) =>
        call(editArticleOperation, { as: anna, params: { id }, body: { title, version: 1 } }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('a revision can be neither changed nor deleted', async () => {
    const { id } = await article();
    const rewrite = db()
      .$executeRaw`UPDATE "Revision" SET "text" = 'rewritten' WHERE "articleId" = ${id}::uuid`;
    await expect(rewrite).rejects.toThrow(/append-only/);
    const erase = db().$executeRaw`DELETE FROM "Revision" WHERE "articleId" = ${id}::uuid`;
    await expect(erase).rejects.toThrow(/append-only/);
  });
});

test('the list goes through all articles once, newest first', async () => {
  for (let n = 0; n < 5; n += 1) await article();
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const { status, body } = await call(listArticlesOperation, {
      query: { limit: '2', ...(cursor ? { cursor } : {}) },
    });
    expect(status).toBe(200);
    seen.push(...body.items.map(({ id }: { id: string }) => id));
    cursor = body.nextCursor;
  } while (cursor);
  const all = await db().article.findMany({
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  });
  expect(seen).toEqual(all.map(({ id }) => id));
});
