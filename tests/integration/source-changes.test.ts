import { expect, test } from 'vitest';
import { getCheck } from '#lib/article/check/queries.ts';
import { requireArticle } from '#lib/article/queries.ts';
import { db } from '#lib/db/client.ts';
import { requireAnnotation } from '#lib/flows/annotation-details.ts';
import { checkDueArticles } from '#lib/flows/check-due-articles.ts';
import { EVERYBODY } from '#lib/flows/folds.ts';
import { getHistoryPage } from '#lib/flows/history-page.ts';
import { article, claim } from '#tests/factories/articles.ts';
import {
  ann,
  fetched,
  look,
  PARAGRAPHS,
  playPublisher,
  publisher,
  revisionsOf,
  show,
  TITLE,
} from '#tests/setup/fetched-articles.ts';

/** Long enough for a beginning of it to be told from a short article. */
const WHOLE = [
  ...PARAGRAPHS,
  'Three of the aldermen kept some of the rye for themselves, as was found out in May when the books were opened.',
  'The clerk lists what each of them paid back, and what the bakers were given of it in the years that followed.',
  'Sixty carts had brought it over land; eleven of them were lost in the forest, and two of the drivers never came home.',
];
const REWRITTEN = [
  'No ship was ever stuck in the harbour, says a new reading of the town books; all of them lay at anchor there.',
  'Bread fell in price, because the bakers of the neighbouring towns came across the lake and sold theirs too.',
];
const NOTICE = 'This article has been withdrawn. We regret the errors in it.';
const WALL = ['Subscribe to read on', 'Four weeks for one euro, then 9.99 a month.'];
const FOR_SUBSCRIBERS =
  '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>';

playPublisher();

const wholeArticle = () => fetched(WHOLE);

test('a text that was rewritten under its headline is a revision, however much of it is new', async () => {
  const { on, path } = await wholeArticle();
  show(path, REWRITTEN);
  expect(await look(on.id)).toMatchObject({
    created: true,
    look: 'revised',
    revision: { number: 2, showed: null, text: REWRITTEN.join('\n') },
  });
  show(path, [...REWRITTEN, WHOLE[0] ?? ''], '', 'Trams for everybody');
  expect((await look(on.id)).created).toBe(true);
  show(
    path,
    ['The tram runs every ten minutes from Monday on, the company says, and stops at the eastern cemetery.'],
    '',
    'Something else altogether',
  );
  await expect(look(on.id)).rejects.toMatchObject({ code: 'article-gone' });
});

test('a notice in its place is a revision that says so; the article keeps its name, and comes back', async () => {
  const { on, path } = await wholeArticle();
  const made = await claim({ by: ann, on });
  show(path, [NOTICE], '', 'Withdrawn');
  expect(await look(on.id)).toMatchObject({
    created: true,
    revision: { number: 2, showed: 'withdrawn', text: NOTICE, anchors: { orphaned: 1 } },
  });
  expect(await requireArticle(on.id)).toMatchObject({ title: TITLE, revision: { showed: 'withdrawn' } });
  expect(await look(on.id)).toMatchObject({ created: false, look: 'unchanged' });
  const history = await getHistoryPage(EVERYBODY, on.slug, {});
  expect(history?.revisions.map(({ showed, titleBefore }) => [showed, titleBefore])).toEqual([
    ['withdrawn', null],
    [null, null],
  ]);
  show(path, WHOLE);
  expect(await look(on.id)).toMatchObject({ created: true, revision: { number: 3, showed: null } });
  expect((await requireAnnotation(null, made.id)).anchor).toMatchObject({ state: 'exact', revision: 3 });
});

test('a page that was taken away for good is read if it says why', async () => {
  const { on, path } = await wholeArticle();
  publisher.gone.add(path);
  show(path, ['Nothing here.'], '', '410 Gone');
  await expect(look(on.id)).rejects.toMatchObject({ code: 'fetch-failed' });
  expect(await getCheck(on.id)).toMatchObject({ outcome: 'failed', reason: 'http-410' });
  show(path, WHOLE);
  await expect(look(on.id)).rejects.toMatchObject({ code: 'fetch-failed' });
  show(path, [NOTICE]);
  expect(await look(on.id)).toMatchObject({ created: true, revision: { showed: 'withdrawn' } });
  expect(await look(on.id)).toMatchObject({ created: false });
  expect(await getCheck(on.id)).toMatchObject({ outcome: 'unchanged', reason: null });
});

