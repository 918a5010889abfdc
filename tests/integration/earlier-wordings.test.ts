// What was said of an earlier wording of a claim is told with the words that it was said of, or not at all.
import { beforeEach, expect, test } from 'vitest';
import { writeFeed } from '#lib/flows/feeds.ts';
import { giveVerdict } from '#lib/flows/judge.ts';
import { getPrintedArticle } from '#lib/flows/print-article.ts';
import { editAnnotationOperation, removeAnnotationOperation } from '#lib/http/contract/annotations.ts';
import { getWebAnnotationOperation } from '#lib/http/contract/interchange.ts';
import { listRulingsOperation } from '#lib/http/contract/rulings.ts';
import { claim } from '#tests/factories/articles.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { verified, wholeRuling } from '#tests/factories/rulings.ts';
import { call } from '#tests/setup/api.ts';
import { cast, deeds, on } from '#tests/setup/ruling.ts';

const people = cast();
const { publish, retract } = deeds(people);
const NINE = 'The bay road is nine miles long.';
const ELEVEN = 'The bay road is eleven miles long.';

let author: TestPerson;
let ruled: { id: string; articleId: string };
let version: number;

beforeEach(async () => {
  author = await person({ name: 'Mia' });
  ruled = await claim({ by: author, statement: NINE });
  version = (await publish(ruled.id, await wholeRuling(ruled.id))).body.version;
  const sourceIds = [await verified(ruled.id)];
  await giveVerdict(people.rita, ruled.id, { verdict: 'mixed', rationaleText: 'By my wheel.', sourceIds });
});

const reword = async (id: string) => {
  const { status } = await call(editAnnotationOperation, {
    as: author,
    ...on(id),
    body: { statement: ELEVEN, version: 1 },
  });
  expect(status).toBe(200);
};
const printedNote = async () => (await getPrintedArticle(ruled.articleId, 'en'))?.notes[0];
const listed = async () =>
  (await call(listRulingsOperation, { query: { article: ruled.articleId } })).body.items;

test('lists and feeds of rulings tell the words that were judged', async () => {
  await reword(ruled.id);
  expect(await listed()).toMatchObject([{ ruling: { current: false }, claim: { statement: NINE } }]);
  const feed = await writeFeed('rulings', 'json', 'en');
  expect(feed).toContain(NINE);
  expect(feed).not.toContain(ELEVEN);
});

test('on paper the ruling and the sources are said to be of an earlier wording', async () => {
  expect((await printedNote())?.ruling?.by).toMatch(/^Ruling by Ada, .+: False$/);
  await reword(ruled.id);
  const note = await printedNote();
  expect(note?.statement).toBe(ELEVEN);
  expect(note?.ruling?.by).toMatch(/^Ruling by Ada, .+, of an earlier wording: False$/);
  expect(note?.sources.map(({ state }) => state)).toEqual(Array(3).fill('quote found · earlier wording'));
});

test('on paper a retracted ruling is headed as one', async () => {
  await retract(ruled.id, { reason: 'It was another road.', version });
  expect((await printedNote())?.ruling).toMatchObject({
    by: expect.stringMatching(/^Retracted ruling by Ada, /),
    summary: '',
  });
});

test('the annotation for other programs leaves out what judged other words', async () => {
  const bodies = async () => {
    const { body } = await call(getWebAnnotationOperation, on(ruled.id));
    return (body.body as { purpose: string; value?: string }[]).map(({ purpose, value }) => value ?? purpose);
  };
  expect(await bodies()).toEqual(expect.arrayContaining(['mixed', 'By my wheel.', 'linking']));
  await reword(ruled.id);
  expect(await bodies()).toEqual([ELEVEN, 'open']);
});

test('a ruling outlives the withdrawal of what it judged, in lists and feeds alike', async () => {
  expect((await call(removeAnnotationOperation, { as: author, ...on(ruled.id) })).status).toBe(200);
  expect(await listed()).toMatchObject([{ ruling: { state: 'published' }, claim: { statement: NINE } }]);
  expect(await writeFeed('rulings', 'atom', 'en')).toContain(NINE);
});
