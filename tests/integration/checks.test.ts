import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getCheck } from '#lib/article/check/queries.ts';
import { requireArticle } from '#lib/article/queries.ts';
import { db } from '#lib/db/client.ts';
import { projectRoot } from '#lib/env/project-root.ts';
import { requireAnnotation } from '#lib/flows/annotation-details.ts';
import { checkArticle } from '#lib/flows/check-article.ts';
import { checkDueArticles } from '#lib/flows/check-due-articles.ts';
import { correctArticle } from '#lib/flows/correct-article.ts';
import { EVERYBODY } from '#lib/flows/folds.ts';
import { getHistoryPage } from '#lib/flows/history-page.ts';
import { publishImport } from '#lib/flows/import-article.ts';
import { jobHandlers } from '#lib/flows/job-handlers.ts';
import { newRevision } from '#lib/flows/new-revision.ts';
import { getRevisionPage } from '#lib/flows/revision-page.ts';
import { handle } from '#lib/jobs/worker.ts';
import { article, claim, HARBOUR } from '#tests/factories/articles.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { newspaperPage, type Publisher, startPublisher } from '#tests/setup/publisher.ts';

const PARAGRAPHS = HARBOUR.split('\n\n');
const EARLIER = path.join(projectRoot, 'prisma/migrations/20261128000100_earlier_articles/migration.sql');
const LATER = [...PARAGRAPHS, 'Since then, three bridges have been built over the harbour of Lindow.'];

let publisher: Publisher;
let ann: TestPerson;
let count = 0;

beforeAll(async () => {
  publisher = await startPublisher();
  // Before anything reads the configuration.
  process.env.OBELUS_FETCH_ALLOW = publisher.host;
  ann = await person();
});
beforeEach(() => {
  publisher.requests.length = 0;
  publisher.notModified = 0;
});
afterAll(() => publisher.close());

const TITLE = 'The great winter';
const show = (path: string, paragraphs: readonly string[], furniture?: string, title = TITLE) =>
  publisher.pages.set(path, newspaperPage(title, paragraphs, furniture));

/** An article that was fetched from the publisher. */
async function fetched(paragraphs: readonly string[] = PARAGRAPHS) {
  count += 1;
  const path = `/winter-${count}`;
  show(path, paragraphs);
  const { article: on } = await publishImport(ann, { url: publisher.origin + path });
  return { on, path };
}

const look = (id: string) => newRevision(ann, id, {});
const makeDue = (ids: string[]) =>
  db().articleCheck.updateMany({ where: { articleId: { in: ids } }, data: { nextAt: new Date(0) } });

test('a page that says something else makes a revision, one that says the same makes none', async () => {
  const { on, path } = await fetched();
  expect(await look(on.id)).toMatchObject({ created: false, revision: { number: 1 } });
  show(path, LATER);
  expect(await look(on.id)).toMatchObject({
    created: true,
    revision: { number: 2, origin: 'fetched', capturedBy: { handle: ann.handle } },
  });
  expect(await getCheck(on.id)).toMatchObject({ outcome: 'revised', reason: null });
});

test('what stands around the article on its page makes no revision', async () => {
  const { on, path } = await fetched();
  show(path, PARAGRAPHS, '<p>Most read today: the ice of Lindow</p><a href="/x">x</a>');
  expect((await look(on.id)).created).toBe(false);
});

test('a page is asked for with what its server said of it, and need not be sent again', async () => {
  const { on, path } = await fetched();
  await look(on.id);
  expect(publisher.requests.at(-1)?.headers['if-none-match']).toBeUndefined();
  await look(on.id);
  expect(publisher.notModified).toBe(1);
  show(path, LATER);
  expect((await look(on.id)).created).toBe(true);
  await look(on.id);
  expect(publisher.notModified).toBe(2);
});

test('a page that is another one by now is not taken, and says so until it is back', async () => {
  const { on, path } = await fetched();
  for (const page of [
    '<p>We value your privacy. Accept all cookies to continue reading this and more.</p>',
    '',
  ]) {
    publisher.pages.set(path, `<!doctype html><html><title>Consent</title><body>${page}</body></html>`);
    await expect(look(on.id)).rejects.toMatchObject({ code: 'article-gone', status: 422 });
  }
  const check = await getCheck(on.id);
  expect(check).toMatchObject({ outcome: 'gone' });
  await expect(look(on.id)).rejects.toMatchObject({ code: 'article-gone' });
  expect((await getCheck(on.id))?.outcomeSince).toBe(check?.outcomeSince);
  show(path, PARAGRAPHS);
  expect((await look(on.id)).created).toBe(false);
  expect(await getCheck(on.id)).toMatchObject({ outcome: 'unchanged' });
  const told = await db().event.findMany({ where: { kind: 'article.checked', articleId: on.id } });
  expect(told.map(({ data }) => data)).toEqual([{ outcome: 'gone' }, { outcome: 'unchanged' }]);
  expect(await db().revision.count({ where: { articleId: on.id } })).toBe(1);
});

