import { saysTheSame } from '#lib/article/check/beginning.ts';
import { hintsAtWall, noticeIn } from '#lib/article/check/instead.ts';
import { type PageNow, pageNow } from '#lib/article/check/page-now.ts';
import { getSeen } from '#lib/article/check/queries.ts';
import type { Outcome } from '#lib/article/check/schedule.ts';
import { steadyHash } from '#lib/article/check/steady.ts';
import { HOLDS_IT } from '#lib/article/check/survival.ts';
import { requireArticleRow, requireRevision } from '#lib/article/queries.ts';
import { revisionHash } from '#lib/article/revision/hash.ts';
import type { RevisionHead } from '#lib/article/revision/head.ts';
import { hasStoodUnder, lastWhole } from '#lib/article/revision/queries.ts';
import type { Showed } from '#lib/article/revision/showed.ts';
import { documentText } from '#lib/document/text.ts';
import { Problem } from '#lib/errors/problem.ts';
import { badStatus, type FetchedPage } from '#lib/fetch/fetch-page.ts';
import { comparableUrl } from '#lib/fetch/url-variants.ts';
import { raiseScripts } from '#lib/importers/raise.ts';
import type { ImportedArticle } from '#lib/importers/result.ts';
import { type Addressed, failed, fetchAgain, keep, limitHost, type Seen, TAKEN_AWAY } from './look-again.ts';
import { readPage } from './read-import.ts';
import { type Revising, reviseArticle } from './revise-article.ts';

interface Looked {
  number: number;
  created: boolean;
  outcome: Outcome;
}

/** Everything that is known when a page was read. */
interface Look {
  article: Addressed & { title: string; revisionNumber: number };
  actorId: string | null;
  seen: Seen;
  newest: Awaited<ReturnType<typeof requireRevision>>;
  page: FetchedPage;
  read: ImportedArticle;
  /** The page says what it said the last time, or what the newest revision says. */
  isSame: boolean;
  isRetitled: boolean;
}

/** Without them a page that says the same again is read again: it is still not the article. */
const UNASKED = { etag: null, lastModified: null };
const isNotice = (showed: Showed) => showed === 'withdrawn' || showed === 'correction';

