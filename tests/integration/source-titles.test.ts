import { describe, expect, test } from 'vitest';
import { requireArticle } from '#lib/article/queries.ts';
import { requireAnnotation } from '#lib/flows/annotation-details.ts';
import { correctArticle } from '#lib/flows/correct-article.ts';
import { EVERYBODY } from '#lib/flows/folds.ts';
import { getHistoryPage } from '#lib/flows/history-page.ts';
import { newRevision } from '#lib/flows/new-revision.ts';
import { getRevisionPage } from '#lib/flows/revision-page.ts';
import { article, claim } from '#tests/factories/articles.ts';
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
  TITLE,
} from '#tests/setup/fetched-articles.ts';

playPublisher();

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
    expect(await revisionsOf(on.id)).toBe(2);
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
