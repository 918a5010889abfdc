import { type DueCheck, takeDueChecks } from '#lib/article/check/mutations.ts';
import { Problem } from '#lib/errors/problem.ts';
import { getSetting } from '#lib/settings/queries.ts';
import { checkArticle } from './check-article.ts';

/** So many hosts are asked at the same time; each for one page at a time. */
const HOSTS_AT_ONCE = 4;
/** After this, in milliseconds, no further page is asked for: the rest is due again later. */
const LONGEST = 3 * 60_000;

/** Looks at the addresses of all articles whose time has come. Safe to be run by several processes at once. */
export async function checkDueArticles(now = new Date()): Promise<void> {
  if (!(await getSetting('articles.check'))) return;
  const hosts = [...Map.groupBy(await takeDueChecks(now), ({ host }) => host).values()];
  const end = Date.now() + LONGEST;
  const work = async () => {
    for (let host = hosts.shift(); host; host = hosts.shift()) await checkHost(host, end);
  };
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, work));
}

async function checkHost(due: readonly DueCheck[], end: number): Promise<void> {
  for (const { articleId } of due) {
    if (Date.now() > end) return;
    try {
      await checkArticle(articleId, null);
    } catch (error) {
      // What is wrong with the page is kept beside the article. Anything else is ours, and must not stop the others.
      if (!(error instanceof Problem)) console.error(error);
    }
  }
}
