import { cacheImage, readCachedImage } from '#lib/article/image/cache.ts';
import { IMAGE_TYPES, type ImageFormat, type ImageType, imageFormat } from '#lib/article/image/format.ts';
import { recordImage } from '#lib/article/image/mutations.ts';
import {
  getShownImage,
  imageKey,
  listArticlesWithFigures,
  listUnseenImages,
  showsImages,
} from '#lib/article/image/queries.ts';
import { requireRevision } from '#lib/article/queries.ts';
import { imageSources } from '#lib/document/figure.ts';
import { Problem } from '#lib/errors/problem.ts';
import { emit } from '#lib/events/mutations.ts';
import { fetchFile } from '#lib/fetch/fetch-page.ts';
import { enqueue } from '#lib/jobs/enqueue.ts';

/** Of one revision; further ones stay links. */
const MOST_IMAGES = 200;
const MAX_BYTES = 8 * 1024 * 1024;
/** So many are fetched at the same time, by a job or for readers. */
const AT_ONCE = 4;
/** After this, in milliseconds, a job begins no further image, and leaves the rest to the next one. */
const LONGEST = 120_000;
/** What could not be had is tried again after a day, if another revision shows it too. */
const AGAIN_AFTER = 24 * 3_600_000;

/** Has the images of a revision looked at, where an admin wants them shown. In the transaction that stores the revision. */
export async function orderImages(articleId: string, number: number, document: object): Promise<void> {
  if (imageSources(document).length === 0 || !(await showsImages())) return;
  await enqueue('images.look', { articleId, number });
}

/** Looks at the images of a revision that nobody looked at yet: from then on they are shown, and nothing moves when they come. */
export async function lookAtImages(articleId: string, number: number): Promise<void> {
  if (!(await showsImages())) return;
  const { document } = await requireRevision(articleId, number);
  const urls = imageSources(document).slice(0, MOST_IMAGES);
  const waiting = await listUnseenImages(urls, new Date(Date.now() - AGAIN_AFTER));
  const end = Date.now() + LONGEST;
  let shown = 0;
  const work = async () => {
    for (let url = Date.now() < end ? waiting.shift() : undefined; url; url = waiting.shift()) {
      if (await look(url)) shown += 1;
      if (Date.now() >= end) return;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (shown > 0)
    await emit({ kind: 'article.illustrated', articleId, subjectId: articleId, data: { shown } });
  if (waiting.length > 0) await enqueue('images.look', { articleId, number });
}

const BATCH = 100;

/** Has the images of all newest revisions looked at: when an admin begins to show them. */
export async function lookAtAllImages(after: string | null): Promise<void> {
  if (!(await showsImages())) return;
  const articles = await listArticlesWithFigures(after, BATCH);
  for (const { id, number } of articles) await enqueue('images.look', { articleId: id, number });
  const last = articles.at(-1);
  if (last && articles.length === BATCH) await enqueue('images.look-all', { after: last.id });
}

/**
 * The bytes of an image that is shown, and what they are. Only what stands in a revision has a key; of that the address is
 * fetched again when its bytes are not here any more. Throws `not-found`, and what lib/fetch throws.
 */
export async function readImage(key: string): Promise<{ bytes: Uint8Array; type: ImageType }> {
  const image = (await showsImages()) ? await getShownImage(key) : null;
  if (!image) throw new Problem('not-found', 'There is no such image.');
  const cached = await readCachedImage(key);
  if (cached) return { bytes: cached, type: image.type };
  const { bytes, format } = await fetchForReader(image.url);
  await recordImage(image.url, format);
  return { bytes, type: format.type };
}

/** What readers could not have, by its address, until when it is not asked for again. */
const inVain = new Map<string, { problem: Problem; until: number }>();
const NOT_AGAIN_FOR = 5 * 60_000;
const MOST_IN_VAIN = 1_000;

async function fetchForReader(url: string): Promise<Fetched> {
  const before = inVain.get(url);
  if (before && before.until > Date.now()) throw before.problem;
  try {
    return await fetchOnce(url);
  } catch (problem) {
    if (inVain.size >= MOST_IN_VAIN) inVain.clear();
    if (problem instanceof Problem) inVain.set(url, { problem, until: Date.now() + NOT_AGAIN_FOR });
    throw problem;
  }
}

/** Whether it can be shown. Why not is kept beside it. */
async function look(url: string): Promise<boolean> {
  try {
    const { format } = await fetchOnce(url);
    await recordImage(url, format);
    return true;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await recordImage(url, { failure: String(error.extra.reason ?? error.code) });
    return false;
  }
}

interface Fetched {
  bytes: Uint8Array;
  format: ImageFormat;
}

/** Being fetched just now, by their address: many readers of a page ask for the same image at the same time. */
const fetching = new Map<string, Promise<Fetched>>();

function fetchOnce(url: string): Promise<Fetched> {
  const under = fetching.get(url);
  if (under) return under;
  const work = fetchImage(url).finally(() => fetching.delete(url));
  fetching.set(url, work);
  return work;
}

async function fetchImage(url: string): Promise<Fetched> {
  const { bytes } = await fetchFile(url, { types: IMAGE_TYPES, maxBytes: MAX_BYTES });
  const format = imageFormat(bytes);
  if (!format)
    throw new Problem('fetch-failed', 'There is no image at this address.', { reason: 'no-image' });
  await cacheImage(imageKey(url), bytes);
  return { bytes, format };
}