test('a failure is kept with its reason, and not tried again at once', async () => {
  const { on, path } = await fetched();
  publisher.pages.delete(path);
  await expect(look(on.id)).rejects.toMatchObject({ code: 'fetch-failed' });
  const check = await getCheck(on.id);
  expect(check).toMatchObject({ outcome: 'failed', reason: 'http-404' });
  expect(Date.parse(check?.nextAt ?? '') - Date.now()).toBeGreaterThan(5 * 3_600_000);
});

test('content that was given by hand is not undone by a page that did not change', async () => {
  const { on } = await fetched();
  const given = await newRevision(ann, on.id, { html: '<p>Typed by hand.</p>' });
  expect(given).toMatchObject({ created: true, revision: { number: 2, origin: 'given' } });
  expect(await look(on.id)).toMatchObject({ created: false, revision: { number: 2 } });
});

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
  expect(await db().revision.count({ where: { articleId: teaser.id } })).toBe(1);
});

describe('a title that changes at its source', () => {
  const retitle = (path: string, title: string, paragraphs: readonly string[] = PARAGRAPHS) =>
    show(path, paragraphs, '', title);
  const titleOf = async (id: string) => (await requireArticle(id)).title;

  test('makes a revision of the same text, and is followed', async () => {
    const { on, path } = await fetched();
    const made = await claim({ by: ann, on });
    retitle(path, 'The mild winter');
    const { created, revision } = await look(on.id);
    expect([created, revision.number, revision.sha256]).toEqual([true, 2, on.revision.sha256]);
    expect(revision).toMatchObject({ head: { title: 'The mild winter' }, anchors: { exact: 1 } });
    expect(await requireArticle(on.id)).toMatchObject({
      title: 'The mild winter',
      version: on.version + 1,
      slug: on.slug,
    });
    const page = await getHistoryPage(EVERYBODY, on.slug, { from: 1, to: 2 });
    expect(page?.revisions.map(({ titleBefore }) => titleBefore)).toEqual([TITLE, null]);
    expect([page?.compared?.from.head?.title, page?.compared?.comparison.changed]).toEqual([TITLE, 0]);
    expect((await getRevisionPage(null, on.slug, 1))?.article.title).toBe(TITLE);
    expect((await getRevisionPage(null, on.slug, 2))?.article.title).toBe('The mild winter');
    expect((await requireAnnotation(null, made.id)).anchor).toMatchObject({ state: 'exact', revision: 2 });
    expect((await look(on.id)).created).toBe(false);
  });

  test('does not undo what somebody corrected here, but is kept', async () => {
    const { on, path } = await fetched();
    await correctArticle(ann, on.id, { title: 'The great winter of 1709', version: on.version });
    retitle(path, 'The mild winter', LATER);
    expect((await look(on.id)).revision.head).toMatchObject({ title: 'The mild winter' });
    expect(await titleOf(on.id)).toBe('The great winter of 1709');
    retitle(path, 'No winter at all', LATER);
    expect((await look(on.id)).created).toBe(true);
    expect(await titleOf(on.id)).toBe('The great winter of 1709');
  });

  test('is new once, where a site tries out several in turn', async () => {
    const { on, path } = await fetched();
    const created = [];
    for (const title of ['Frozen!', TITLE, 'Frozen!', TITLE]) {
      retitle(path, title);
      created.push((await look(on.id)).created);
    }
    expect(created).toEqual([true, false, false, false]);
    expect(await titleOf(on.id)).toBe('Frozen!');
    // With another text it is.
    retitle(path, TITLE, LATER);
    await look(on.id);
    expect(await titleOf(on.id)).toBe(TITLE);
  });

  test('is not known of an article whose source nobody has seen yet', async () => {
    const url = `${publisher.origin}/titled`;
    const on = await article({ by: ann, url, title: 'As somebody typed it' });
    show('/titled', PARAGRAPHS);
    expect((await look(on.id)).created).toBe(false);
    expect(await titleOf(on.id)).toBe('As somebody typed it');
    retitle('/titled', 'The mild winter');
    expect((await look(on.id)).revision).toMatchObject({ number: 2, head: { title: 'The mild winter' } });
    expect(await titleOf(on.id)).toBe('As somebody typed it');
  });

  test('found twice at the same moment is one revision', async () => {
    const { on, path } = await fetched();
    retitle(path, 'The mild winter');
    const found = await Promise.all([look(on.id), look(on.id)]);
    expect(found.map(({ created }) => created).sort()).toEqual([false, true]);
    expect(await db().revision.count({ where: { articleId: on.id } })).toBe(2);
  });

  test('stands above a text that somebody gave by hand', async () => {
    const { on, path } = await fetched();
    await newRevision(ann, on.id, { text: 'Typed by hand, with a full stop.' });
    retitle(path, 'The mild winter');
    expect((await look(on.id)).revision).toMatchObject({
      number: 3,
      text: 'Typed by hand, with a full stop.',
    });
    expect(await titleOf(on.id)).toBe('The mild winter');
  });
});

test('somebody who is not signed in has nothing looked at', async () => {
  const { on } = await fetched();
  publisher.requests.length = 0;
  await expect(newRevision(null, on.id, {})).rejects.toMatchObject({ code: 'not-signed-in' });
  expect(publisher.requests).toHaveLength(0);
});
