import { locator } from '#lib/anchoring/locate.ts';
import { permitImport } from '#lib/article/mutations.ts';
import { requireArticleRow, requireRevision } from '#lib/article/queries.ts';
import { transaction } from '#lib/db/transaction.ts';
import { Problem } from '#lib/errors/problem.ts';
import { foldedWords } from '#lib/exhibit/fingerprint.ts';
import { canLayExhibit } from '#lib/exhibit/policy.ts';
import {
  type ExhibitCommentRow,
  pageOfExhibit,
  requireExhibit,
  toExhibitCommentView,
} from '#lib/exhibit/queries.ts';
import { COMMENTS_MAX, type ExhibitCommentView, type ExhibitView } from '#lib/exhibit/schema.ts';
import { fetchPage } from '#lib/fetch/fetch-page.ts';
import { comparableUrl } from '#lib/fetch/url-variants.ts';
import type { ChoosePost, ExportPost } from '#lib/importers/thread/export-posts.ts';
import type { OriginalThread } from '#lib/importers/thread/original-thread.ts';
import { readExport } from '#lib/importers/thread/read-export.ts';
import { readThread } from '#lib/importers/thread/read-thread.ts';
import { getSetting } from '#lib/settings/queries.ts';
import { permit } from '#lib/user/require.ts';
import type { Viewer } from '#lib/user/schema.ts';
import type { ExhibitInput } from './exhibit-input.ts';
import { type Brought, layThread, readyThread } from './lay-thread.ts';

/** How many posts of an export are offered when none fits by itself. */
const POSTS_OFFERED = 50;

type Article = Awaited<ReturnType<typeof requireArticleRow>>;

/**
 * Lays the thread that stood under the original beside an article: out of an export, a page, a pasted text, or the
 * page at the article's address. The same again changes nothing. A large one is laid down by a job.
 */
export async function bringExhibit(
  viewer: Viewer,
  articleId: string,
  input: ExhibitInput,
): Promise<{ exhibit: ExhibitView } & Brought> {
  await permitImport(viewer);
  const article = await requireArticleRow(articleId);
  if (article.state === 'locked') throw new Problem('article-locked');
  const actor = permit(viewer, canLayExhibit(viewer, article, await getSetting('articles.import-role')));
  const thread = await threadOf(article, input);
  if (thread.comments.length > COMMENTS_MAX)
    throw new Problem('too-large', `A thread may have ${COMMENTS_MAX} comments at most.`);
  const ready = await readyThread(thread);
  const brought = await transaction(() => layThread(actor.id, article.id, ready));
  return { exhibit: await requireExhibit(article.id), ...brought };
}

async function threadOf(article: Article, input: ExhibitInput): Promise<OriginalThread> {
  if (input.export !== undefined) return threadInExport(article, input.export, input.post);
  const thread = readThread(await pageOrText(article, input));
  if (!thread) throw new Problem('no-comments');
  return thread;
}

async function pageOrText(article: Article, { html, text }: ExhibitInput) {
  if (html !== undefined) return { html };
  if (text !== undefined) return { text };
  if (!article.url)
    throw new Problem('bad-url', 'This article has no address from which its page could be fetched.');
  const page = await fetchPage(article.url);
  return page.contentType === 'text/plain' ? { text: page.text } : { html: page.text };
}

async function threadInExport(
  article: Article,
  xml: string,
  post: string | undefined,
): Promise<OriginalThread> {
  const read = await readExport(xml, post === undefined ? chooserFor(article) : (one) => one.id === post);
  if (!read.ok) throw new Problem('bad-export', read.detail);
  const { thread, posts } = read.reading;
  if (thread && thread.comments.length > 0) return thread;
  if (posts.length === 0) throw new Problem('no-comments');
  throw new Problem('export-no-match', undefined, { posts: offered(posts) });
}

/** The post at the article's address; of an article without one, that of its title. */
function chooserFor({ canonicalUrl, title }: Article): ChoosePost {
  if (canonicalUrl) return ({ link }) => addressOf(link) === canonicalUrl;
  const wanted = foldedWords(title);
  return (post) => foldedWords(post.title) === wanted;
}

function addressOf(link: string): string | null {
  return /^https?:\/\//i.test(link) && URL.canParse(link) ? comparableUrl(link) : null;
}

const offered = (posts: readonly ExportPost[]) =>
  posts.toSorted((a, b) => b.comments - a.comments).slice(0, POSTS_OFFERED);

/** What is shown of the thread that stood under an article. */
export async function getArticleExhibit(articleId: string): Promise<ExhibitView> {
  return requireExhibit((await requireArticleRow(articleId)).id);
}

/** A page of its comments, from top to bottom. */
export async function listExhibit(articleId: string, query: { cursor?: string | undefined; limit: number }) {
  const article = await requireArticleRow(articleId);
  const exhibit = await requireExhibit(article.id);
  const { rows, nextCursor } = await pageOfExhibit(exhibit.id, query);
  return { items: await viewsOf(article, rows), nextCursor };
}

/** Comments with the places in the newest revision of the passages that they were tied to. */
export async function viewsOf(
  article: Pick<Article, 'id' | 'revisionNumber'>,
  rows: readonly ExhibitCommentRow[],
): Promise<ExhibitCommentView[]> {
  const isTied = ({ exact, state }: ExhibitCommentRow) => exact !== null && state === 'visible';
  if (!rows.some(isTied)) return rows.map((row) => toExhibitCommentView(row, null));
  const { text, number } = await requireRevision(article.id, article.revisionNumber);
  const find = locator(text);
  return rows.map((row) => {
    const { exact, prefix, suffix } = row;
    if (exact === null) return toExhibitCommentView(row, null);
    const found = find({ exact, prefix, suffix });
    const place = found.found ? { start: found.start, end: found.end } : { start: null, end: null };
    return toExhibitCommentView(row, { exact, prefix, suffix, revision: number, ...place });
  });
}
