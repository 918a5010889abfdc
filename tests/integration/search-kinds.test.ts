import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { ArticleView } from '#lib/article/schema.ts';
import { db } from '#lib/db/client.ts';
import { projectRoot } from '#lib/env/project-root.ts';
import { annotate } from '#lib/flows/annotate.ts';
import { publish, retract } from '#lib/flows/rule.ts';
import { bringExhibitOperation } from '#lib/http/contract/exhibits.ts';
import { rulingInput } from '#lib/ruling/schema.ts';
import { article, claim } from '#tests/factories/articles.ts';
import { comment } from '#tests/factories/comments.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { wholeRuling } from '#tests/factories/rulings.ts';
import { call } from '#tests/setup/api.ts';
import { about, decided } from '#tests/setup/moderating.ts';
import { finding, found, markedIn } from '#tests/setup/searching.ts';

let ann: TestPerson;
let moderator: TestPerson;
let harbour: ArticleView;
beforeAll(async () => {
  ann = await person();
  moderator = await person({ role: 'moderator' });
  harbour = await article({ by: ann, title: 'Eleven weeks of ice' });
});

test('a ruling by its summary, its reasoning and its claim, with its verdict; only while it stands', async () => {
  const by = await person();
  const checker = await person({ role: 'checker' });
  const on = await article({ by, title: 'Ruled on' });
  const mark = await claim({ by, on, statement: 'The Semaphore hill is the highest.' });
  const input = {
    ...(await wholeRuling(mark.id)),
    summary: 'The surveyors of Gnomonia measured another one.',
    reasoningText: 'Three theodolites stood on the ridge; the archive keeps their <b>books</b>.',
  };
  await publish(checker, mark.id, rulingInput.parse(input));
  const [item] = (await finding('theodolite', { kind: 'ruling' })).items;
  expect(item).toMatchObject({
    ...{ kind: 'ruling', verdict: 'false', folded: false, claimId: mark.id },
    path: `/claims/${mark.id}#ruling`,
    title: { text: 'The Semaphore hill is the highest.' },
    article: { id: on.id },
  });
  expect(markedIn(item?.snippet ?? { text: '', marks: [] })).toEqual(['theodolites']);
  const here = [`ruling ${item?.id}`];
  for (const q of ['gnomonia', 'semaphore theodolites', 'theodolitse', '"archive keeps"'])
    expect(await found(q, { kind: 'ruling' }), q).toEqual(here);
  expect(await found('theodolites', { verdict: 'false' })).toEqual(here);
  expect(await found('theodolites', { verdict: 'true' })).toEqual([]);
  // What stands in the claim alone is a claim.
  expect(await found('semaphore', { kind: 'ruling' })).toEqual([]);
  await decided(moderator, 'hide', about(mark.id, 'annotation'));
  expect(await found('theodolites')).toEqual([]);
  await decided(moderator, 'restore', about(mark.id, 'annotation'));
  expect(await found('theodolites')).toEqual(here);
  await retract(checker, mark.id, { reason: 'The hill was another one.' });
  expect(await found('theodolites')).toEqual([]);
});

test('a comment on the original, until a moderator hides it; nothing of it is told then, nor is it meant', async () => {
  const on = await article({ by: ann, title: 'With its thread' });
  const html = readFileSync(path.join(projectRoot, 'tests/fixtures/thread/wpdiscuz.html'), 'utf8');
  await call(bringExhibitOperation, { as: ann, params: { id: on.id }, body: { html } });
  const row = await db().exhibitComment.findFirstOrThrow({
    where: { exhibit: { articleId: on.id }, author: 'Tide' },
  });
  const [item] = (await finding('"31,000"', { kind: 'exhibit-comment' })).items;
  expect(item).toMatchObject({
    ...{ kind: 'exhibit-comment', id: row.id, author: 'Tide', person: null, guest: null, title: null },
    article: { id: on.id },
  });
  expect(item?.path).toMatch(new RegExp(`^/articles/${on.slug}.*#original-${row.id}$`));
  expect(item?.createdAt).toBe((row.writtenAt ?? row.createdAt).toISOString());
  expect(await found('"31,000"', { article: on.slug, kind: 'exhibit-comment' })).toHaveLength(1);
  expect(await found('"31,000"', { article: harbour.slug })).toEqual([]);
  const taken = await decided(moderator, 'hide', about(row.id, 'exhibit-comment'));
  for (const who of [null, ann, moderator]) expect(await found('"31,000"', {}, who)).toEqual([]);
  await decided(moderator, 'restore', { ...about(row.id, 'exhibit-comment'), version: taken.version });
  expect(await found('"31,000"')).toHaveLength(1);
});

test('what a remark says, and nothing of it once the remark is hidden', async () => {
  const mark = await annotate(ann, harbour.id, {
    kind: 'remark',
    target: { exact: 'the council bought rye' },
    comment: { text: 'A Dunnock would have known better.' },
    sources: [],
  });
  const [item] = (await finding('dunnock')).items;
  expect(item).toMatchObject({ kind: 'comment', article: { id: harbour.id }, claimId: null });
  await decided(moderator, 'hide', about(mark.id, 'annotation'));
  expect(await found('dunnock')).toEqual([]);
});

test('it is told how many there are, and what may have been meant', async () => {
  await comment({ on: { article: harbour.id }, text: 'The Hoopoe sat by the lighthouse keeper.' });
  await comment({ on: { article: harbour.id }, text: 'Another hoopoe.' });
  expect(await finding('hoopoe')).toMatchObject({ total: 2, more: false, suggestion: null });
  expect(await finding('Hoopeo keeper')).toMatchObject({ total: 1, suggestion: 'hoopoe keeper' });
  expect(await finding('hoopeo kepeer')).toMatchObject({ suggestion: 'hoopoe keeper' });
  expect(await finding('hoopeos')).toMatchObject({ suggestion: 'hoopoe' });
  await comment({ on: { article: harbour.id }, text: 'The Bridge of sighs.' });
  for (const typo of ['brigde', 'birdge', 'rbidge', 'bridgee', 'brodge'])
    expect((await finding(typo)).suggestion, typo).toBe('bridge');
  // A word that only stands in what is hidden is suggested to nobody.
  await comment({ on: { article: harbour.id }, text: 'A hoopwee!', state: 'hidden' });
  expect((await finding('hoopwe')).suggestion).not.toBe('hoopwee');
});
