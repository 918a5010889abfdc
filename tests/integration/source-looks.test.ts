import { expect, test } from 'vitest';
import { getCheck } from '#lib/article/check/queries.ts';
import { db } from '#lib/db/client.ts';
import { newRevision } from '#lib/flows/new-revision.ts';
import {
  ann,
  fetched,
  LATER,
  look,
  PARAGRAPHS,
  playPublisher,
  publisher,
  revisionsOf,
  show,
} from '#tests/setup/fetched-articles.ts';

playPublisher();

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
  expect(await revisionsOf(on.id)).toBe(1);
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

test('somebody who is not signed in has nothing looked at', async () => {
  const { on } = await fetched();
  publisher.requests.length = 0;
  await expect(newRevision(null, on.id, {})).rejects.toMatchObject({ code: 'not-signed-in' });
  expect(publisher.requests).toHaveLength(0);
});
