import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { ClaimReview } from '#components/claim/claim-review.tsx';
import { db } from '#lib/db/client.ts';
import { annotate } from '#lib/flows/annotate.ts';
import { getClaimPage } from '#lib/flows/claim-page.ts';
import { reviewOf } from '#lib/flows/claim-reviews.ts';
import { getClaimReviewsOperation } from '#lib/http/contract/feeds.ts';
import type { Verdict } from '#lib/verdict/verdicts.ts';
import { article, claim } from '#tests/factories/articles.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';
import { missingForGoogle, schemaValues, unknownToSchema } from '#tests/setup/claim-review-rules.ts';
import { countQueries } from '#tests/setup/count-queries.ts';
import { expand, type Node } from '#tests/setup/json-ld.ts';

let checker: TestPerson;
beforeAll(async () => {
  checker = await person({ role: 'checker', name: 'Carla </script>' });
});

interface Given {
  verdict?: Verdict;
  summary?: string;
  sourceIds?: string[];
}

const publish = (
  annotationId: string,
  { verdict = 'false', summary = 'It was thirty-one.', sourceIds = [] }: Given = {},
) =>
  db().ruling.create({
    data: {
      annotationId,
      authorId: checker.id,
      verdict,
      summary,
      wording: 1,
      revisionNumber: 1,
      version: 1,
      sources: { create: sourceIds.map((sourceId) => ({ sourceId, verified: true })) },
    },
  });

const HOSTILE = 'Forty ships </script><script>alert(1)</script><!-- \u202e\u2028 lay';

async function reviewIn(id: string) {
  const page = await getClaimPage(null, id);
  return page && (reviewOf(page) as Record<string, unknown> | null);
}

async function sourced() {
  const on = await article({
    url: `https://news.example/${crypto.randomUUID()}`,
    lang: 'de',
    title: HOSTILE,
  });
  const made = await annotate(checker, on.id, {
    kind: 'claim',
    target: { exact: 'Forty ships' },
    statement: HOSTILE,
    sources: [{ url: 'https://example.org/ledger', stance: 'refutes', kind: 'primary', quote: '', note: '' }],
  } as never);
  return { on, id: made.id, sourceIds: made.sources.map(({ id }) => id) };
}

describe('the ClaimReview of a ruling', () => {
  test('is what schema.org knows and what Google requires', async () => {
    const { on, id, sourceIds } = await sourced();
    await publish(id, { sourceIds });
    const review = await reviewIn(id);
    const [expanded] = await expand(review as object);
    expect(unknownToSchema(expanded as Node)).toEqual([]);
    expect(missingForGoogle(expanded as Node)).toEqual([]);
    expect(review).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      url: `http://localhost:3000/claims/${id}`,
      reviewRating: { ratingValue: 1, bestRating: 5, worstRating: 1, alternateName: 'Falsch' },
      itemReviewed: { '@type': 'Claim', author: { name: 'news.example' }, appearance: { url: on.url } },
      isBasedOn: ['https://example.org/ledger'],
    });
  });

  test.each(['unproven', 'opinion'] as const)('of %s has a name and no number', async (verdict) => {
    const { id } = await sourced();
    await publish(id, { verdict });
    const review = await reviewIn(id);
    expect(Object.keys(review?.reviewRating as object)).toEqual(['@type', 'alternateName']);
    expect(missingForGoogle((await expand(review as object))[0] as Node)).toEqual([]);
  });

  test('is a data block that nothing typed can leave', async () => {
    const { id } = await sourced();
    await publish(id, { summary: HOSTILE });
    const review = await reviewIn(id);
    const html = renderToStaticMarkup(createElement(ClaimReview, { review }));
    expect(html.match(/</g)).toHaveLength(2);
    expect(html).not.toContain('\u2028');
    const json = /^<script type="application\/ld\+json">(.*)<\/script>$/s.exec(html)?.[1];
    expect(JSON.parse(json ?? '')).toEqual(JSON.parse(JSON.stringify(review)));
    expect(json).not.toContain('\u202e');
  });

  test('tells its corrections; a retracted one, and one of an earlier wording, is none', async () => {
    const { id } = await sourced();
    const { id: rulingId } = await publish(id);
    const before = {
      rulingId,
      actorId: checker.id,
      version: 1,
      verdict: 'false',
      summary: '',
      reasoningText: '',
      selectedBecause: '',
      askedForComment: '',
      evidenceAgainst: '',
      sources: [],
      wording: 1,
      revisionNumber: 1,
    };
    await db().rulingCorrection.create({ data: { ...before, kind: 'correction', reason: 'A slip.' } });
    await db().ruling.update({
      where: { id: rulingId },
      data: { verdict: 'misleading', correctedAt: new Date(), version: 2 },
    });
    const review = await reviewIn(id);
    expect(unknownToSchema((await expand(review as object))[0] as Node)).toEqual([]);
    expect(review?.correction).toMatchObject([{ '@type': 'CorrectionComment', text: 'A slip.' }]);
    await db().annotation.update({ where: { id }, data: { wording: 2 } });
    expect(await reviewIn(id)).toBeNull();
    await db().annotation.update({ where: { id }, data: { wording: 1 } });
    await db().ruling.update({
      where: { id: rulingId },
      data: { state: 'retracted', retractedAt: new Date() },
    });
    expect(await reviewIn(id)).toBeNull();
    expect(await reviewIn((await claim()).id)).toBeNull();
  });
});

test('the data feed holds what stands, in pages, at the same cost whatever there is', async () => {
  const { id, sourceIds } = await sourced();
  const { id: gone } = await claim();
  await publish(id, { summary: HOSTILE, sourceIds });
  await publish(gone);
  await db().annotation.update({ where: { id: gone }, data: { state: 'removed' } });
  const { body, headers } = await call(getClaimReviewsOperation);
  expect(headers.get('link')).toBeNull();
  const [feed] = await expand(body);
  expect(unknownToSchema(feed as Node)).toEqual([]);
  const items = schemaValues(feed as Node, 'dataFeedElement');
  const reviews = items.flatMap((item) => schemaValues(item, 'item'));
  for (const review of reviews) expect(missingForGoogle(review)).toEqual([]);
  const urls = reviews.map((review) => schemaValues(review, 'url')[0]?.['@value']);
  expect(urls[0]).toBe(`http://localhost:3000/claims/${id}`);
  expect(urls).not.toContain(`http://localhost:3000/claims/${gone}`);
  const few = await countQueries(() => call(getClaimReviewsOperation));
  const on = await article();
  for (let n = 0; n < 101; n += 1) await publish((await claim({ by: checker, on })).id);
  expect(await countQueries(() => call(getClaimReviewsOperation))).toBeLessThanOrEqual(few);
  const first = await call(getClaimReviewsOperation);
  expect(first.body.dataFeedElement).toHaveLength(100);
  const next = /<(.*)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
  const { searchParams } = new URL(next, 'http://localhost:3000');
  const second = await call(getClaimReviewsOperation, { query: Object.fromEntries(searchParams) });
  expect(second.body.dataFeedElement.length).toBeGreaterThan(0);
  expect(second.body.dataFeedElement[0]['@id']).not.toBe(first.body.dataFeedElement[99]['@id']);
});
