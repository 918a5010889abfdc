import { expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { fromText } from '#lib/document/from-text.ts';
import { documentText } from '#lib/document/text.ts';
import { annotate } from '#lib/flows/annotate.ts';
import { requireAnnotation } from '#lib/flows/annotation-details.ts';
import { editAnnotation } from '#lib/flows/edit-annotation.ts';
import { giveVerdict } from '#lib/flows/judge.ts';
import { newRevision } from '#lib/flows/new-revision.ts';
import { reviseArticle } from '#lib/flows/revise-article.ts';
import { listArticleRevisions, requireArticleRevision } from '#lib/flows/revisions.ts';
import { article, claim, HARBOUR } from '#tests/factories/articles.ts';
import { person } from '#tests/factories/people.ts';
import { countQueries } from '#tests/setup/count-queries.ts';

const SHIPS = 'Forty ships lay in the ice';
const BREAD = 'Bread cost three times as much as in the year before';
const FROZEN = 'froze over for eleven weeks in the winter';
const NINE = 'froze over for nine weeks in the winter';

const revise = (articleId: string, text: string) => {
  const document = fromText(text);
  return reviseArticle(articleId, {
    document,
    text: documentText(document),
    origin: 'given',
    actorId: null,
  });
};

const newestAnchors = (articleId: string) =>
  db().anchor.findMany({ where: { newest: true, annotation: { articleId } } });

test('new content makes a revision, and says how the annotations stand in it', async () => {
  const ann = await person();
  const on = await article({ by: ann });
  await claim({ by: ann, on });
  await claim({ by: ann, on, exact: FROZEN });
  await claim({ by: ann, on, exact: 'the council bought rye in Danzig' });
  const { revision, created } = await newRevision(ann, on.id, {
    document: fromText(
      HARBOUR.replace('eleven weeks', 'nine weeks').replace(
        'and the council bought rye in Danzig',
        'it is said',
      ),
    ) as never,
  });
  expect(created).toBe(true);
  expect(revision).toMatchObject({
    number: 2,
    origin: 'given',
    capturedBy: { handle: ann.handle },
    anchors: { exact: 1, moved: 0, edited: 0, changed: 1, orphaned: 1 },
  });
  const { items } = await listArticleRevisions(on.slug, { limit: 20 });
  expect(items.map(({ number }) => number)).toEqual([2, 1]);
  expect(items[0]?.news).toMatchObject({ changed: 1, orphaned: 1 });
  expect((await requireArticleRevision(on.id, 1)).text).toBe(on.revision.text);
});

test('equal text makes no revision', async () => {
  const ann = await person();
  const on = await article({ by: ann });
  const { revision, created } = await newRevision(ann, on.id, { document: fromText(HARBOUR) as never });
  expect(created).toBe(false);
  expect(revision).toMatchObject({ number: 1, sha256: on.revision.sha256 });
});

test('only who may edit the article gives it new content', async () => {
  const on = await article();
  const content = { text: 'Something else' };
  await expect(newRevision(await person(), on.id, content)).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(newRevision(null, on.id, content)).rejects.toMatchObject({ code: 'not-signed-in' });
  await expect(newRevision(await person(), on.id, {})).rejects.toMatchObject({ code: 'no-address' });
});

test('a revision is never rewritten', async () => {
  const on = await article();
  await revise(on.id, `${HARBOUR} More.`);
  await expect(
    db().$executeRaw`UPDATE "Revision" SET "news" = '{}' WHERE "articleId" = ${on.id}::uuid`,
  ).rejects.toThrow(/append-only/);
});

test('what was changed stays changed until the words are back', async () => {
  const on = await article();
  const { id } = await claim({ on, exact: FROZEN });
  const state = async () => (await requireAnnotation(null, id)).anchor;
  await revise(on.id, HARBOUR.replace('eleven weeks', 'nine weeks'));
  expect(await state()).toMatchObject({ state: 'changed', words: NINE, since: 2 });
  await revise(on.id, `${HARBOUR.replace('eleven weeks', 'nine weeks')}\n\nIt was cold.`);
  expect(await state()).toMatchObject({ state: 'changed', words: NINE, since: 2, revision: 3 });
  await revise(on.id, HARBOUR);
  expect(await state()).toMatchObject({ state: 'exact', words: null, since: 4 });
});

test('a passage that comes back is found again, also when it was gone for a while', async () => {
  const on = await article();
  const { id } = await claim({ on });
  await revise(on.id, HARBOUR.replace(SHIPS, 'Nothing moved'));
  await revise(on.id, HARBOUR.replace(SHIPS, 'Nothing moved at all'));
  expect((await requireAnnotation(null, id)).anchor).toMatchObject({
    state: 'orphaned',
    since: 2,
    start: null,
  });
  await revise(on.id, `It was cold.\n\n${HARBOUR}`);
  const { anchor } = await requireAnnotation(null, id);
  expect(anchor).toMatchObject({ revision: 4, since: 4, changes: [] });
  expect(anchor.start).toBeGreaterThan(0);
  expect((await listArticleRevisions(on.id, { limit: 1 })).items[0]?.news).toMatchObject({ found: 1 });
});

test('revisions at the same moment get a number each, and none is lost', async () => {
  const on = await article();
  await claim({ on });
  const texts = Array.from({ length: 6 }, (_, n) => `${HARBOUR}\n\nAddition ${n}.`);
  const made = await Promise.all(texts.map((text) => revise(on.id, text)));
  expect(made.map(({ number }) => number).sort()).toEqual([2, 3, 4, 5, 6, 7]);
  const stored = await db().revision.findMany({ where: { articleId: on.id }, select: { text: true } });
  for (const text of texts)
    expect(stored.some((row) => row.text === documentText(fromText(text)))).toBe(true);
});

test('the same content twice at the same moment is one revision', async () => {
  const on = await article();
  const made = await Promise.all([1, 2, 3].map(() => revise(on.id, `${HARBOUR}\n\nMore.`)));
  expect(made.filter(({ created }) => created)).toHaveLength(1);
  expect(made.map(({ number }) => number)).toEqual([2, 2, 2]);
});

test('whoever annotates while the article is revised is carried along', async () => {
  const ann = await person();
  const on = await article({ by: ann });
  const target = { exact: SHIPS, revision: 1 };
  const marking = Array.from({ length: 8 }, () =>
    annotate(ann, on.id, { kind: 'claim', target, sources: [] }),
  );
  const revising = Array.from({ length: 4 }, (_, n) => revise(on.id, `Addition ${n}.\n\n${HARBOUR}`));
  const moving = claim({ by: ann, on }).then(({ id, version }) =>
    editAnnotation(ann, id, { version, target: { exact: 'the council', revision: 1 } }),
  );
  await Promise.all([...marking, ...revising, moving]);
  const { revisionNumber } = await db().article.findUniqueOrThrow({ where: { id: on.id } });
  const { text } = await requireArticleRevision(on.id, revisionNumber);
  const anchors = await newestAnchors(on.id);
  expect(revisionNumber).toBe(5);
  expect(anchors).toHaveLength(9);
  for (const anchor of anchors) {
    expect(anchor.revisionNumber).toBe(5);
    expect([SHIPS, 'the council']).toContain(text.slice(anchor.start ?? 0, anchor.end ?? 0));
  }
});

test('a target of an earlier revision is carried to the newest', async () => {
  const ann = await person();
  const on = await article({ by: ann });
  await revise(on.id, `It was cold.\n\n${HARBOUR.replace('eleven weeks', 'nine weeks')}`);
  const mark = (exact: string, revision?: number) =>
    annotate(ann, on.id, { kind: 'claim', target: { exact, revision }, sources: [] });
  const ships = await mark(SHIPS, 1);
  expect(ships).toMatchObject({ target: { revision: 1 }, anchor: { revision: 2, state: 'exact' } });
  expect(await mark(FROZEN, 1)).toMatchObject({
    target: { exact: FROZEN, revision: 1 },
    anchor: { revision: 2, state: 'changed', words: NINE },
  });
  await expect(mark(FROZEN)).rejects.toMatchObject({ code: 'target-not-found' });
  await expect(mark(SHIPS, 3)).rejects.toMatchObject({ code: 'invalid' });
  await revise(on.id, HARBOUR.replace(SHIPS, 'Nothing moved'));
  await expect(mark(SHIPS, 1)).rejects.toMatchObject({ code: 'target-not-found' });
});

test('an orphan is attached again to its own words without a new wording', async () => {
  const [ann, bob] = [await person(), await person()];
  const on = await article({ by: ann });
  const { id } = await claim({ by: ann, on, exact: BREAD });
  await giveVerdict(bob, id, { verdict: 'true', sourceIds: [] });
  const without = HARBOUR.replace(BREAD, 'Nothing moved');
  await revise(on.id, without);
  await revise(on.id, `${without}\n\nSome wrote: ${BREAD}. Others too: ${BREAD}, they said.`);
  const orphan = await requireAnnotation(null, id);
  expect(orphan.anchor).toMatchObject({ state: 'orphaned' });
  expect(orphan.anchor.places).toHaveLength(2);
  const [place] = orphan.anchor.places;
  const attached = await editAnnotation(ann, id, {
    version: orphan.version,
    target: { exact: BREAD, ...place, revision: 3 },
  });
  expect(attached).toMatchObject({ wording: 1, anchor: { state: 'exact', start: place?.start } });
  const { assessments } = await requireAnnotation(null, id);
  expect(assessments[0]).toMatchObject({ current: true, revision: 1 });
});

test('a changed passage that is marked anew is a new wording once others judged the old one', async () => {
  const [ann, bob] = [await person(), await person()];
  const on = await article({ by: ann });
  const { id } = await claim({ by: ann, on, exact: FROZEN });
  await giveVerdict(bob, id, { verdict: 'true', sourceIds: [] });
  await revise(on.id, HARBOUR.replace('eleven weeks', 'nine weeks'));
  const changed = await requireAnnotation(null, id);
  expect(changed.assessments[0]).toMatchObject({ current: true, revision: 1 });
  expect(changed.anchor.sinceAt).toBeTruthy();
  const { start, end, words } = changed.anchor;
  const still = await editAnnotation(ann, id, {
    version: changed.version,
    target: { exact: words ?? '', start: start ?? 0, end: end ?? 0, revision: 2 },
  });
  expect(still).toMatchObject({ wording: 2, target: { exact: NINE, revision: 2 } });
  expect(still.anchor).toMatchObject({ state: 'exact', words: null });
  const { assessments } = await requireAnnotation(null, id);
  expect(assessments[0]).toMatchObject({ current: false, revision: 1 });
});

test('a verdict says which revision it was given on', async () => {
  const [ann, bob] = [await person(), await person()];
  const on = await article({ by: ann });
  const { id } = await claim({ by: ann, on });
  await revise(on.id, `${HARBOUR}\n\nMore.`);
  await giveVerdict(ann, id, { verdict: 'true', sourceIds: [] });
  await giveVerdict(bob, id, { verdict: 'true', sourceIds: [], revision: 1 });
  const { assessments } = await requireAnnotation(null, id);
  expect(assessments.map(({ revision }) => revision)).toEqual([2, 1]);
});

test('how many annotations there are makes no difference to the number of queries', async () => {
  const ann = await person();
  const [few, many] = [await article({ by: ann }), await article({ by: ann })];
  await claim({ by: ann, on: few });
  for (let n = 0; n < 12; n += 1) await claim({ by: ann, on: many });
  const one = await countQueries(() => revise(few.id, `${HARBOUR}\n\nMore.`));
  const dozen = await countQueries(() => revise(many.id, `${HARBOUR}\n\nMore.`));
  expect(dozen).toBe(one);
  expect(await newestAnchors(many.id)).toHaveLength(12);
});
