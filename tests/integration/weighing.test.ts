import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { requireAnnotation } from '#lib/flows/annotation-details.ts';
import { giveVerdict } from '#lib/flows/judge.ts';
import { rateAssessment } from '#lib/flows/rate.ts';
import { weighRatings } from '#lib/flows/weigh-ratings.ts';
import { readWeighingOperation } from '#lib/http/contract/ratings.ts';
import { consensus, recompute } from '#lib/verdict/bridging/consensus.ts';
import { parseRatings } from '#lib/verdict/ratings.ts';
import { claim } from '#tests/factories/articles.ts';
import { workOff } from '#tests/factories/mails.ts';
import { person } from '#tests/factories/people.ts';
import { withTarget, worldOf } from '#tests/factories/raters.ts';
import { call } from '#tests/setup/api.ts';
import { GET as getRatings } from '../../app/api/ratings/route.ts';

const lines = async () => (await getRatings(new Request('http://localhost:3000/api/ratings'))).text();
const weighing = async () => (await call(readWeighingOperation)).body;

/** A town of two camps who rated a hundred assessments of one claim, and a target that five of each found helpful. */
async function settle() {
  const { id: claimId, articleId } = await claim();
  const ratings = withTarget(worldOf({ raters: 60, assessments: 100, ratings: 1_500 }), 'A5h B5h');
  const names = (key: 'rater' | 'assessment') => [...new Set(ratings.map((one) => one[key]))];
  const users = async (some: string[]) => {
    const rows = await db().user.createManyAndReturn({
      data: some.map((name) => ({
        email: `${name}-${claimId}@example.org`,
        handle: `${name}-${claimId}`,
        name,
      })),
      select: { id: true },
    });
    return new Map(some.map((name, at) => [name, rows[at]?.id ?? '']));
  };
  const [raters, authors] = [await users(names('rater')), await users(names('assessment'))];
  const made = await db().assessment.createManyAndReturn({
    data: [...authors.values()].map((authorId) => ({
      annotationId: claimId,
      authorId,
      verdict: 'false',
      rationaleText: 'Because.',
      revisionNumber: 1,
    })),
    select: { id: true },
  });
  const assessments = new Map([...authors.keys()].map((name, at) => [name, made[at]?.id ?? '']));
  await db().rating.createMany({
    data: ratings.map(({ rater, assessment, helpfulness }) => ({
      userId: raters.get(rater) ?? '',
      assessmentId: assessments.get(assessment) ?? '',
      helpfulness,
      said: 1,
    })),
  });
  return { claimId, articleId, raters, target: assessments.get('target') ?? '' };
}

test('before anybody rated there is nothing to weigh, and the export says so', async () => {
  expect(parseRatings(await lines())).toEqual([]);
  expect(await weighing()).toMatchObject({ basis: 'counts', why: 'few-raters', model: null, standings: [] });
});

test('below enough raters there are counts; a rating orders one weighing, however many come', async () => {
  const { id } = await claim();
  const { assessment } = await giveVerdict(await person(), id, { verdict: 'false', sourceIds: [] });
  for (const _ of [1, 2, 3])
    await rateAssessment(await person(), assessment.id, { value: 'helpful', reasons: [] });
  expect(await workOff()).toBeGreaterThan(0);
  expect(await weighing()).toMatchObject({ basis: 'counts', why: 'few-raters', ratings: 3 });
  const detail = await requireAnnotation(null, id);
  expect(detail.assessments[0]).toMatchObject({ ratings: { helpful: 3 }, standing: { basis: 'counts' } });
});

test('what both camps find helpful is told, first in order, and anybody can compute it from the export', async () => {
  const { claimId, articleId, raters, target } = await settle();
  await weighRatings();
  const { assessments } = await requireAnnotation(null, claimId);
  expect(assessments.find(({ id }) => id === target)?.standing).toMatchObject({
    basis: 'bridging',
    status: 'helpful',
    reason: 'both-sides',
  });
  const statuses = assessments.map(({ standing }) => (standing.basis === 'bridging' ? standing.status : ''));
  const rank = ['helpful', 'needs-more-ratings', 'not-helpful'];
  expect(statuses).toEqual(statuses.toSorted((a, b) => rank.indexOf(a) - rank.indexOf(b)));
  expect(await db().event.count({ where: { kind: 'assessment.weighed', articleId } })).toBe(1);

  const [text, told] = [await lines(), await weighing()];
  expect(createHash('sha256').update(text).digest('hex')).toBe(told.sha256);
  expect(recompute(text, target)).toMatchObject({ status: 'helpful', reason: 'both-sides' });
  const { standings } = consensus(parseRatings(text));
  for (const { assessment, changes, ...standing } of told.standings) {
    expect(standings.get(assessment)).toMatchObject(standing);
    expect(changes.every(({ more }: { more: number }) => more > 0)).toBe(true);
  }
  // Nobody is named, and everybody has one name.
  const names = new Set(parseRatings(text).map(({ rater }) => rater));
  expect(names.size).toBeGreaterThanOrEqual(raters.size);
  for (const [name, id] of raters) {
    expect(text).not.toContain(id);
    expect(text).not.toContain(`${name}-`);
  }
  expect(text).not.toContain('@');

  // Nothing is done while nobody rates.
  const { weighedAt } = told;
  await weighRatings();
  expect((await weighing()).weighedAt).toBe(weighedAt);
});

test('who is suspended is not weighed; the next weighing begins where the last one ended, and comes to the same', async () => {
  const { raters, target, claimId } = await settle();
  await weighRatings();
  const before = await weighing();
  const gone = [...raters.values()].slice(0, 2);
  await db().user.updateMany({ where: { id: { in: gone } }, data: { bannedAt: new Date() } });
  await weighRatings();
  const after = await weighing();
  expect(after.ratings).toBeLessThan(before.ratings);
  expect(after.model.sweeps).toBeLessThan(before.model.sweeps);
  const anew = consensus(parseRatings(await lines())).standings.get(target);
  const told = after.standings.find(({ assessment }: { assessment: string }) => assessment === target);
  expect(anew).toMatchObject({ status: told.status, reason: told.reason });

  // What says something else now has no standing until it was rated anew.
  await db().assessment.update({ where: { id: target }, data: { said: 2 } });
  await weighRatings();
  const { assessments } = await requireAnnotation(null, claimId);
  expect(assessments.find(({ id }) => id === target)?.standing).toEqual({ basis: 'counts' });
});
