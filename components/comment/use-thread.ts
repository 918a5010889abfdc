'use client';

import { useCallback, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslations } from 'use-intl';
import { problemWords } from '#components/api/problem-words.ts';
import { RequestProblem, request } from '#components/api/request.ts';
import { announce, announceQuietly } from '#components/ui/announce.ts';
import type { ThreadPlace } from '#lib/comment/place.ts';
import type { CommentInContext, CommentView, ThreadPage } from '#lib/comment/schema.ts';
import type { ThreadView } from '#lib/flows/thread-page.ts';
import { focusComment, holdStill } from './focus-comment.ts';
import {
  type Cursors,
  FOLD,
  openThread,
  type ThreadState,
  withBranch,
  withChanged,
  without,
  withPage,
  withPosted,
  withReplies,
} from './thread-state.ts';

const PAGE_SIZE = '20';

export interface Thread {
  state: ThreadState;
  /** As it is at this moment, also before React has drawn it. */
  now(): ThreadState;
  /** Further heads, into the page. */
  load(side: keyof Cursors): Promise<void>;
  /** Further replies to a comment, into the page. */
  loadReplies(id: string, side: keyof Cursors): Promise<void>;
  /** What the reader has just said: shown in its place, with the focus. */
  posted(comment: CommentView): void;
  /** A comment as it is now. */
  changed(comment: CommentView): void;
  /** A comment with all that is above it, as somebody else told of it. */
  arrived(comment: CommentInContext): void;
  gone(id: string): void;
  /** Reads a comment again, because something was done to it: it changes in its place, or goes. */
  reread(id: string): Promise<void>;
  /** It was taken away: where replies stand under it, a placeholder stays. */
  takenAway(id: string): Promise<void>;
}

export const threadApi = ({ kind, id }: ThreadPlace) =>
  `/api/${kind === 'article' ? 'articles' : 'annotations'}/${id}/comments`;

/** The thread on the page and what is read into it. */
export function useThread(place: ThreadPlace, view: ThreadView): Thread {
  const [state, setState] = useState(() => openThread(view));
  const latest = useRef(state);
  const api = threadApi(place);

  const change = useCallback((step: (state: ThreadState) => ThreadState) => {
    latest.current = step(latest.current);
    setState(latest.current);
  }, []);
  const now = useCallback(() => latest.current, []);
  const { load, loadReplies } = useLoading(api, now, change);

  return useMemo(() => {
    const changed = (comment: CommentView) => change((before) => withChanged(before, comment));
    const gone = (id: string) => change((before) => without(before, id));
    const reread = async (id: string) => {
      try {
        const { ancestors, ...comment } = (await request<CommentInContext>('GET', `/api/comments/${id}`))
          .data;
        changed(comment);
      } catch (error) {
        if (!(error instanceof RequestProblem)) throw error;
        // What was done is done; where the server cannot be asked, the page shows it when it is read again.
        if (error.code === 'not-found') gone(id);
      }
    };
    return {
      state,
      now,
      load,
      loadReplies,
      changed,
      gone,
      posted(comment) {
        flushSync(() => change((before) => withPosted(before, comment)));
        focusComment(comment.id);
      },
      arrived: (comment) => change((before) => withBranch(before, comment)),
      reread,
      async takenAway(id) {
        if (now().comments.get(id)?.replyCount) await reread(id);
        else flushSync(() => gone(id));
      },
    };
  }, [state, now, load, loadReplies, change]);
}

type Change = (step: (state: ThreadState) => ThreadState) => void;

function useLoading(api: string, now: () => ThreadState, change: Change) {
  const t = useTranslations('thread');
  const problems = useTranslations('problems');
  const running = useRef(new Set<string>());

  /** Once at a time; what went wrong is said, and the link stays. */
  const once = useCallback(
    async (key: string, work: () => Promise<void>) => {
      if (running.current.has(key)) return;
      running.current.add(key);
      try {
        await work();
      } catch (error) {
        if (!(error instanceof RequestProblem)) console.error(error);
        announce(problemWords(problems, error), 'error');
      } finally {
        running.current.delete(key);
      }
    },
    [problems],
  );

  /**
   * Puts a page in, tells how much it was, and gives the focus to what it begins with. `keep` is the comment before which
   * something is put in.
   */
  const put = useCallback(
    (page: ThreadPage, keep: string | null, step: (state: ThreadState) => ThreadState) => {
      const known = now().comments;
      const fresh = page.items.filter(({ id }) => !known.has(id));
      const first = fresh[0] ?? page.items[0];
      holdStill(keep === null ? null : document.getElementById(`comment-${keep}`), () =>
        flushSync(() => change(step)),
      );
      announceQuietly(t('loaded', { n: fresh.length }));
      if (first) focusComment(first.id, { scroll: false });
    },
    [now, change, t],
  );

  const load = useCallback(
    (side: keyof Cursors) =>
      once(side, async () => {
        const { sort, cursors } = now();
        const query = queryOf({ sort, cursor: cursors[side] });
        const { data } = await request<ThreadPage>('GET', `${api}?${query}`);
        const keep = side === 'prev' ? (now().heads[0] ?? null) : null;
        put(data, keep, (before) => withPage(before, data, side));
      }),
    [api, now, once, put],
  );

  const loadReplies = useCallback(
    (id: string, side: keyof Cursors) =>
      once(`${id} ${side}`, async () => {
        const cursor = now().replyCursors.get(id)?.[side] ?? null;
        const { data } = await request<ThreadPage>('GET', `${api}?${queryOf({ parentId: id, cursor })}`);
        const keep = side === 'prev' ? firstReply(now(), id) : null;
        put(data, keep, (before) => withReplies(before, id, data, side));
      }),
    [api, now, once, put],
  );
  return { load, loadReplies };
}

function queryOf(asked: Record<string, string | null>): URLSearchParams {
  const query = new URLSearchParams({ limit: PAGE_SIZE, fold: String(FOLD) });
  for (const [name, value] of Object.entries(asked)) if (value) query.set(name, value);
  return query;
}

function firstReply({ comments }: ThreadState, parentId: string): string | null {
  const replies = [...comments.values()].filter((comment) => comment.parentId === parentId);
  return replies.map(({ id }) => id).sort()[0] ?? null;
}
