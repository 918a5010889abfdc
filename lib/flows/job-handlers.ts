import { recountPages } from '#lib/evidence/page-list/mutations.ts';
import type { JobHandlers } from '#lib/jobs/queues.ts';
import { deliver } from '#lib/mail/deliver.ts';
import { checkDueArticles } from './check-due-articles.ts';
import { cleanUp } from './clean-up.ts';
import { lookAtAllImages, lookAtImages } from './images.ts';
import { judgeLabels } from './label.ts';
import { continueLoad } from './lay-thread.ts';
import { lookAtPage, orderLooks } from './look-at-page.ts';
import { weighRatings } from './weigh-ratings.ts';

/** What is done for each queue. A handler is one call. */
export const jobHandlers: JobHandlers = {
  'mail.send': (order, id) => deliver(id, order),
  'articles.check': () => checkDueArticles(),
  'images.look': ({ articleId, number }) => lookAtImages(articleId, number),
  'images.look-all': ({ after }) => lookAtAllImages(after),
  'exhibit.load': ({ loadId }) => continueLoad(loadId),
  'evidence.look': ({ pageId }) => lookAtPage(pageId),
  'evidence.looks-due': () => orderLooks(),
  'evidence.count-uses': () => recountPages(),
  'labels.judge': () => judgeLabels(),
  'ratings.weigh': () => weighRatings(),
  'house.clean-up': () => cleanUp(),
};
