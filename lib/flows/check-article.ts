import { type Look, recordLook } from '#lib/article/check/mutations.ts';
import { getSeen } from '#lib/article/check/queries.ts';
import { HOLDS_IT, STILL_THERE, survival } from '#lib/article/check/survival.ts';
import { requireArticleRow, requireRevision } from '#lib/article/queries.ts';
import { revisionHash } from '#lib/article/revision/hash.ts';
import type { RevisionHead } from '#lib/article/revision/head.ts';
import { hasStoodUnder } from '#lib/article/revision/queries.ts';
import { ambient } from '#lib/db/ambient.ts';
import { countHit } from '#lib/db/limits.ts';
import { env } from '#lib/env/env.ts';
import { Problem } from '#lib/errors/problem.ts';
import { emit } from '#lib/events/mutations.ts';
import { type FetchedPage, fetchIfChanged } from '#lib/fetch/fetch-page.ts';
import { IMPORT_TYPES, readPage } from './read-import.ts';
import { reviseArticle } from './revise-article.ts';

/** Looks at the pages of one host that people may ask for, all together. */
const ASKED_PER_HOST = { max: 60, seconds: 600 };

interface Looked {
  number: number;
  created: boolean;
}

/**
 * Looks at an article's address again, with what the server said of the page the last time. Another text becomes a
 * revision. What is evidently not the article any more (nothing to read, less than {@link STILL_THERE} of its words) is
 * not taken: throws `article-gone`; what lib/fetch throws passes through. Whatever comes of it is kept beside the
 * article, and says when to look next.
 *
 * @param actorId who asked; null for the job
 */
export async function checkArticle(articleId: string, actorId: string | null): Promise<Looked> {
  const row = await requireArticleRow(articleId);
  if (!row.url) throw new Problem('no-address');
  const article = { ...row, url: row.url };
  if (actorId) await limitHost(new URL(article.url).host);
  const seen = await getSeen(articleId);
  const page = await fetchAgain(article, seen);
  const unchanged = { number: article.revisionNumber, created: false };
  if (!page) {
    await keep(article, { outcome: 'unchanged' }, seen);
    return unchanged;
  }
  const validators = { etag: page.etag, lastModified: page.lastModified };
  const read = await readPage(page, article.lang);
  const newest = await requireRevision(articleId, article.revisionNumber);
  const sha256 = read && revisionHash(read.text);
  const isSame = sha256 !== null && (sha256 === newest.sha256 || sha256 === seen?.seenSha256);
  const isRetitled = read !== null && (await hasNewTitle(articleId, newest.sha256, read.found, seen));
  if (isSame && !isRetitled) {
    const seenHead = seen?.seenHead ?? read?.found;
    await keep(
      article,
      { outcome: 'unchanged', seenSha256: sha256, ...(seenHead && { seenHead }), ...validators },
      seen,
    );
    return unchanged;
  }
  const left = isSame ? 1 : survival(newest.text, read?.text ?? '');
  if (!actorId && !seen?.seenSha256 && left >= STILL_THERE && left < HOLDS_IT) {
    await keep(article, { outcome: 'unchanged', isAnother: true }, seen);
    return unchanged;
  }
  if (!read || !sha256 || left < STILL_THERE) {
    // Without the validators: a page that says the same again is still not the article.
    await keep(article, { outcome: 'gone', etag: null, lastModified: null }, seen);
    throw new Problem('article-gone', `${new URL(page.url).host} shows something else at this address now.`);
  }
  // Text that somebody gave by hand stays under a new title, too.
  const { document, text } = isSame ? newest : read;
  const head = { now: read.found, seen: seen?.seenHead ?? null };
  const outcome = await reviseArticle(articleId, {
    document,
    text,
    origin: 'fetched',
    actorId,
    head,
    isRetitled,
  });
  await keep(article, { outcome: 'revised', seenSha256: sha256, seenHead: read.found, ...validators }, seen);
  return outcome;
}

/**
 * Whether the source calls the article something else than when it was last seen. Of titles that a site tries out in turn
 * over the same text each is new once.
 */
async function hasNewTitle(
  articleId: string,
  sha256: string,
  { title }: RevisionHead,
  seen: Seen,
): Promise<boolean> {
  if (title === null || !seen?.seenHead || title === seen.seenHead.title) return false;
  return !(await hasStoodUnder(articleId, sha256, title));
}

type Article = { id: string; url: string };
type Seen = Awaited<ReturnType<typeof getSeen>>;

async function fetchAgain(article: Article & { lang: string }, seen: Seen): Promise<FetchedPage | null> {
  try {
    return await fetchIfChanged(article.url, seen ?? {}, { lang: article.lang, types: IMPORT_TYPES });
  } catch (error) {
    if (error instanceof Problem) {
      await keep(article, { outcome: 'failed', reason: String(error.extra.reason ?? error.code) }, seen);
    }
    throw error;
  }
}

const TROUBLE = new Set(['gone', 'failed']);

/** A notice comes and goes on the pages of the article; how often it was looked at is not told there. */
async function keep(article: Article, look: Look, before: Seen): Promise<void> {
  // Trouble is thrown next, and a request that does its work once would take what was kept back with it.
  if (TROUBLE.has(look.outcome)) await ambient.exit(() => note(article, look, before));
  else await note(article, look, before);
}

async function note(article: Article, look: Look, before: Seen): Promise<void> {
  await recordLook(article, look);
  const had = before !== null && TROUBLE.has(before.outcome);
  if (!had && !TROUBLE.has(look.outcome)) return;
  if (had && before.outcome === look.outcome) return;
  const about = { articleId: article.id, subjectId: article.id };
  await emit({ kind: 'article.checked', ...about, data: { outcome: look.outcome } });
}

async function limitHost(host: string): Promise<void> {
  if (env().limits !== 'on') return;
  const { max, seconds } = ASKED_PER_HOST;
  const { count, resetsIn } = await countHit(`check-host:${host}`, seconds);
  if (count <= max) return;
  throw new Problem('too-often', `Many asked ${host} already: try again in ${resetsIn} seconds.`, {
    retryAfter: resetsIn,
  });
}
