'use client';

import type { JSONContent } from '@tiptap/core';
import { useCallback, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { RichText } from '#components/annotation/rich-text.tsx';
import { RequestProblem, request } from '#components/api/request.ts';
import { Composer } from '#components/editor/composer.tsx';
import { Conflict, type FieldErrors, FormFrame, useFocusOnError } from '#components/form/form-parts.tsx';
import { useDraft } from '#components/form/use-draft.ts';
import { useSubmit } from '#components/form/use-submit.ts';
import { announce } from '#components/ui/announce.ts';
import type { CommentView } from '#lib/comment/schema.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import { isDocument } from './verdict-fields.tsx';
import { useWorkspace } from './workspace-context.tsx';

interface CommentDraft {
  body: JSONContent | null;
}

function isCommentDraft(data: unknown): data is CommentDraft {
  return typeof data === 'object' && data !== null && 'body' in data && isDocument(data.body);
}

interface CommentFormProps {
  annotation: AnnotationDetail;
  /** The own comment that is edited; a new one without. */
  comment?: CommentView;
  onClose(): void;
}

/** Says something on an annotation, or changes what one said. */
export function CommentForm({ annotation, comment, onClose }: CommentFormProps) {
  const t = useTranslations('annotate');
  const { viewer, articleId, rules, reread } = useWorkspace();
  const form = comment ? `comment:${comment.id}` : `comment-on:${annotation.id}`;
  const initial: CommentDraft = { body: (comment?.body as JSONContent | null | undefined) ?? null };
  const draft = useDraft({ personId: viewer.id, articleId, form }, initial, isCommentDraft);
  const submit = useSubmit();
  const [errors, setErrors] = useState<FieldErrors<'body'>>({});
  const [current, setCurrent] = useState<CommentView | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useFocusOnError(
    errors,
    useCallback(() => box.current, []),
  );
  const { value, change } = draft;

  function save() {
    const { body } = value;
    setErrors(body ? {} : { body: t('commentMissing') });
    if (!body) return;
    void submit.run(async (submission) => {
      try {
        if (comment) {
          const version = current?.version ?? comment.version;
          await request('PATCH', `/api/comments/${comment.id}`, { body, version });
        } else await request('POST', `/api/annotations/${annotation.id}/comments`, { body }, { submission });
      } catch (error) {
        if (error instanceof RequestProblem && error.code === 'edit-conflict')
          setCurrent(error.current as CommentView);
        throw error;
      }
      draft.clear();
      onClose();
      announce(t(comment ? 'commentChanged' : 'commentSaved'));
      await reread(annotation.id);
    });
  }

  return (
    <div ref={box}>
      <FormFrame
        title={t(comment ? 'editComment' : 'comment')}
        submit={submit}
        submitLabel={t(comment ? 'save' : 'saveComment')}
        onSubmit={save}
        onClose={onClose}
        restored={draft.restored}
        onDiscard={draft.reset}
      >
        {current && (
          <Conflict onTheirs={() => change({ body: (current.body as JSONContent | null) ?? null })}>
            {current.body ? <RichText body={current.body as JSONContent} /> : <p>{current.text}</p>}
          </Conflict>
        )}
        <Composer
          label={t('commentLabel')}
          error={errors.body}
          maxLength={rules.commentMax}
          value={value.body}
          onChange={(body) => change({ body })}
          onSubmit={save}
          autoFocus
        />
      </FormFrame>
    </div>
  );
}
