import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { listWordings } from '#lib/annotation/queries.ts';
import { WITHHELD } from '#lib/annotation/withheld/words.ts';
import { db } from '#lib/db/client.ts';
import { projectRoot } from '#lib/env/project-root.ts';
import { getClaimPage } from '#lib/flows/claim-page.ts';
import { claimReviewFeed } from '#lib/flows/claim-reviews.ts';
import { giveSource } from '#lib/flows/evidence.ts';
import { getExhibitPage } from '#lib/flows/exhibit-page.ts';
import { requireWebAnnotation } from '#lib/flows/web-annotations.ts';
import {
  annotateOperation,
  editAnnotationOperation,
  getAnnotationOperation,
} from '#lib/http/contract/annotations.ts';
import { listClaimsOperation } from '#lib/http/contract/claims.ts';
import { bringExhibitOperation, listExhibitOperation } from '#lib/http/contract/exhibits.ts';
import { listCorrectionsOperation } from '#lib/http/contract/rulings.ts';
import { searchOperation, similarClaimsOperation } from '#lib/http/contract/search.ts';
import { article } from '#tests/factories/articles.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { wholeRuling } from '#tests/factories/rulings.ts';
import { call } from '#tests/setup/api.ts';
import { about, decide, decided, log, queue, takeBack } from '#tests/setup/moderating.ts';
import { cast, deeds } from '#tests/setup/ruling.ts';

const { publish } = deeds(cast());

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

test('another import does not bring it back, and nothing is claimed of it any more', async () => {
  const [by, moderator] = [await person(), await person({ role: 'moderator' })];
  const { id, idOf } = await ferry(by);
  const tide = idOf('Tide');
  await decided(moderator, 'hide', onOriginal(tide));
  await call(bringExhibitOperation, { as: by, params: { id }, body: { html } });
  expect((await comments(id)).find((one) => one.id === tide)?.state).toBe('hidden');
  const target = { exact: 'it was 31,000', exhibitComment: tide };
  const again = await call(annotateOperation, { as: by, params: { id }, body: { kind: 'claim', target } });
  expect([again.status, again.body.code]).toEqual([422, 'invalid']);
});

describe('what was claimed of its words', () => {
  const WORDS = 'it was 31,000';

  /** Two claims of the same words: one repeats them, one says them in words of its own; hidden, or not. */
  async function claimed() {
    const [by, moderator] = [await person(), await person({ role: 'moderator' })];
    const made = await ferry(by);
    const tide = made.idOf('Tide');
    const target = { exact: WORDS, exhibitComment: tide };
    const claim = async (statement?: string) =>
      (
        await call(annotateOperation, {
          as: by,
          params: { id: made.id },
          body: { kind: 'claim', target, ...(statement ? { statement } : {}) },
        })
      ).body;
    return { by, moderator, article: made, tide, bare: await claim(), own: await claim('It cost less.') };
  }
  const read = async (id: string) => (await call(getAnnotationOperation, { params: { id } })).body;

  /** Everywhere that a claim goes out. */
  async function everywhere(articleId: string, claimIds: string[]) {
    return JSON.stringify([
      await Promise.all(claimIds.map((id) => getClaimPage(null, id))),
      (await call(listClaimsOperation, { query: { article: articleId } })).body,
      (await call(searchOperation, { query: { q: '31,000', article: articleId } })).body,
      (await call(similarClaimsOperation, { query: { statement: WORDS } })).body,
      await Promise.all(claimIds.map((id) => requireWebAnnotation(id))),
      await getExhibitPage(null, { id: articleId, revisionNumber: 1 }, {}),
      await claimReviewFeed(undefined),
      (await call(listCorrectionsOperation, { query: { article: articleId } })).body,
    ]);
  }

  test('goes with them, wherever claims go out, and comes back with them', async () => {
    const { by, moderator, article: made, tide, bare, own } = await claimed();
    const ids = [bare.id, own.id];
    await publish(bare.id, { ...(await wholeRuling(bare.id)) });
    await publish(bare.id, { ...(await wholeRuling(bare.id)), correction: 'A comma.' });
    expect(await everywhere(made.id, ids)).toContain('31,000');
    const before = [await read(bare.id), await read(own.id)];
    const action = await decided(moderator, 'hide', onOriginal(tide));
    // While it is away its author says it in other words, which is a new wording.
    const edit = { statement: 'It cost much less.', version: own.version };
    await giveSource(await person(), own.id, {
      ...{ url: 'https://harbour.example/book', stance: 'refutes', quote: '', note: '' },
    });
    await call(editAnnotationOperation, { as: by, params: { id: own.id }, body: edit });
    expect(await everywhere(made.id, ids)).not.toContain('31,000');
    expect(await read(bare.id)).toMatchObject({
      statement: WITHHELD,
      target: { exact: WITHHELD, prefix: '', suffix: '', withheld: true },
    });
    expect(await read(own.id)).toMatchObject({
      statement: 'It cost much less.',
      target: { exact: WITHHELD },
    });
    const told = await db().event.findMany({ where: { kind: 'annotation.regrouped' } });
    expect(told.map(({ subjectId }) => subjectId)).toEqual(expect.arrayContaining(ids));
    // Readers are told why, moderators see what.
    const page = await getClaimPage(null, bare.id);
    expect(page?.original).toMatchObject({
      author: '',
      hidden: { reason: 'It breaks the rules.', words: null },
    });
    expect((await getClaimPage(moderator, bare.id))?.original?.hidden?.words).toBe(WORDS);
    expect((await takeBack(moderator, action.id)).status).toBe(201);
    expect(await read(bare.id)).toMatchObject({ statement: before[0].statement, target: before[0].target });
    expect((await read(own.id)).target).toEqual(before[1].target);
    const wordings = await db().wording.findMany({ where: { annotationId: own.id } });
    expect(wordings.map(({ statement, exact }) => [statement, exact])).toEqual([['It cost less.', WORDS]]);
    expect(await everywhere(made.id, ids)).toContain('31,000');
  });

  test('what it said before goes too', async () => {
    const { by, moderator, tide, own } = await claimed();
    await giveSource(await person(), own.id, {
      ...{ url: 'https://harbour.example/book', stance: 'refutes', quote: '', note: '' },
    });
    const edit = { statement: 'It cost much less.', version: own.version };
    await call(editAnnotationOperation, { as: by, params: { id: own.id }, body: edit });
    expect(await listWordings(own.id)).toMatchObject([{ exact: WORDS }]);
    await decided(moderator, 'hide', onOriginal(tide));
    expect(await listWordings(own.id)).toMatchObject([{ exact: WITHHELD, statement: 'It cost less.' }]);
  });
});
