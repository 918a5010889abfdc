import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { projectRoot } from '#lib/env/project-root.ts';
import { getClaimPage } from '#lib/flows/claim-page.ts';
import { getExhibitPage } from '#lib/flows/exhibit-page.ts';
import { annotateOperation } from '#lib/http/contract/annotations.ts';
import { bringExhibitOperation, listExhibitOperation } from '#lib/http/contract/exhibits.ts';
import { article } from '#tests/factories/articles.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';
import { about, decide, decided, log, queue, takeBack } from '#tests/setup/moderating.ts';

const html = readFileSync(path.join(projectRoot, 'tests/fixtures/thread/wpdiscuz.html'), 'utf8');
const TEXT = 'The council met on Monday. The repair costs 48,000 crowns.';

/** An article with its original thread; its comments by their authors. */
async function ferry(by: TestPerson) {
  const made = await article({ by, text: TEXT });
  await call(bringExhibitOperation, { as: by, params: { id: made.id }, body: { html } });
  const all = await comments(made.id);
  const idOf = (author: string) => all.find((one) => one.author === author)?.id ?? '';
  return { ...made, all, idOf };
}

interface Shown {
  id: string;
  author: string;
  text: string;
  state: string;
  version: number;
  parentId: string | null;
}

async function comments(id: string): Promise<Shown[]> {
  return (await call(listExhibitOperation, { params: { id } })).body.items;
}

const onOriginal = (id: string, version?: number) => ({
  ...about(id, 'exhibit-comment'),
  ...(version === undefined ? {} : { version }),
});

test('a moderator hides a comment of the original: nothing of it is told but its place, and the log says why', async () => {
  const [by, moderator] = [await person(), await person({ role: 'moderator' })];
  const { id, slug, all, idOf } = await ferry(by);
  const tide = idOf('Tide');
  const action = await decided(moderator, 'hide', onOriginal(tide, 1));
  expect([action.target, action.targetId, action.version]).toEqual(['exhibit-comment', tide, 2]);
  const now = await comments(id);
  expect(now.map((one) => one.id)).toEqual(all.map((one) => one.id));
  const hidden = now.find((one) => one.id === tide);
  expect(hidden).toMatchObject({ state: 'hidden', author: '', text: '', votes: null, writtenAt: null });
  expect(JSON.stringify(now)).not.toContain('31,000');
  expect(JSON.stringify(await getExhibitPage(null, { id, revisionNumber: 1 }, {}))).not.toContain('31,000');
  const [entry] = (await log({ action: 'hide' })).items;
  expect(entry).toMatchObject({
    ...{ target: 'exhibit-comment', reason: 'It breaks the rules.', href: null, guest: null },
    article: { slug },
  });
  const event = await db().event.findFirstOrThrow({ where: { kind: 'exhibit-comment.hidden' } });
  expect([event.articleId, event.subjectId]).toEqual([id, tide]);
  // It waits for nobody.
  expect((await queue(moderator, 'rejected')).body.items).toEqual([]);
});

test('it comes back, by a decision or by taking the first one back, and the log leads there', async () => {
  const [by, moderator] = [await person(), await person({ role: 'moderator' })];
  const { id, slug, idOf } = await ferry(by);
  const tide = idOf('Tide');
  const first = await decided(moderator, 'hide', onOriginal(tide));
  expect((await takeBack(moderator, first.id)).status).toBe(201);
  expect((await comments(id)).find((one) => one.id === tide)).toMatchObject({
    state: 'visible',
    author: 'Tide',
  });
  await decided(moderator, 'hide', onOriginal(tide));
  await decided(moderator, 'restore', onOriginal(tide));
  const [entry] = (await log({ action: 'restore' })).items;
  expect(entry?.href).toContain(`/articles/${slug}`);
  expect(entry?.href).toContain(`#original-${tide}`);
  expect((await takeBack(moderator, first.id)).body.code).toBe('already-decided');
});

test('only moderators decide, with a reason, once, and nothing else than that', async () => {
  const [by, moderator] = [await person(), await person({ role: 'moderator' })];
  const { idOf } = await ferry(by);
  const tide = onOriginal(idOf('Tide'));
  expect((await decide(by, 'hide', tide)).body.code).toBe('not-allowed');
  expect((await decide(moderator, 'hide', tide, '')).body.code).toBe('invalid');
  for (const action of ['remove', 'reject', 'approve'])
    expect((await decide(moderator, action, tide)).body.code).toBe('invalid');
  expect((await decide(moderator, 'restore', tide)).body.code).toBe('wrong-state');
  await decided(moderator, 'hide', { ...tide, version: 1 });
  expect((await decide(moderator, 'hide', { ...tide, version: 1 })).body.code).toBe('edit-conflict');
  expect((await decide(moderator, 'hide', onOriginal(by.id))).body.code).toBe('not-found');
});

test('another import does not bring it back, and what was claimed of it stays without the words around', async () => {
  const [by, moderator] = [await person(), await person({ role: 'moderator' })];
  const { id, idOf } = await ferry(by);
  const tide = idOf('Tide');
  const target = { exact: 'it was 31,000', exhibitComment: tide };
  const claimed = await call(annotateOperation, { as: by, params: { id }, body: { kind: 'claim', target } });
  await decided(moderator, 'hide', onOriginal(tide));
  await call(bringExhibitOperation, { as: by, params: { id }, body: { html } });
  expect((await comments(id)).find((one) => one.id === tide)?.state).toBe('hidden');
  const page = await getClaimPage(null, claimed.body.id);
  expect([page?.passage, page?.original?.author]).toEqual([
    { before: '', exact: 'it was 31,000', after: '' },
    '',
  ]);
  const again = await call(annotateOperation, { as: by, params: { id }, body: { kind: 'claim', target } });
  expect([again.status, again.body.code]).toEqual([422, 'invalid']);
});
