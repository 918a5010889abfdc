import { z } from 'zod';
import { requireBranch, toCommentView } from '#lib/comment/queries.ts';
import { type CommentView, SORTS, type Sort, type ThreadPage } from '#lib/comment/schema.ts';
import { readThread } from '#lib/comment/thread/queries.ts';
import { id } from '#lib/errors/fields.ts';
import { Problem } from '#lib/errors/problem.ts';
import { getSetting } from '#lib/settings/queries.ts';
import type { Viewer } from '#lib/user/schema.ts';

/** So many comments that are no replies stand on a page, and so many replies of one. */
const PAGE_SIZE = 20;
/** So many replies stand under a comment before somebody asks for more. */
const FOLD = 3;

/** What the address of a page with a thread can ask for; what it cannot is left out. */
const addressQuery = z.object({
  sort: z.enum(SORTS).catch('oldest'),
  cursor: z.string().max(200).optional().catch(undefined),
  /** The comment that is to be shown. */
  comment: id.optional().catch(undefined),
  /** The comment whose replies are to be shown. */
  replies: id.optional().catch(undefined),
});

export type ThreadAddress = Record<string, string | string[] | undefined>;

/** A page of a thread as a reader asked for it. */
export interface ThreadView extends ThreadPage {
  sort: Sort;
  /** The comment that was asked for. */
  current: string | null;
  /** Only the replies to this comment are shown, below all that is above it; the cursors are theirs. */
  repliesTo: string | null;
  /** The comment that was asked for cannot be shown (any more): the thread stands there from its beginning. */
  missing: boolean;
  /** The viewer has no account, and may write all the same. */
  guests: boolean;
}

/** What is shown of a thread at an address: six queries at the most, eight where one comment was asked for. */
export async function readThreadView(
  viewer: Viewer,
  threadId: string,
  address: ThreadAddress,
): Promise<ThreadView> {
  const [view, guests] = await Promise.all([
    readAddress(viewer, threadId, address),
    viewer === null && getSetting('comments.guests'),
  ]);
  return { ...view, guests };
}

async function readAddress(
  viewer: Viewer,
  threadId: string,
  address: ThreadAddress,
): Promise<Omit<ThreadView, 'guests'>> {
  const { sort, cursor, comment, replies } = addressQuery.parse(onlyFirst(address));
  const page = { sort, limit: PAGE_SIZE, fold: FOLD };
  const shown = { sort, current: null, repliesTo: null, missing: false };
  try {
    if (replies) return { ...shown, ...(await readReplies(viewer, threadId, { ...page, cursor, replies })) };
    const around = comment ? { around: comment } : { cursor };
    const thread = await readThread(viewer, threadId, { ...page, ...around });
    if (!comment || thread.items.some(({ id: one }) => one === comment))
      return { ...shown, ...thread, current: comment ?? null };
    return { ...shown, ...thread, missing: true };
  } catch (error) {
    // A link that is old, or was cut short, leads to the discussion all the same.
    if (!(error instanceof Problem && ['not-found', 'invalid'].includes(error.code))) throw error;
    return { ...shown, ...(await readThread(viewer, threadId, page)), missing: Boolean(comment ?? replies) };
  }
}

interface RepliesRequest {
  sort: Sort;
  limit: number;
  fold: number;
  cursor: string | undefined;
  replies: string;
}

/** The replies to a comment, with it and all that is above it. */
async function readReplies(viewer: Viewer, threadId: string, { replies, ...page }: RepliesRequest) {
  const [branch, thread] = await Promise.all([
    requireBranch(viewer, replies),
    readThread(viewer, threadId, { ...page, parentId: replies }),
  ]);
  const above: CommentView[] = branch.map((row) => toCommentView(row, viewer));
  if (above.some(({ articleId, annotationId }) => (articleId ?? annotationId) !== threadId))
    throw new Problem('not-found', 'There is no such comment in this thread.');
  return { ...thread, items: [...above, ...thread.items], repliesTo: replies };
}

function onlyFirst(address: ThreadAddress): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(address).map(([name, value]) => [name, [value].flat()[0]]));
}
