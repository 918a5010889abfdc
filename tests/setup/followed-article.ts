import { afterAll, afterEach, beforeAll } from 'vitest';
import type { ArticleView } from '#lib/article/schema.ts';
import { say } from '#lib/flows/discuss.ts';
import { articleEventsOperation } from '#lib/http/contract/events.ts';
import { closeHub } from '#lib/realtime/hub.ts';
import { article } from '#tests/factories/articles.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { closeStreams, type Opening, openStream } from './streams.ts';

/** Two people and the article that streams tell of; there once `playFollowedArticle` was called. */
export let anna: TestPerson;
export let boris: TestPerson;
export let news: ArticleView;

/** For a file of tests, each of which closes the streams that it opened. */
export function playFollowedArticle(): void {
  beforeAll(async () => {
    [anna, boris] = [await person(), await person()];
    news = await article();
  });
  afterEach(closeStreams);
  afterAll(closeHub);
}

export const follow = (opening: Omit<Opening, 'params'> = {}) =>
  openStream(articleEventsOperation, { params: { id: news.id }, ...opening });

export const comment = (text = 'Something.', as = anna, parentId?: string) =>
  say(as, { article: news.id }, { text, parentId });