test('an article whose rest is kept for subscribers loses nothing, and says so until it is whole again', async () => {
  const { on, path } = await wholeArticle();
  show(path, [...WHOLE.slice(0, 2), ...WALL], FOR_SUBSCRIBERS);
  expect(await look(on.id)).toMatchObject({ created: false, look: 'beginning', revision: { number: 1 } });
  const check = await getCheck(on.id);
  expect(check).toMatchObject({ outcome: 'beginning' });
  // The same page again is not asked for by its mark, and is no news.
  expect(await look(on.id)).toMatchObject({ created: false, look: 'beginning' });
  expect((await getCheck(on.id))?.outcomeSince).toBe(check?.outcomeSince);
  show(path, WHOLE);
  expect(await look(on.id)).toMatchObject({ created: false, look: 'unchanged' });
  const told = await db().event.findMany({ where: { kind: 'article.checked', articleId: on.id } });
  expect(told.map(({ data }) => data)).toEqual([{ outcome: 'beginning' }, { outcome: 'unchanged' }]);
  expect(await revisionsOf(on.id)).toBe(1);
});

test('of such an article the beginning is compared alone, and the rest carried as it stood', async () => {
  const { on, path } = await wholeArticle();
  const edited = [WHOLE[0]?.replace('1709', '1708') ?? '', ...WHOLE.slice(1)];
  expect(edited[0]).not.toBe(WHOLE[0]);
  show(path, [...edited.slice(0, 2), ...WALL], FOR_SUBSCRIBERS);
  expect(await look(on.id)).toMatchObject({
    created: true,
    look: 'beginning',
    revision: { number: 2, showed: 'beginning', text: edited.join('\n') },
  });
  expect(await look(on.id)).toMatchObject({ created: false, look: 'beginning' });
  show(path, WHOLE);
  expect(await look(on.id)).toMatchObject({ created: true, revision: { number: 3, showed: null } });
});

test('nobody’s pasted text gives way to a rewritten page, a notice or a beginning by itself', async () => {
  const pages = [REWRITTEN, [NOTICE], [...WHOLE.slice(0, 2), ...WALL]];
  for (const [at, paragraphs] of pages.entries()) {
    const path = `/pasted-source-${at}`;
    const on = await article({ by: ann, url: publisher.origin + path, title: TITLE });
    show(path, paragraphs, at === 2 ? FOR_SUBSCRIBERS : '');
    await db().$executeRaw`
      INSERT INTO "ArticleCheck" ("articleId", "host", "interval", "nextAt")
      VALUES (${on.id}::uuid, ${publisher.host}, 3600, ${new Date(0)})
      ON CONFLICT ("articleId") DO UPDATE SET "nextAt" = EXCLUDED."nextAt"`;
    await checkDueArticles();
    expect(await revisionsOf(on.id)).toBe(1);
    expect(await getCheck(on.id)).toMatchObject({ nextAt: null });
  }
});

test('what changes on a page by itself makes no revision', async () => {
  const with_ = (minutes: number, related: string) => [
    `Updated ${minutes} minutes ago`,
    ...WHOLE.slice(0, 2),
    `Read more: ${related}`,
    ...WHOLE.slice(2),
  ];
  const { on, path } = await fetched(with_(3, 'The ice of Stettin'));
  show(path, with_(9, 'The bakers of Lindow'));
  expect(await look(on.id)).toMatchObject({ created: false, look: 'unchanged' });
  show(path, WHOLE);
  expect(await look(on.id)).toMatchObject({ created: false });
  show(
    path,
    with_(12, 'The bakers of Lindow').with(1, 'It never froze at all in those years, says the clerk.'),
  );
  expect(await look(on.id)).toMatchObject({ created: true });
});