/**
 * Looks at an article's address again, with what the server said of the page the last time. Another text becomes a
 * revision, also a notice in its place; of an article whose rest is kept for subscribers the beginning is compared alone.
 * What is evidently another page (lib/article/check/page-now.ts) is not taken: throws `article-gone`; what lib/fetch
 * throws passes through. Whatever comes of it is kept beside the article, and says when to look next.
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
  if (!page) {
    await keep(article, { outcome: 'unchanged' }, seen);
    return asItWas(article);
  }
  const read = await readPage(page, article.lang);
  if ('refused' in read) {
    if (page.status === TAKEN_AWAY) return failed(article, badStatus(page.status, new URL(page.url)), seen);
    if (read.refused !== 'paywall') return gone(article, page, seen);
    await keep(article, { outcome: 'beginning', ...UNASKED }, seen);
    return asItWas(article, 'beginning');
  }
  const newest = await requireRevision(articleId, article.revisionNumber);
  const hash = steadyHash(read.text);
  // Exponents are written out since; a page that did not change is no new revision for it.
  const writtenOut = steadyHash(documentText(raiseScripts(newest.document)));
  const known = [steadyHash(newest.text), writtenOut, seen?.seenSha256];
  const isSame = known.includes(hash) || seen?.seenSha256 === revisionHash(read.text);
  // Taken away for good: only a notice in its place is read, the first time and again.
  const isRead = noticeIn(read.text) !== null || (isSame && isNotice(newest.showed));
  if (page.status === TAKEN_AWAY && !isRead)
    return failed(article, badStatus(page.status, new URL(page.url)), seen);
  const isRetitled =
    !isNotice(newest.showed) && (await hasNewTitle(articleId, newest.sha256, read.found, seen));
  return takeIn({ article, actorId, seen, newest, page, read, isSame, isRetitled });
}

function asItWas({ revisionNumber }: { revisionNumber: number }, outcome: Outcome = 'unchanged'): Looked {
  return { number: revisionNumber, created: false, outcome };
}

async function gone(article: Addressed, page: FetchedPage, seen: Seen): Promise<never> {
  await keep(article, { outcome: 'gone', ...UNASKED }, seen);
  throw new Problem('article-gone', `${new URL(page.url).host} shows something else at this address now.`);
}

/** Makes of a page that was read what it is. */
async function takeIn(look: Look): Promise<Looked> {
  const { article, actorId, seen, page, read, isSame, isRetitled } = look;
  const validators =
    page.status === TAKEN_AWAY ? UNASKED : { etag: page.etag, lastModified: page.lastModified };
  const seenNow = { seenSha256: steadyHash(read.text), ...validators };
  if (isSame && !isRetitled) {
    const seenHead = seen?.seenHead ?? read.found;
    await keep(article, { outcome: 'unchanged', ...seenNow, seenHead }, seen);
    return asItWas(article);
  }
  const now: PageNow = isSame ? { is: 'article', left: 1 } : await compared(look);
  if (now.is === 'another') return gone(article, page, seen);
  const holdsIt = now.is === 'article' && now.left >= HOLDS_IT;
  if (!actorId && !seen?.seenSha256 && !holdsIt) {
    await keep(article, { outcome: 'unchanged', isAnother: true }, seen);
    return asItWas(article);
  }
  if (now.is === 'beginning') return takeBeginning(look, now.body);
  // Text that somebody gave by hand stays under a new title, too.
  const { document, text } = isSame ? look.newest : read;
  const content = { document, text, origin: 'fetched', actorId } as const;
  const head = { now: read.found, seen: seen?.seenHead ?? null };
  const isArticle = now.is === 'article';
  const outcome = isArticle
    ? await reviseArticle(article.id, {
        ...content,
        head,
        isRetitled,
        showed: isSame ? look.newest.showed : null,
      })
    : // A notice bears no title of its own: the article keeps what it was called.
      await reviseArticle(article.id, { ...content, showed: now.is });
  await keep(article, { outcome: 'revised', ...seenNow, ...(isArticle && { seenHead: read.found }) }, seen);
  return { ...outcome, outcome: outcome.created ? 'revised' : 'unchanged' };
}

/** What the page shows, held against the last revision that was no notice. */
async function compared({ article, newest, seen, page, read }: Look): Promise<PageNow> {
  const kept = isNotice(newest.showed) ? ((await lastWhole(article.id)) ?? newest) : newest;
  const titles = [article.title, kept.head?.title, newest.head?.title, seen?.seenHead?.title];
  const { document, text, found, warnings } = read;
  return pageNow(
    { document: kept.document, text: kept.text, titles },
    {
      ...{ document, text, title: found.title },
      isAtAddress: comparableUrl(page.url) === comparableUrl(article.url),
      isForSubscribers: warnings.includes('beginning-only'),
      hintsAtWall: hintsAtWall(page.text),
      isUncertain: warnings.includes('article-uncertain'),
    },
  );
}

/** Only the beginning can be read: a revision is made of it if it says something else, with the rest as it stood. */
async function takeBeginning(look: Look, body: Pick<Revising, 'document' | 'text'> | null): Promise<Looked> {
  const { article, actorId, seen, newest, read, isRetitled } = look;
  const agrees = !body || saysTheSame(body.text, newest.text);
  if (agrees && !isRetitled) {
    await keep(article, { outcome: 'beginning', ...UNASKED }, seen);
    return asItWas(article, 'beginning');
  }
  const { document, text } = agrees ? newest : body;
  const outcome = await reviseArticle(article.id, {
    ...{ document, text, origin: 'fetched', actorId, isRetitled },
    head: { now: read.found, seen: seen?.seenHead ?? null },
    showed: agrees ? newest.showed : 'beginning',
  });
  const seenNow = agrees ? {} : { seenSha256: steadyHash(text) };
  await keep(article, { outcome: 'beginning', ...UNASKED, ...seenNow, seenHead: read.found }, seen);
  return { ...outcome, outcome: 'beginning' };
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
