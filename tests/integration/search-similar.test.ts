import { beforeAll, expect, test } from 'vitest';
import type { ArticleView } from '#lib/article/schema.ts';
import { takeAnnotationBack } from '#lib/flows/edit-annotation.ts';
import { similarClaimsOperation } from '#lib/http/contract/search.ts';
import type { SimilarClaim } from '#lib/search/schema.ts';
import { article, claim } from '#tests/factories/articles.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';
import { about, decided } from '#tests/setup/moderating.ts';

let ann: TestPerson;
let on: ArticleView;
beforeAll(async () => {
  ann = await person();
  on = await article();
});

const say = async (statement: string) => (await claim({ by: ann, on, statement })).id;

async function alike(statement: string, rest: Record<string, string> = {}): Promise<SimilarClaim[]> {
  const { status, body } = await call(similarClaimsOperation, { query: { statement, ...rest } });
  expect(status).toBe(200);
  return body.items;
}

const ids = async (statement: string) => (await alike(statement)).map(({ id }) => id);

test('a claim that says the same in other forms and another order is offered, with what it shows', async () => {
  const id = await say('The ring road of Vellmar cost 84 million crowns in 2024.');
  await say('The tram line of Dunmere carries nine thousand people a day.');
  for (const statement of [
    'The ring road of Vellmar cost 84 million crowns in 2024.',
    'In 2024 the ring roads of Vellmar cost 84 million crowns',
    'Vellmar’s ring road costs 84 million crowns',
    'the ringroad of velmar cost 84 millions in 2024',
  ])
    expect(await ids(statement), statement).toEqual([id]);
  const [found] = await alike('The ring road of Vellmar cost 84 million crowns in 2024.');
  expect(found).toMatchObject({
    verdict: 'open',
    path: `/claims/${id}`,
    similarity: 1,
    article: { id: on.id, slug: on.slug },
  });
});

test('what only speaks of the same things is not offered, nor anything for a few letters', async () => {
  await say('Bread cost three times as much as in the year before.');
  for (const statement of [
    'The council of Lindow bakes bread on Mondays.',
    'Bread',
    '',
    'a year as in the before',
    'Nobody has counted the years.',
  ])
    expect(await ids(statement), statement).toEqual([]);
});

test('the most alike come first, five at the most', async () => {
  for (let n = 0; n < 6; n += 1)
    await say(`The reservoir of Tessaly holds ${n + 20} thousand litres of water.`);
  const exact = await say('The reservoir of Tessaly holds ninety thousand litres of water.');
  const found = await ids('The reservoir of Tessaly holds ninety thousand litres of water');
  expect(found[0]).toBe(exact);
  expect(found).toHaveLength(5);
});

test('it is offered in other words, misspelt, and for the same quote', async () => {
  const id = await say('The hospital in Quennmere closed 63 of its beds in 2012.');
  for (const statement of [
    'Quennmere’s hospital gave up 63 beds during 2012.',
    '63 beds were closed in Quennmere.',
    'The hosptial in Quenmmere closed 63 of its beds in 2012.',
  ])
    expect(await ids(statement), statement).toEqual([id]);
  const quote = 'Since the spring of that year sixty-three patients fewer find a bed on its wards.';
  const marked = await article({ text: `The county saves. ${quote} Nobody was asked.` });
  const marks = await claim({
    by: ann,
    on: marked,
    statement: 'Wards were emptied.',
    exact: quote,
  });
  const found = await alike('Whoever falls ill has to travel further now.', { quote });
  expect(found.map((one) => one.id)).toEqual([marks.id]);
});

test('another number in place of one says something else: it stands far below', async () => {
  const other = await say('The bridge of Ondreva carries 9300 lorries a day.');
  const asked = 'The bridge of Ondreva carries 4100 lorries every day.';
  const before = (await alike(asked)).find(({ id }) => id === other)?.similarity ?? 0;
  const same = await say('The bridge of Ondreva carries 4100 lorries a day.');
  const [first] = await alike(asked);
  expect(first?.id).toBe(same);
  expect(first?.similarity).toBeGreaterThan(before + 0.2);
  // A number that is left out contradicts nothing.
  expect(await ids('The bridge of Ondreva carries many lorries.')).toHaveLength(2);
});

test('words are those of the language of the article', async () => {
  // In German “war” only says that something was.
  const id = await say('The war of Halvern ended early.');
  const of = async (lang: string) =>
    (await alike('A war early on: Halvern', { lang })).map((one) => one.similarity)[0] ?? 0;
  expect(await ids('The war of Halvern ended early.')).toEqual([id]);
  expect(await of('en')).not.toBe(await of('de'));
});

test('German and Chinese claims are compared too', async () => {
  const german = await say('Die Mühlendämme von Kalmünd wurden 1911 gebrochen.');
  expect(await ids('1911 brachen die Mühlendämme von Kalmünd')).toEqual([german]);
  const chinese = await say('北港的港口在1709年冬天结冰了十一个星期。');
  for (const statement of ['1709年冬天北港的港口结冰了十一个星期', '北港在1709年冬天结冰了十一个星期'])
    expect(await ids(statement), statement).toEqual([chinese]);
});

test('withdrawn, hidden and removed claims are offered to nobody', async () => {
  const statement = 'The old granary of Marrow Bay burned down in 1888.';
  const withdrawn = await say(statement);
  const hidden = await say(statement);
  expect((await ids(statement)).sort()).toEqual([withdrawn, hidden].sort());
  await decided(await person({ role: 'moderator' }), 'hide', about(hidden, 'annotation'));
  await takeAnnotationBack(ann, withdrawn);
  expect(await ids(statement)).toEqual([]);
});

test('hostile statements are answered or refused', async () => {
  for (const statement of [
    '\'; DROP TABLE "Annotation"; --',
    '%_\\%_\\%_\\%_\\',
    '!'.repeat(500),
    'w '.repeat(250),
  ])
    expect(await ids(statement), statement).toEqual([]);
  for (const query of [{ statement: 'x'.repeat(501) }, { statement: 'a\0b' }])
    expect((await call(similarClaimsOperation, { query })).status).toBe(422);
});
