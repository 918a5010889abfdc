import { afterAll, beforeAll, beforeEach } from 'vitest';
import { db } from '#lib/db/client.ts';
import { publishImport } from '#lib/flows/import-article.ts';
import { newRevision } from '#lib/flows/new-revision.ts';
import { HARBOUR } from '#tests/factories/articles.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { newspaperPage, type Publisher, startPublisher } from './publisher.ts';

export const TITLE = 'The great winter';
export const PARAGRAPHS = HARBOUR.split('\n\n');
export const LATER = [...PARAGRAPHS, 'Since then, three bridges have been built over the harbour of Lindow.'];

/** Where the articles come from, and who has them fetched; there once `playPublisher` was called. */
export let publisher: Publisher;
export let ann: TestPerson;
let count = 0;

/** For a file of tests. */
export function playPublisher(): void {
  beforeAll(async () => {
    publisher = await startPublisher();
    // Before anything reads the configuration.
    process.env.OBELUS_FETCH_ALLOW = publisher.host;
    ann = await person();
  });
  beforeEach(() => {
    publisher.gone.clear();
    publisher.requests.length = 0;
    publisher.notModified = 0;
  });
  afterAll(() => publisher.close());
}

/** What stands at a path from now on. */
export const show = (path: string, paragraphs: readonly string[], furniture = '', title = TITLE) =>
  publisher.pages.set(path, newspaperPage(title, paragraphs, furniture));

/** An article that was fetched from the publisher. */
export async function fetched(paragraphs: readonly string[] = PARAGRAPHS) {
  count += 1;
  const path = `/winter-${count}`;
  show(path, paragraphs);
  const { article: on } = await publishImport(ann, { url: publisher.origin + path });
  return { on, path };
}

/** Somebody asks for an article to be looked at. */
export const look = (id: string) => newRevision(ann, id, {});

/** How often articles were looked at by themselves is up to their checks: these are next. */
export const makeDue = (ids: string[]) =>
  db().articleCheck.updateMany({ where: { articleId: { in: ids } }, data: { nextAt: new Date(0) } });

export const revisionsOf = (articleId: string) => db().revision.count({ where: { articleId } });
