import { expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { listClaims } from '#lib/flows/claim-list.ts';
import { getAnnotationOperation } from '#lib/http/contract/annotations.ts';
import { getArticleOperation, listArticlesOperation } from '#lib/http/contract/articles.ts';
import { listClaimsOperation } from '#lib/http/contract/claims.ts';
import { publishRulingOperation } from '#lib/http/contract/rulings.ts';
import { searchOperation, similarClaimsOperation } from '#lib/http/contract/search.ts';
import type { Operation } from '#lib/http/operation.ts';
import { article, claim } from '#tests/factories/articles.ts';
import { judge, judgedClaim, sourced } from '#tests/factories/judged.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { wholeRuling } from '#tests/factories/rulings.ts';
import { type Call, call } from '#tests/setup/api.ts';
import { countQueries } from '#tests/setup/count-queries.ts';

const ask =
  (operation: Operation, common: Call = {}) =>
  async (as: TestPerson | null, query: Record<string, string> = {}, headers: Record<string, string> = {}) =>
    (await call(operation, { ...common, as, query: { ...common.query, ...query }, headers })).body;

/** The list, of one article. */
const claimsIn = (on: { slug: string }) => ask(listClaimsOperation, { query: { article: on.slug } });
const revealsOf = (as: TestPerson) => db().reveal.count({ where: { userId: as.id } });

test('the list of claims tells a verdict to guests, to who judged, and where a ruling settles it', async () => {
  const on = await article();
  const [claims, { id }] = [claimsIn(on), await judgedClaim({ on })];
  const [judging, reader] = [await sourced(id, 'false'), await person()];
  expect(await claims(null)).toMatchObject({
    items: [{ id, verdict: 'false', state: 'assessed', folded: false }],
    counts: { shown: { false: 1 }, folded: 0 },
    folds: { folded: 0, revealed: 0 },
  });
  expect(await claims(judging)).toMatchObject({ items: [{ verdict: 'false', folded: false }] });
  expect(await claims(reader)).toMatchObject({
    items: [{ id, verdict: 'open', state: 'open', folded: true, counts: { assessments: 3 } }],
    counts: { claims: 1, shown: {}, folded: 1 },
    folds: { folded: 1, revealed: 0, withheld: false },
  });
  expect(await revealsOf(reader)).toBe(0);
  const checker = await person({ role: 'checker' });
  await call(publishRulingOperation, { as: checker, params: { id }, body: await wholeRuling(id) });
  expect(await claims(reader)).toMatchObject({
    items: [{ ruled: true, verdict: 'false', folded: false }],
    folds: { folded: 0 },
  });
});

test('asking for the list is kept for the claims on its page alone, in one event each, and told on a verdict', async () => {
  const on = await article();
  const claims = claimsIn(on);
  const older = await judgedClaim({ on });
  const newer = await judgedClaim({ on, exact: 'the council bought rye' });
  await claim({ on, exact: 'Bread cost three times' });
  const reader = await person();
  expect(await claims(reader, { reveal: '1', limit: '2' })).toMatchObject({
    items: [{ verdict: 'open' }, { id: newer.id, verdict: 'false', folded: false }],
    counts: { shown: { false: 1, open: 1 }, folded: 1 },
    folds: { folded: 0, revealed: 1 },
  });
  expect((await claims(reader)).folds).toEqual({ folded: 1, revealed: 0, withheld: false });
  const told = await db().event.findMany({ where: { kind: 'annotation.revealed', actorId: reader.id } });
  expect(told.map(({ subjectId, articleId }) => [subjectId, articleId])).toEqual([[newer.id, on.id]]);
  expect((await judge(newer.id, { verdict: 'false' }, reader)).body.sawTally).toBe(true);
  expect((await judge(older.id, { verdict: 'false' }, reader)).body.sawTally).toBe(false);
});

test('who lists claims by verdict or state asks to see it; a list that another site asks for is withheld', async () => {
  const on = await article();
  const [claims, { id }] = [claimsIn(on), await judgedClaim({ on })];
  const byVerdict: Record<string, string>[] = [{ verdict: 'false' }, { state: 'assessed' }];
  for (const query of byVerdict) {
    const reader = await person();
    const elsewhere = await claims(reader, query, { 'sec-fetch-site': 'cross-site' });
    expect(elsewhere).toMatchObject({ items: [], counts: { claims: 0 }, folds: { withheld: true } });
    expect(await revealsOf(reader)).toBe(0);
    expect(await claims(reader, query)).toMatchObject({
      items: [{ id, verdict: 'false', folded: false }],
      counts: { shown: { false: 1 }, folded: 0 },
      folds: { revealed: 1, withheld: false },
    });
    expect(await revealsOf(reader)).toBe(1);
  }
  // A guest has nothing to lose.
  const guest = await claims(null, { verdict: 'false' }, { 'sec-fetch-site': 'cross-site' });
  expect(guest.items).toHaveLength(1);
});

test('only who asks by choice has asked: not by a link of another site, nor by a browser that reads ahead', async () => {
  const on = await article();
  const [claims, { id }] = [claimsIn(on), await judgedClaim({ on })];
  const read = ask(getAnnotationOperation, { params: { id } });
  const reader = await person();
  const notChosen: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'same-origin', 'sec-purpose': 'prefetch;prerender' },
    // Over plain HTTP.
    { origin: 'https://elsewhere.example' },
    { origin: '', referer: 'https://elsewhere.example/links' },
  ];
  for (const headers of notChosen) {
    expect((await read(reader, { reveal: '1' }, headers)).verdict.folded, JSON.stringify(headers)).toBe(true);
    expect((await claims(reader, { reveal: '1' }, headers)).folds.folded).toBe(1);
  }
  expect(await revealsOf(reader)).toBe(0);
  const chosen: Record<string, string>[] = [
    { 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'none' },
    { origin: '', referer: 'http://localhost:3000/claims' },
    { origin: '' },
  ];
  for (const headers of chosen) {
    const other = await person();
    expect((await read(other, { reveal: '1' }, headers)).verdict.folded, JSON.stringify(headers)).toBe(false);
  }
  // A token is sent by no browser.
  const program = await person();
  const byToken = { as: program, byToken: true, params: { id }, query: { reveal: '1' } };
  const { body } = await call(getAnnotationOperation, {
    ...byToken,
    headers: { 'sec-fetch-site': 'cross-site' },
  });
  expect(body.verdict.folded).toBe(false);
});

