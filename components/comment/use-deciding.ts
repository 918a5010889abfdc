'use client';

import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { problemWords } from '#components/api/problem-words.ts';
import { RequestProblem, request } from '#components/api/request.ts';
import { announce } from '#components/ui/announce.ts';
import type { CommentView } from '#lib/comment/schema.ts';
import type { Decision } from './may.ts';
import { useMember } from './member-context.ts';

/** Sends what a moderator decided. */
export function sendDecision({ id, version }: CommentView, action: Decision, reason: string) {
  const targets = [{ type: 'comment', id, version }];
  return request('POST', '/api/moderation/actions', { action, targets, reason });
}

/** A decision that needs no reason. */
export function useDeciding() {
  const t = useTranslations('thread');
  const problems = useTranslations('problems');
  const { thread } = useMember();
  return useCallback(
    async (comment: CommentView, decision: Decision, reason: string) => {
      try {
        await sendDecision(comment, decision, reason);
        announce(t(`decided.${decision}`));
      } catch (error) {
        if (!(error instanceof RequestProblem)) throw error;
        announce(problemWords(problems, error), 'error');
      }
      await thread.reread(comment.id);
    },
    [t, problems, thread],
  );
}
