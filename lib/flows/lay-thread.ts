import { setImmediate as breathe } from 'node:timers/promises';
import { transaction } from '#lib/db/transaction.ts';
import {
  arrangeExhibit,
  closeExhibit,
  countDone,
  finishLoad,
  holdExhibit,
  type Laid,
  layComments,
  startLoad,
  takeBatch,
} from '#lib/exhibit/mutations.ts';
import { getLoad, getNextBatch } from '#lib/exhibit/queries.ts';
import { AT_ONCE, type ExhibitSource, type FoundAbout, type FoundComment } from '#lib/exhibit/schema.ts';
import type { OriginalComment, OriginalThread } from '#lib/importers/thread/original-thread.ts';
import { commentWords } from '#lib/importers/thread/words.ts';
import { enqueue } from '#lib/jobs/enqueue.ts';

/** So many comments a job lays down in one transaction. */
const BATCH = 250;
/** A job goes on in another one after so many milliseconds: one that was killed is then missed soon. */
const TURN = 15_000;

export interface Brought extends Laid {
  created: boolean;
  /** A job goes on with it. */
  later: boolean;
}

/** A thread that is ready to be laid down: what takes long is done, before any transaction is open. */
interface ReadyThread {
  thread: OriginalThread;
  /** Null where a job has to lay it down, because it is large. */
  found: FoundComment[] | null;
}

export async function readyThread(thread: OriginalThread): Promise<ReadyThread> {
  return { thread, found: thread.comments.length > AT_ONCE ? null : await foundIn(thread.comments) };
}

/** Lays a thread beside an article, in the open transaction: at once, or by a job. */
export async function layThread(
  actorId: string,
  articleId: string,
  { thread, found }: ReadyThread,
): Promise<Brought> {
  const about = aboutOf(thread);
  const later = found === null;
  const { id, created } = await holdExhibit(actorId, articleId, about);
  if (later) {
    const loadId = await startLoad(id, about, batchesOf(thread.comments));
    await enqueue('exhibit.load', { loadId });
    return { created, later, added: 0, changed: 0 };
  }
  const laid = await layComments(id, found);
  if (laid.added + laid.changed > 0) await arrangeExhibit(id);
  await closeExhibit(actorId, { id, articleId, created }, about, laid);
  return { created, later, ...laid };
}

function aboutOf({ source, declaredCount, asOf }: OriginalThread): FoundAbout {
  return { source, declaredCount, asOf: asOf === null ? new Date() : new Date(asOf) };
}

function batchesOf(comments: OriginalComment[]): OriginalComment[][] {
  const batches: OriginalComment[][] = [];
  for (let at = 0; at < comments.length; at += BATCH) batches.push(comments.slice(at, at + BATCH));
  return batches;
}

/** Comments as they are laid down: documents of our schema. What says nothing is left out. */
async function foundIn(comments: readonly OriginalComment[]): Promise<FoundComment[]> {
  const found: FoundComment[] = [];
  for (const [index, { body, time, order, ...comment }] of comments.entries()) {
    const words = commentWords(body);
    if (words) {
      const { document, text } = words;
      found.push({ ...comment, body: document, text, at: time.at, timeWords: time.words, sequence: order });
    }
    if (index % 20 === 19) await breathe();
  }
  return found;
}

/**
 * Goes on with a load where it stands; each batch is laid down and counted in one transaction, so that it may be killed
 * at any moment and run twice.
 */
export async function continueLoad(loadId: string): Promise<void> {
  const until = Date.now() + TURN;
  for (;;) {
    const batch = await getNextBatch(loadId);
    if (!batch) return endLoad(loadId);
    if (Date.now() > until) return enqueue('exhibit.load', { loadId });
    const comments = batch.comments as unknown as OriginalComment[];
    const found = await foundIn(comments);
    await transaction(async () => {
      const load = await getLoad(loadId);
      if (!load) return;
      const { articleId, importedById } = load.exhibit;
      await holdExhibit(importedById, articleId, aboutOfLoad(load));
      if (!(await takeBatch(loadId, batch.number))) return;
      await countDone(loadId, comments.length, await layComments(load.exhibitId, found));
    });
  }
}

async function endLoad(loadId: string): Promise<void> {
  await transaction(async () => {
    const load = await getLoad(loadId);
    if (!load) return;
    const { articleId, importedById } = load.exhibit;
    await holdExhibit(importedById, articleId, aboutOfLoad(load));
    if (!(await finishLoad(loadId))) return;
    const { exhibitId, added, changed } = load;
    await arrangeExhibit(exhibitId);
    const exhibit = { id: exhibitId, articleId, created: false };
    await closeExhibit(importedById, exhibit, aboutOfLoad(load), { added, changed });
  });
}

function aboutOfLoad(load: { source: string; declaredCount: number | null; asOf: Date }): FoundAbout {
  return { source: load.source as ExhibitSource, declaredCount: load.declaredCount, asOf: load.asOf };
}
