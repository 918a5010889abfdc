import { type Look, recordLook } from '#lib/article/check/mutations.ts';
import type { getSeen } from '#lib/article/check/queries.ts';
import { ambient } from '#lib/db/ambient.ts';
import { countHit } from '#lib/db/limits.ts';
import { env } from '#lib/env/env.ts';
import { Problem } from '#lib/errors/problem.ts';
import { emit } from '#lib/events/mutations.ts';
import { type FetchedPage, fetchIfChanged } from '#lib/fetch/fetch-page.ts';
import { IMPORT_TYPES } from './read-import.ts';

/** Looks at the pages of one host that people may ask for, all together. */
const ASKED_PER_HOST = { max: 60, seconds: 600 };

/** An article that has an address. */
export type Addressed = { id: string; url: string; lang: string };
/** What is known of the page from the last time. */
export type Seen = Awaited<ReturnType<typeof getSeen>>;

/** With this status a page was taken away for good; what comes with it may say so in words. */
export const TAKEN_AWAY = 410;

/** The page of an article, if it is another one than was seen. What went wrong is kept and thrown. */
export async function fetchAgain(article: Addressed, seen: Seen): Promise<FetchedPage | null> {
  try {
    return await fetchIfChanged(article.url, seen ?? {}, {
      lang: article.lang,
      types: IMPORT_TYPES,
      statuses: [TAKEN_AWAY],
    });
  } catch (error) {
    return failed(article, error, seen);
  }
}

/** Keeps that a page could not be read, and throws why. */
export async function failed(article: Addressed, error: unknown, seen: Seen): Promise<never> {
  if (error instanceof Problem) {
    await keep(article, { outcome: 'failed', reason: String(error.extra.reason ?? error.code) }, seen);
  }
  throw error;
}

/** What is said of an article on its pages. */
const NOTICED = new Set(['beginning', 'gone', 'failed']);
const THROWN = new Set(['gone', 'failed']);

/** Keeps what came of a look. A notice comes and goes on the pages of the article; how often it was looked at is not told there. */
export async function keep(article: Addressed, look: Look, before: Seen): Promise<void> {
  // Trouble is thrown next, and a request that does its work once would take what was kept back with it.
  if (THROWN.has(look.outcome)) await ambient.exit(() => note(article, look, before));
  else await note(article, look, before);
}

async function note(article: Addressed, look: Look, before: Seen): Promise<void> {
  await recordLook(article, look);
  const had = before !== null && NOTICED.has(before.outcome);
  if (!had && !NOTICED.has(look.outcome)) return;
  if (had && before.outcome === look.outcome) return;
  const about = { articleId: article.id, subjectId: article.id };
  await emit({ kind: 'article.checked', ...about, data: { outcome: look.outcome } });
}

/** Throws when too many people had pages of a host looked at. */
export async function limitHost(host: string): Promise<void> {
  if (env().limits !== 'on') return;
  const { max, seconds } = ASKED_PER_HOST;
  const { count, resetsIn } = await countHit(`check-host:${host}`, seconds);
  if (count <= max) return;
  throw new Problem('too-often', `Many asked ${host} already: try again in ${resetsIn} seconds.`, {
    retryAfter: resetsIn,
  });
}