test('a search folds claims and the claims that sources lie on, and by verdict it unfolds them', async () => {
  const made = await judgedClaim({ statement: 'Ninety-nine barges froze in the harbour.' });
  const reader = await person();
  const found = ask(searchOperation, { query: { q: 'barges', kind: 'claim' } });
  expect((await found(null)).items).toMatchObject([{ claimId: made.id, verdict: 'false', folded: false }]);
  expect(await found(reader)).toMatchObject({
    items: [{ claimId: made.id, verdict: 'open', folded: true }],
    folds: { folded: 1 },
  });
  const source = await db().source.findFirstOrThrow({ where: { annotationId: made.id } });
  const sources = ask(searchOperation, {
    query: { q: `"${new URL(source.url).pathname.slice(1)}"`, kind: 'source' },
  });
  expect(await sources(reader)).toMatchObject({
    items: [{ id: source.id, claimId: made.id, verdict: 'open', folded: true }],
    folds: { folded: 1 },
  });
  const elsewhere = await found(reader, { verdict: 'false' }, { 'sec-fetch-site': 'cross-site' });
  expect(elsewhere).toMatchObject({ items: [], folds: { withheld: true } });
  const similar = ask(similarClaimsOperation, {
    query: { statement: 'Ninety-nine barges froze in a harbour.' },
  });
  expect((await similar(reader)).items).toMatchObject([{ id: made.id, verdict: 'open', folded: true }]);
  expect(await revealsOf(reader)).toBe(0);
  expect(await found(reader, { verdict: 'false' })).toMatchObject({
    items: [{ id: made.id, verdict: 'false', folded: false }],
    folds: { revealed: 1 },
  });
  expect((await similar(reader)).items).toMatchObject([{ verdict: 'false', folded: false }]);
});

test('an article fares without what is folded for its reader, alone and in lists, until they ask', async () => {
  const on = await article();
  await judgedClaim({ on });
  await claim({ on, exact: 'the council bought rye' });
  const reader = await person();
  const one = ask(getArticleOperation, { params: { id: on.slug } });
  const folded = { claims: 2, remarks: 0, shown: { open: 1, false: 0 }, folded: 1 };
  const whole = { claims: 2, remarks: 0, shown: { open: 1, false: 1 } };
  expect((await one(null)).fare).toEqual(whole);
  expect((await one(reader)).fare).toEqual(folded);
  const all = ask(listArticlesOperation, { query: { limit: '1' } });
  expect(await all(reader)).toMatchObject({ items: [{ fare: folded }], folds: { folded: 1, revealed: 0 } });
  expect((await all(null)).items[0].fare).toEqual(whole);
  expect(await all(reader, { reveal: '1' })).toMatchObject({
    items: [{ fare: whole }],
    folds: { folded: 0, revealed: 1 },
  });
  expect((await one(reader)).fare).toEqual(whole);
});

test('one more query for somebody who is signed in, however many claims there are; none for a guest', async () => {
  const on = await article();
  await judgedClaim({ on });
  const reader = await person();
  const cost = (viewer: TestPerson | null) =>
    countQueries(() => listClaims({ article: on.slug, limit: 20 }, { viewer, reveal: false }));
  const [guest, few] = [await cost(null), await cost(reader)];
  expect(few).toBe(guest + 1);
  await judgedClaim({ on, exact: 'the council bought rye' });
  await judgedClaim({ on, exact: 'Bread cost three times' });
  expect([await cost(null), await cost(reader)]).toEqual([guest, few]);
  const asking = () =>
    countQueries(() => listClaims({ article: on.slug, limit: 20 }, { viewer: reader, reveal: true }));
  const many = await asking();
  await db().reveal.deleteMany({ where: { userId: reader.id } });
  const { id } = await db().annotation.findFirstOrThrow({ where: { articleId: on.id } });
  await db().reveal.createMany({
    data: (await db().annotation.findMany({ where: { articleId: on.id, id: { not: id } } })).map((one) => ({
      annotationId: one.id,
      userId: reader.id,
    })),
  });
  expect(await asking()).toBe(many);
});
