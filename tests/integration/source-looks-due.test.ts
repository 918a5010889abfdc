import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { getCheck } from '#lib/article/check/queries.ts';
import { db } from '#lib/db/client.ts';
import { projectRoot } from '#lib/env/project-root.ts';
import { checkArticle } from '#lib/flows/check-article.ts';
import { checkDueArticles } from '#lib/flows/check-due-articles.ts';
import { jobHandlers } from '#lib/flows/job-handlers.ts';
import { handle } from '#lib/jobs/worker.ts';
import { article } from '#tests/factories/articles.ts';
import {
  ann,
  fetched,
  LATER,
  look,
  makeDue,
  PARAGRAPHS,
  playPublisher,
  publisher,
  revisionsOf,
  show,
} from '#tests/setup/fetched-articles.ts';
import { newspaperPage } from '#tests/setup/publisher.ts';

const EARLIER = path.join(projectRoot, 'prisma/migrations/20261128000100_earlier_articles/migration.sql');

playPublisher();

test('the job looks at what is due, and plans the next look', async () => {
  const [one, two, later] = [await fetched(), await fetched(), await fetched()];
  await db().articleCheck.updateMany({ data: { nextAt: new Date(Date.now() + 3_600_000) } });
  await makeDue([one.on.id, two.on.id]);
  publisher.requests.length = 0;
  show(one.path, LATER);
  show(later.path, LATER);
  await handle('articles.check', jobHandlers, 'id', {});
  expect(publisher.requests.map(({ url }) => url).sort()).toEqual([one.path, two.path].sort());
  const revisions = await db().revision.findMany({
    where: { articleId: { in: [one.on.id, two.on.id, later.on.id] }, number: 2 },
  });
  expect(revisions).toMatchObject([{ articleId: one.on.id, capturedById: null, origin: 'fetched' }]);
  const [changed, same] = [await getCheck(one.on.id), await getCheck(two.on.id)];
  const wait = (at: string | null | undefined) => (Date.parse(at ?? '') - Date.now()) / 3_600_000;
  expect(wait(changed?.nextAt)).toBeCloseTo(1, 0);
  expect(wait(same?.nextAt)).toBeCloseTo(2, 0);
  await checkDueArticles();
  expect(publisher.requests).toHaveLength(2);
});

test('where an admin wants it, nothing is looked at unless somebody asks', async () => {
  const { on } = await fetched();
  await makeDue([on.id]);
  publisher.requests.length = 0;
  await db().setting.create({ data: { key: 'articles.check', value: false } });
  await checkDueArticles();
  expect(publisher.requests).toHaveLength(0);
  await look(on.id);
  expect(publisher.requests).toHaveLength(1);
  await db().setting.delete({ where: { key: 'articles.check' } });
});

test('one host is asked for few pages in one go, and two jobs at once share them', async () => {
  const all = [];
  for (let n = 0; n < 7; n += 1) all.push((await fetched()).on.id);
  await makeDue(all);
  publisher.requests.length = 0;
  await Promise.all([checkDueArticles(), checkDueArticles()]);
  const asked = publisher.requests.map(({ url }) => url);
  expect(new Set(asked).size).toBe(asked.length);
  expect(asked.length).toBeGreaterThanOrEqual(5);
  await checkDueArticles();
  expect(new Set(publisher.requests.map(({ url }) => url)).size).toBe(7);
});

test('a page with trouble does not keep the others from being looked at', async () => {
  const [bad, good] = [await fetched(), await fetched()];
  publisher.pages.delete(bad.path);
  show(good.path, LATER);
  await makeDue([bad.on.id, good.on.id]);
  await checkDueArticles();
  expect(await getCheck(bad.on.id)).toMatchObject({ outcome: 'failed' });
  expect(await getCheck(good.on.id)).toMatchObject({ outcome: 'revised' });
});

test('a pasted article is looked at by itself once its page was found to hold it', async () => {
  const url = `${publisher.origin}/pasted`;
  const on = await article({ by: ann, url });
  expect(await getCheck(on.id)).toBeNull();
  publisher.pages.set('/pasted', newspaperPage('Subscribe', ['Subscribe to read on, from one euro a week.']));
  await expect(checkArticle(on.id, ann.id)).rejects.toMatchObject({ code: 'article-gone' });
  expect(await getCheck(on.id)).toMatchObject({ nextAt: null });
  show('/pasted', PARAGRAPHS);
  await checkArticle(on.id, ann.id);
  expect((await getCheck(on.id))?.nextAt).not.toBeNull();
});

test('articles from before are looked at once, and go on where the page holds their text', async () => {
  const earlier = async (path: string, paragraphs: readonly string[]) => {
    show(path, paragraphs);
    return article({ by: ann, url: publisher.origin + path });
  };
  const [same, grown, teaser] = [
    await earlier('/earlier-same', PARAGRAPHS),
    await earlier('/earlier-grown', LATER),
    await earlier('/earlier-teaser', PARAGRAPHS.slice(0, 2)),
  ];
  const without = await article({ by: ann });
  await db().$executeRawUnsafe(readFileSync(EARLIER, 'utf8'));
  expect(await getCheck(without.id)).toBeNull();
  const [row] = await db().articleCheck.findMany({ where: { articleId: same.id } });
  expect(row).toMatchObject({ host: publisher.host, checkedAt: null });
  expect((row?.nextAt?.getTime() ?? 0) - Date.now()).toBeLessThan(3 * 24 * 3_600_000);
  await makeDue([same.id, grown.id, teaser.id]);
  await checkDueArticles();
  expect(await getCheck(same.id)).toMatchObject({ outcome: 'unchanged', nextAt: expect.any(String) });
  expect(await getCheck(grown.id)).toMatchObject({ outcome: 'revised', nextAt: expect.any(String) });
  // What somebody pasted is not cut down to what the page shows to everybody.
  expect(await getCheck(teaser.id)).toMatchObject({ outcome: 'unchanged', nextAt: null });
  expect(await revisionsOf(teaser.id)).toBe(1);
});
