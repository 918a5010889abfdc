import type { CommentInContext, CommentView, Sort, ThreadPage } from '#lib/comment/schema.ts';
import type { ThreadView } from '#lib/flows/thread-page.ts';
import { confidence } from '#lib/verdict/confidence.ts';

/** So many replies of each comment come from the beginning on; lib/flows/thread-page.ts reads as many. */
export const FOLD = 3;

export interface Cursors {
  next: string | null;
  prev: string | null;
}

/** What of a thread is on the page. Nothing here is ever changed: every function makes a new one. */
export interface ThreadState {
  sort: Sort;
  comments: ReadonlyMap<string, CommentView>;
  /** The ids of those that head a branch, in the order in which they stand. */
  heads: readonly string[];
  /** Heads whose place lies behind what has not been read yet. */
  beyond: readonly string[];
  /** Where the heads go on. */
  cursors: Cursors;
  /** By comment: the last of its replies before which none is left out. Without it all of them follow each other. */
  reach: ReadonlyMap<string, string>;
  /** By comment: where its replies go on, once a page of them was read. */
  replyCursors: ReadonlyMap<string, Cursors>;
  /** Comments of the thread that everybody can read. */
  total: number;
}

/** A comment with those replies to it that are on the page. */
export interface Branch {
  comment: CommentView;
  /** The comment that it answers, if that is there. */
  parent: CommentView | null;
  replies: Branch[];
  /** So many further replies the reader could see. */
  more: number;
  /** So many of `replies` follow each other; a comment that was asked for stands behind the gap. */
  together: number;
}

/** The thread as the server read it. O(n log n). */
export function openThread(view: ThreadView): ThreadState {
  const { items, sort, total, nextCursor, prevCursor, repliesTo } = view;
  const comments = new Map(items.map((item) => [item.id, item]));
  const cursors = { next: nextCursor, prev: prevCursor };
  const reach = new Map<string, string>();
  for (const [id, replies] of repliesOf(comments)) {
    const last = replies.at(id === repliesTo ? -1 : Math.min(FOLD, replies.length) - 1);
    if (last) reach.set(id, last);
  }
  return {
    sort,
    total,
    comments,
    heads: items.filter(({ parentId }) => !comments.has(parentId ?? '')).map(({ id }) => id),
    beyond: [],
    cursors: repliesTo === null ? cursors : { next: null, prev: null },
    reach,
    replyCursors: new Map(repliesTo === null ? [] : [[repliesTo, cursors]]),
  };
}

/** By comment: the ids of its replies, oldest first. Ids are in the order of time. */
function repliesOf(comments: ReadonlyMap<string, CommentView>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { id, parentId } of comments.values()) {
    if (parentId === null || !comments.has(parentId)) continue;
    const group = groups.get(parentId);
    if (group) group.push(id);
    else groups.set(parentId, [id]);
  }
  for (const group of groups.values()) group.sort();
  return groups;
}

/** The thread as the tree that is drawn. O(n log n). */
export function branchesOf(state: ThreadState): Record<'heads' | 'beyond', Branch[]> {
  const replies = repliesOf(state.comments);
  const grow = (id: string, parent: CommentView | null): Branch => {
    const comment = state.comments.get(id) as CommentView;
    const ids = replies.get(id) ?? [];
    const more = Math.max(0, comment.replyCount - ids.length);
    const reach = state.reach.get(id) ?? '';
    const together = more === 0 ? ids.length : ids.filter((reply) => reply <= reach).length;
    return { comment, parent, replies: ids.map((reply) => grow(reply, comment)), more, together };
  };
  const all = (ids: readonly string[]) => ids.map((id) => grow(id, null));
  return { heads: all(state.heads), beyond: all(state.beyond) };
}

/** With a further page of heads, on one side of those that are there. */
export function withPage(state: ThreadState, page: ThreadPage, side: keyof Cursors): ThreadState {
  const merged = withComments(state, page.items);
  const own = new Set(page.items.map(({ id }) => id));
  const found = page.items.filter(({ parentId }) => !own.has(parentId ?? '')).map(({ id }) => id);
  const known = new Set(state.heads);
  const fresh = found.filter((id) => !known.has(id));
  const cursor = side === 'next' ? page.nextCursor : page.prevCursor;
  const isEnd = side === 'next' && cursor === null;
  const beyond = state.beyond.filter((id) => !own.has(id));
  const heads = side === 'next' ? [...state.heads, ...fresh] : [...fresh, ...state.heads];
  return {
    ...merged,
    heads: isEnd ? [...heads, ...beyond] : heads,
    beyond: isEnd ? [] : beyond,
    cursors: { ...state.cursors, [side]: cursor },
    total: page.total,
  };
}

