import type { z } from 'zod';
import { requireArticleRow } from '#lib/article/queries.ts';
import { deleteComment, editComment, postComment } from '#lib/comment/mutations.ts';
import { awaitsApproval, canEditComment } from '#lib/comment/policy.ts';
import {
  hasVisibleComment,
  holdComment,
  listStanding,
  requireBranch,
  requireCommentRow,
  requireStandingThread,
  toCommentView,
} from '#lib/comment/queries.ts';
import type {
  CommentInContext,
  CommentInput,
  CommentState,
  CommentView,
  commentPatch,
  PreModeration,
  ThreadPage,
  ThreadQuery,
  VotesView,
} from '#lib/comment/schema.ts';
import { readThread } from '#lib/comment/thread/queries.ts';
import { vote } from '#lib/comment/vote/mutations.ts';
import { transaction } from '#lib/db/transaction.ts';
import { Problem } from '#lib/errors/problem.ts';
import { getSetting } from '#lib/settings/queries.ts';
import { permit } from '#lib/user/require.ts';
import type { Actor, Viewer } from '#lib/user/schema.ts';
import { letGuestIn } from './guests.ts';
import { requireOpenThread, requireThreadId, type ThreadPlace } from './threads.ts';

/** One comment with those above it. */
export async function requireComment(viewer: Viewer, id: string): Promise<CommentInContext> {
  const views = (await requireBranch(viewer, id)).map((row) => toCommentView(row, viewer));
  return { ...(views.at(-1) as CommentView), ancestors: views.slice(0, -1) };
}

/** Of some comments those that stand for the viewer: what is not among them is gone, or never was. */
export async function readSome(viewer: Viewer, ids: readonly string[]): Promise<{ items: CommentView[] }> {
  return { items: (await listStanding(viewer, ids)).map((row) => toCommentView(row, viewer)) };
}

/** A page of the thread on an article or on an annotation. */
export async function listThread(
  viewer: Viewer,
  place: ThreadPlace,
  query: ThreadQuery,
): Promise<ThreadPage> {
  return readThread(viewer, await requireThreadId(viewer, place), query);
}

/** Says something in a thread. What awaits approval comes back as `pending`. */
export async function say(viewer: Viewer, place: ThreadPlace, input: CommentInput): Promise<CommentView> {
  const { preModeration, ...target } = await requireOpenThread(place);
  const { guest, ...said } = input;
  const row = viewer
    ? await postComment({ viewer }, target, said, await stateFor(viewer, preModeration))
    : await postComment({ guest: await letGuestIn(guest) }, target, said, 'pending');
  return toCommentView(row, viewer, true);
}

/** The state in which somebody's comment begins, or goes on after it was changed. */
export async function stateFor(
  author: Actor,
  mode: PreModeration,
  { edited = false } = {},
): Promise<CommentState> {
  if (mode === 'off') return 'visible';
  // Somebody whose words stand there is known, but under `all` a moderator reads the changed words too.
  const known = mode === 'newcomers' && (edited || (await hasVisibleComment(author.id)));
  return awaitsApproval({ role: author.role, known }, mode) ? 'pending' : 'visible';
}

/** Changes one's own words. */
export async function changeComment(
  viewer: Viewer,
  id: string,
  patch: z.output<typeof commentPatch>,
): Promise<CommentView> {
  return transaction(async () => {
    const held = await holdComment(id);
    if (held.state === 'deleted') throw new Problem('not-found', 'There is no such comment.');
    requireStandingThread(viewer, held);
    const actor = permit(viewer, canEditComment(viewer, held));
    if (held.articleState === 'locked') throw new Problem('article-locked');
    if (held.version !== patch.version) {
      const current = toCommentView(await requireCommentRow(viewer, id), viewer);
      throw new Problem('edit-conflict', undefined, { current });
    }
    const mode = await getSetting('comments.pre-moderation');
    const state = held.state === 'pending' ? 'pending' : await stateFor(actor, mode, { edited: true });
    await editComment(viewer, held, patch, state);
    return toCommentView(await requireCommentRow(viewer, id), viewer);
  });
}

/** Takes one's own words away. */
export async function withdrawComment(viewer: Viewer, id: string): Promise<void> {
  await transaction(async () => {
    const held = await holdComment(id);
    if (held.state === 'deleted') throw new Problem('not-found', 'There is no such comment.');
    await deleteComment(viewer, held);
  });
}

/** For, against, or neither. */
export async function voteOn(viewer: Viewer, id: string, value: -1 | 0 | 1): Promise<VotesView> {
  return transaction(() => vote(viewer, id, value));
}

/** The article under which a comment stands, and on which annotation: where its permalink leads. */
export async function whereIs(viewer: Viewer, id: string) {
  const branch = await requireBranch(viewer, id);
  const { articleId, annotationId } = branch.at(-1) as {
    articleId: string | null;
    annotationId: string | null;
  };
  if (annotationId) return `/claims/${annotationId}?comment=${id}#comment-${id}`;
  const { slug } = await requireArticleRow(articleId ?? '');
  return `/articles/${encodeURIComponent(slug)}?comment=${id}#comment-${id}`;
}
