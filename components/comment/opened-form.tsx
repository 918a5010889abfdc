'use client';

import type { JSONContent } from '@tiptap/core';
import { useTranslations } from 'use-intl';
import { request } from '#components/api/request.ts';
import { announce } from '#components/ui/announce.ts';
import type { CommentView } from '#lib/comment/schema.ts';
import { CommentForm } from './comment-form.tsx';
import { nameOf } from './comment-head.tsx';
import { useMember } from './member-context.ts';
import { threadApi } from './use-thread.ts';

/** Answers a comment, below it. */
export function ReplyForm({ comment }: { comment: CommentView }) {
  const t = useTranslations('thread');
  const { scene, thread, opened, close } = useMember();
  const quote = opened?.quote ?? null;
  return (
    <CommentForm
      key={quote?.text}
      title={t('replyTitle', { name: nameOf(comment, t) })}
      submitLabel={t('post')}
      form={`reply:${comment.id}`}
      quote={quote}
      onClose={close}
      send={async (body, submission) => {
        const input = { body, parentId: comment.id };
        const { data } = await request<CommentView>('POST', threadApi(scene.place), input, { submission });
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
