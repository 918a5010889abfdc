'use client';

import { useCallback, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { problemWords } from '#components/api/problem-words.ts';
import { RequestProblem, request } from '#components/api/request.ts';
import { announce, announceQuietly } from '#components/ui/announce.ts';
import type { CommentView, VotesView } from '#lib/comment/schema.ts';
import type { Thread } from './use-thread.ts';

type Mine = -1 | 0 | 1;

/** The votes as they would be with another one of mine. */
export function revoted({ up, down, mine }: VotesView, next: Mine): VotesView {
  const ups = up - Number(mine === 1) + Number(next === 1);
  const downs = down - Number(mine === -1) + Number(next === -1);
  return { up: ups, down: downs, score: ups - downs, mine: next };
}

/** Votes at once and tells the server; what it refuses is taken back, in words. Of several presses the last one counts. */
export function useVoting({ now, changed }: Thread) {
  const t = useTranslations('thread');
  const problems = useTranslations('problems');
  /** By comment: what the server said last, while a vote is on its way, and what is wished. */
  const known = useRef(new Map<string, VotesView>());
  const wished = useRef(new Map<string, Mine>());

  const show = useCallback(
    (id: string, votes: VotesView) => {
      const comment = now().comments.get(id);
      if (comment) changed({ ...comment, votes });
    },
    [now, changed],
  );

  const send = useCallback(
    async (id: string) => {
      try {
        for (let value = wished.current.get(id); value !== undefined; ) {
          const { data } = await request<VotesView>('PUT', `/api/comments/${id}/vote`, { value });
          known.current.set(id, data);
          const next = wished.current.get(id);
          if (next === value) break;
          value = next;
        }
      } catch (error) {
        if (!(error instanceof RequestProblem)) console.error(error);
        announce(t('voteFailed', { why: problemWords(problems, error) }), 'error');
      }
      const votes = known.current.get(id);
      known.current.delete(id);
      wished.current.delete(id);
      if (votes) show(id, votes);
      if (votes) announceQuietly(`${t('agree', { n: votes.up })}, ${t('disagree', { n: votes.down })}`);
    },
    [show, t, problems],
  );

  return useCallback(
    ({ id, votes }: CommentView, pressed: 1 | -1) => {
      const value: Mine = votes.mine === pressed ? 0 : pressed;
      const isOnItsWay = wished.current.has(id);
      if (!isOnItsWay) known.current.set(id, votes);
      wished.current.set(id, value);
      show(id, revoted(votes, value));
      if (!isOnItsWay) void send(id);
    },
    [show, send],
  );
}
