import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { requireArticle } from '#lib/article/queries.ts';
import { db } from '#lib/db/client.ts';
import { projectRoot } from '#lib/env/project-root.ts';
import { getArticlePage } from '#lib/flows/article-page.ts';
import { getClaimPage } from '#lib/flows/claim-page.ts';
import { getExhibitPage } from '#lib/flows/exhibit-page.ts';
import {
  annotateOperation,
  editAnnotationOperation,
  listAnnotationsOperation,
  removeAnnotationOperation,
} from '#lib/http/contract/annotations.ts';
import { bringExhibitOperation, listExhibitOperation } from '#lib/http/contract/exhibits.ts';
import { article } from '#tests/factories/articles.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';

const html = readFileSync(path.join(projectRoot, 'tests/fixtures/thread/wpdiscuz.html'), 'utf8');

/** An article with its original thread; the ids of the comments by their authors. */
async function ferry(by: TestPerson) {
  const made = await article({ by, text: 'The council met on Monday. The repair costs 48,000 crowns.' });
  await call(bringExhibitOperation, { as: by, params: { id: made.id }, body: { html } });
  const { body } = await call(listExhibitOperation, { params: { id: made.id } });
  const ids: Record<string, string> = {};
  for (const { author, id } of body.items) ids[author] = id;
  return { ...made, ids };
}

const annotate = (as: TestPerson, id: string, body: object) =>
  call(annotateOperation, { as, params: { id }, body });

test('words of a comment on the original become a claim, which stands there and not in the text', async () => {
  const by = await person();
  const { id, slug, ids } = await ferry(by);
  const target = { exact: 'it was 31,000', exhibitComment: ids.Tide };
  const made = await annotate(by, id, {
    kind: 'claim',
    target,
    statement: 'The repair cost 31,000 crowns in 2025.',
  });
  expect([made.status, made.body.target.exhibitComment]).toEqual([201, { id: ids.Tide, start: 10, end: 23 }]);
  expect(made.body.anchor).toMatchObject({ start: null, end: null, state: 'exact' });
  expect(await db().anchor.count({ where: { annotationId: made.body.id } })).toBe(0);

  // The article's own lists know nothing of it; the API tells where it stands.
  const page = await getArticlePage(slug);
  expect([page?.annotations, page?.orphaned, page?.withdrawn]).toEqual([[], [], []]);
  expect((await requireArticle(id)).fare).toEqual({ claims: 0, remarks: 0, shown: {} });
  const list = await call(listAnnotationsOperation, { params: { id } });
  expect(list.body.items.map(({ target: where }: typeof made.body) => where.exhibitComment?.id)).toEqual([
    ids.Tide,
  ]);
  const orphans = await call(listAnnotationsOperation, { params: { id }, query: { state: 'orphaned' } });
  expect(orphans.body.items).toEqual([]);

  const exhibit = await getExhibitPage(null, { id, revisionNumber: 1 }, {});
  expect(exhibit?.claims.map(({ statement }) => statement)).toEqual([
    'The repair cost 31,000 crowns in 2025.',
  ]);
  const claim = await getClaimPage(null, made.body.id);
  expect(claim?.original).toMatchObject({ author: 'Tide', commentId: ids.Tide });
  expect(claim?.passage).toEqual({ before: 'Last year ', exact: 'it was 31,000', after: '.' });
});

test('a claim of a comment is edited and withdrawn like any other, but stays where it is', async () => {
  const [by, other] = [await person(), await person()];
  const { id, ids } = await ferry(by);
  const target = { exact: 'The treasurer did', exhibitComment: ids['Ole & Brik'] };
  const { body } = await annotate(by, id, { kind: 'claim', target });
  const edit = (patch: object) =>
    call(editAnnotationOperation, {
      as: by,
      params: { id: body.id },
      body: { version: body.version, ...patch },
    });
  expect((await edit({ kind: 'remark' })).body.code).toBe('invalid');
  expect((await edit({ target: { exact: 'it was 31,000', exhibitComment: ids.Tide } })).body.code).toBe(
    'invalid',
  );
  expect((await edit({ target: { exact: 'The council met' } })).body.code).toBe('target-not-found');
  const moved = await edit({ target: { exact: 'treasurer' } });
  expect(moved.body.target.exhibitComment).toEqual({ id: ids['Ole & Brik'], start: 4, end: 13 });
  await db().assessment.create({
    data: { annotationId: body.id, authorId: other.id, verdict: 'true', revisionNumber: 1 },
  });
  const gone = await call(removeAnnotationOperation, { as: by, params: { id: body.id } });
  expect([gone.status, gone.body.state]).toEqual([200, 'withdrawn']);
});

test('what is not a claim, and what is no comment of this article, is refused', async () => {
  const by = await person();
  const { id, ids } = await ferry(by);
  const elsewhere = await ferry(by);
  const refused: [object, string][] = [
    [
      { kind: 'remark', target: { exact: 'treasurer', exhibitComment: ids['Ole & Brik'] }, comment: 'So?' },
      'invalid',
    ],
    [
      { kind: 'claim', target: { exact: 'treasurer', exhibitComment: elsewhere.ids['Ole & Brik'] } },
      'invalid',
    ],
    [{ kind: 'claim', target: { exact: 'treasurer', exhibitComment: id } }, 'invalid'],
    [{ kind: 'claim', target: { exact: 'The council met', exhibitComment: ids.Tide } }, 'target-not-found'],
  ];
  for (const [body, code] of refused)
    expect((await annotate(by, id, body)).body.code, JSON.stringify(body)).toBe(code);
  expect(await db().annotation.count({ where: { articleId: id } })).toBe(0);
});

test('a new revision of the article leaves the claims of comments alone', async () => {
  const by = await person();
  const { id, slug, ids } = await ferry(by);
  const target = { exact: 'it was 31,000', exhibitComment: ids.Tide };
  const { body } = await annotate(by, id, { kind: 'claim', target });
  const { reviseArticle } = await import('#lib/flows/revise-article.ts');
  const { fromText } = await import('#lib/document/from-text.ts');
  const document = fromText('Something else altogether stands here now, and nothing of before.');
  const revised = await reviseArticle(id, {
    ...{ document, text: 'Something else altogether stands here now, and nothing of before.' },
    ...{ origin: 'given', actorId: by.id },
  });
  expect(revised.number).toBe(2);
  expect(await db().anchor.count({ where: { annotationId: body.id } })).toBe(0);
  const page = await getArticlePage(slug);
  expect(page?.orphaned).toEqual([]);
  const exhibit = await getExhibitPage(null, { id, revisionNumber: 2 }, {});
  expect(exhibit?.claims.map((claim) => claim.id)).toEqual([body.id]);
  // The passage that a comment was tied to is gone with the old words.
  expect(exhibit?.items.find(({ author }) => author === 'Tide')?.passage).toMatchObject({
    start: null,
    revision: 2,
  });
});
