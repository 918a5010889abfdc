'use client';

import type { JSONContent } from '@tiptap/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { RequestProblem, request } from '#components/api/request.ts';
import { announce } from '#components/ui/announce.ts';
import type { CommentView } from '#lib/comment/schema.ts';
import { CommentForm } from './comment-form.tsx';
import { isGone, nameOf } from './comment-head.tsx';
import { useMember } from './member-context.ts';
import { threadApi } from './use-thread.ts';

/** Answers a comment, below it. When that goes meanwhile, the words stay and can become a comment of their own. */
export function ReplyForm({ comment }: { comment: CommentView }) {
  const t = useTranslations('thread');
  const { scene, thread, opened, close } = useMember();
  const [isRefused, setRefused] = useState(false);
  const quote = opened?.quote ?? null;
  const isStranded = isRefused || isGone(comment);
  return (
    <CommentForm
      key={quote?.text}
      title={t('replyTitle', { name: nameOf(opened?.comment ?? comment, t) })}
      submitLabel={t(isStranded ? 'postAlone' : 'post')}
      stranded={isStranded ? t('replyStranded') : null}
      form={`reply:${comment.id}`}
      quote={quote}
      onClose={close}
      send={async (body, submission) => {
        const input = isStranded ? { body } : { body, parentId: comment.id };
        const { data } = await request<CommentView>('POST', threadApi(scene.place), input, {
          submission,
        }).catch((error) => {
          // It went, and the page was not told yet.
          if (error instanceof RequestProblem && error.fields.parentId) setRefused(true);
          throw error;
        });
        return () => {
          close();
          announce(t(data.state === 'pending' ? 'postedPending' : 'posted'));
          thread.posted(data);
        };
      }}
    />
  );
}

/** Changes one's own words, where they stand. */
export function EditForm({ comment }: { comment: CommentView }) {
  const t = useTranslations('thread');
  const { thread, opened, close } = useMember();
  // It may change while the form is open: what is saved rests on what was seen when it was opened.
  const seen = opened?.comment ?? comment;
  return (
    <CommentForm
      title={t('editTitle')}
      submitLabel={t('save')}
      form={`comment:${comment.id}`}
      initial={(comment.body as JSONContent | null) ?? null}
      onClose={close}
      send={async (body, submission, current) => {
        const version = current?.version ?? seen.version;
        const { data } = await request<CommentView>(
          'PATCH',
          `/api/comments/${comment.id}`,
          { body, version },
          { submission },
        );
        return () => {
          close();
          thread.changed(data);
          announce(t(data.state === 'pending' && comment.state !== 'pending' ? 'changedPending' : 'changed'));
        };
      }}
    />
  );
}