/** With a further page of the replies to a comment. */
export function withReplies(
  state: ThreadState,
  parentId: string,
  page: ThreadPage,
  side: keyof Cursors,
): ThreadState {
  const known = state.replyCursors.get(parentId) ?? { next: null, prev: null };
  const cursors = { ...known, [side]: side === 'next' ? page.nextCursor : page.prevCursor };
  const replyCursors = new Map(state.replyCursors).set(parentId, cursors);
  const merged = withComments(state, page.items);
  const last = page.items.findLast((item) => item.parentId === parentId);
  const reach = new Map(merged.reach);
  if (last && side === 'next') reach.set(parentId, last.id);
  const comments = new Map(merged.comments);
  const parent = comments.get(parentId);
  if (parent && cursors.next === null && cursors.prev === null) {
    // All of them are here now, whatever was counted before.
    const replyCount = [...comments.values()].filter((item) => item.parentId === parentId).length;
    comments.set(parentId, { ...parent, replyCount });
  }
  return { ...merged, comments, reach, replyCursors, total: page.total };
}

/** The comments put in, and, for those whose first replies came with them, how far these reach. */
function withComments(state: ThreadState, items: readonly CommentView[]): ThreadState {
  const before = repliesOf(state.comments);
  const reach = new Map(state.reach);
  for (const [id, replies] of repliesOf(new Map(items.map((item) => [item.id, item]))))
    if (!before.has(id)) reach.set(id, replies.at(-1) as string);
  const comments = new Map(state.comments);
  for (const item of items) comments.set(item.id, item);
  return { ...state, comments, reach };
}

/** With a comment as it is now; one that is not on the page is left out. */
export function withChanged(state: ThreadState, comment: CommentView): ThreadState {
  const before = state.comments.get(comment.id);
  if (!before) return state;
  const total = state.total + Number(comment.state === 'visible') - Number(before.state === 'visible');
  return { ...state, total, comments: new Map(state.comments).set(comment.id, comment) };
}

/** With what the reader has just said. */
export function withPosted(state: ThreadState, comment: CommentView): ThreadState {
  if (state.comments.has(comment.id)) return withChanged(state, comment);
  const comments = new Map(state.comments).set(comment.id, comment);
  const parent = comments.get(comment.parentId ?? '');
  if (parent) comments.set(parent.id, { ...parent, replyCount: parent.replyCount + 1 });
  const total = state.total + Number(comment.state === 'visible');
  const grown = { ...state, comments, total };
  return parent ? grown : withHead(grown, comment);
}

/** With a comment and all that is above it, as the server tells of them; the counts of replies are up to date. */
export function withBranch(state: ThreadState, { ancestors, ...comment }: CommentInContext): ThreadState {
  let next = state;
  for (const item of [...ancestors, comment]) {
    const known = next.comments.has(item.id);
    const comments = new Map(next.comments).set(item.id, item);
    next = { ...next, comments };
    if (!known && !comments.has(item.parentId ?? '')) next = withHead(next, item);
  }
  const isNew = !state.comments.has(comment.id);
  return { ...next, total: state.total + Number(isNew && comment.state === 'visible') };
}

/** Where the order puts a new head: among those on the page, at their end, or behind what was not read yet. */
function withHead(state: ThreadState, comment: CommentView): ThreadState {
  const goesBefore = (id: string) => {
    const other = state.comments.get(id);
    return other !== undefined && comes(state.sort, comment, other);
  };
  const at = state.heads.findIndex(goesBefore);
  if (at !== -1) return { ...state, heads: state.heads.toSpliced(at, 0, comment.id) };
  if (state.cursors.next === null) return { ...state, heads: [...state.heads, comment.id] };
  return { ...state, beyond: [...state.beyond, comment.id] };
}

/** Whether a head stands before another in an order; as lib/comment/thread/queries.ts sorts them. */
function comes(sort: Sort, a: CommentView, b: CommentView): boolean {
  if (sort === 'oldest') return a.id < b.id;
  const worth = ({ votes: { up, down, score } }: CommentView) =>
    sort === 'most-voted' ? score : sort === 'best' ? confidence(up, down) : 0;
  return worth(a) - worth(b) > 0 || (worth(a) === worth(b) && a.id > b.id);
}

/** Without a comment that is not there any more for the reader, and without all that stood below it. */
export function without(state: ThreadState, id: string): ThreadState {
  const gone = state.comments.get(id);
  if (!gone) return state;
  const replies = repliesOf(state.comments);
  const comments = new Map(state.comments);
  let visible = 0;
  const drop = (one: string) => {
    visible += Number(comments.get(one)?.state === 'visible');
    comments.delete(one);
    for (const reply of replies.get(one) ?? []) drop(reply);
  };
  drop(id);
  const parent = comments.get(gone.parentId ?? '');
  if (parent) comments.set(parent.id, { ...parent, replyCount: Math.max(0, parent.replyCount - 1) });
  const others = (ids: readonly string[]) => ids.filter((one) => one !== id);
  return {
    ...state,
    comments,
    heads: others(state.heads),
    beyond: others(state.beyond),
    total: state.total - visible,
  };
}
