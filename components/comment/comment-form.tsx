'use client';

import type { JSONContent } from '@tiptap/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { RichText } from '#components/annotation/rich-text.tsx';
import { RequestProblem, type Submission } from '#components/api/request.ts';
import { Composer } from '#components/editor/composer.tsx';
import { Conflict, type FieldErrors, FormFrame, useFocusOnError } from '#components/form/form-parts.tsx';
import { useDraft } from '#components/form/use-draft.ts';
import { useSubmit } from '#components/form/use-submit.ts';
import { announce } from '#components/ui/announce.ts';
import { Notice } from '#components/ui/notice.tsx';
import type { CommentView } from '#lib/comment/schema.ts';
import { useMember } from './member-context.ts';
import { type Quote, withQuote } from './quote.ts';

interface CommentDraft {
  body: JSONContent | null;
}

/** Null, or roughly a document: the editor drops what its schema does not know. */
export function isCommentDraft(data: unknown): data is CommentDraft {
  if (typeof data !== 'object' || data === null || !('body' in data)) return false;
  const { body } = data;
  return body === null || (typeof body === 'object' && (body as JSONContent).type === 'doc');
}

interface CommentFormProps {
  title: string;
  bare?: boolean;
  submitLabel: string;
  placeholder?: string;
  /** Under which its draft is kept. */
  form: string;
  initial?: JSONContent | null;
  /** Put in when the form opens, below what stands there. */
  quote?: Quote | null;
  /**
   * `current` is what somebody made of it meanwhile, if that was found out. Resolves with what follows once the draft is
   * gone: the form may go with it, and whoever looks then shall find no draft.
   */
  send(body: JSONContent, submission: Submission, current: CommentView | null): Promise<() => void>;
  onClose(): void;
  /** Why it cannot be sent as it was meant; then it is sent otherwise or discarded, and not put away. */
  stranded?: string | null;
}

/** Where somebody writes: a comment, a reply, another wording. What is typed is kept until it was sent. */
export function CommentForm(props: CommentFormProps) {
  const { title, bare, submitLabel, placeholder, form, initial = null, quote = null } = props;
  const { send, onClose, stranded = null } = props;
  const t = useTranslations('thread');
  const { viewer, rules, scene } = useMember();
  const place = { personId: viewer.id, articleId: scene.place.articleId, form };
  const draft = useDraft<CommentDraft>(place, { body: initial }, isCommentDraft);
  const { value, change } = draft;
  const submit = useSubmit(draft.sent);
  const [errors, setErrors] = useState<FieldErrors<'body'>>({});
  const [current, setCurrent] = useState<CommentView | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const scope = useCallback(() => box.current, []);
  useFocusOnError(errors, scope);
  useQuote(quote, value.body, (body) => change({ body }));
  useSaid(stranded);

  function save() {
    const { body } = value;
    setErrors(body ? {} : { body: t('bodyMissing') });
    if (!body) return;
    void submit.run(async (submission) => {
      try {
        const follow = await send(body, submission, current);
        draft.clear();
        follow();
      } catch (error) {
        if (error instanceof RequestProblem && error.code === 'edit-conflict')
          setCurrent(error.current as CommentView);
        throw error;
      }
    });
  }

  function drop() {
    draft.clear();
    onClose();
  }

  return (
    <div ref={box} className="thread-form">
      <FormFrame
        title={title}
        bare={bare}
        submit={submit}
        submitLabel={submitLabel}
        onSubmit={save}
        onClose={onClose}
        restored={draft.restored}
        onDiscard={draft.reset}
        onDrop={stranded === null ? undefined : drop}
      >
        {stranded !== null && (
          <Notice>
            <p>{stranded}</p>
          </Notice>
        )}
        {current && (
          <Conflict onTheirs={() => change({ body: (current.body as JSONContent | null) ?? null })}>
            {current.body ? <RichText body={current.body as JSONContent} /> : <p>{current.text}</p>}
          </Conflict>
        )}
        <Composer
          label={t('bodyLabel')}
          error={errors.body}
          placeholder={placeholder}
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

/** Whoever writes does not look elsewhere: what changes around the form is said. */
function useSaid(words: string | null): void {
  useEffect(() => {
    if (words !== null) announce(words);
  }, [words]);
}

/** A quotation is put in once, whether the form was open or not. */
function useQuote(quote: Quote | null, body: JSONContent | null, put: (body: JSONContent) => void) {
  const done = useRef<Quote | null>(null);
  useEffect(() => {
    if (quote === null || done.current === quote) return;
    done.current = quote;
    put(withQuote(body, quote));
  });
}
