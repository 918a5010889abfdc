'use client';

import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslations } from 'use-intl';
import { request } from '#components/api/request.ts';
import { readDraft } from '#components/form/draft.ts';
import { announce } from '#components/ui/announce.ts';
import type { CommentView } from '#lib/comment/schema.ts';
import { CommentForm, isCommentDraft } from './comment-form.tsx';
import { useMember } from './member-context.ts';
import { onQuote, type Quote } from './quote.ts';
import { threadApi } from './use-thread.ts';

/** Where a thread takes something new. Until somebody wants to write, it is a button in the shape of the field. */
export function TopComposer() {
  const t = useTranslations('thread');
  const { scene, viewer, thread } = useMember();
  const { place } = scene;
  const form = `comment-on:${place.id}`;
  const [isOpen, setOpen] = useState(false);
  const [quote, setQuote] = useState<Quote | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isWaiting = useWaitingDraft({ personId: viewer.id, articleId: place.articleId, form }, isOpen);

  useEffect(() => {
    if (place.kind !== 'article') return;
    return onQuote((words) => {
      setQuote(words);
      setOpen(true);
      document.getElementById('discussion')?.scrollIntoView({ block: 'start' });
    });
  }, [place.kind]);

  function close() {
    flushSync(() => {
      setOpen(false);
      setQuote(null);
    });
    button.current?.focus({ preventScroll: true });
  }

  if (!isOpen)
    return (
      <button ref={button} type="button" className="composer-closed" onClick={() => setOpen(true)}>
        <span className="prompt">{t(place.kind === 'article' ? 'prompt' : 'promptAnnotation')}</span>
        {isWaiting && <span className="tag">{t('draftWaiting')}</span>}
      </button>
    );
  return (
    <CommentForm
      // Another quotation makes the editor anew, with the cursor below it.
      key={quote ? `${quote.href} ${quote.text}` : ''}
      title={place.inCard ? `${t('write')}: ${place.inCard}` : t('write')}
      bare
      submitLabel={t('post')}
      placeholder={t(place.kind === 'article' ? 'prompt' : 'promptAnnotation')}
      form={form}
      quote={quote}
      onClose={close}
      send={async (body, submission) => {
        const { data } = await request<CommentView>('POST', threadApi(place), { body }, { submission });
        return () => {
          setOpen(false);
          setQuote(null);
          announce(t(data.state === 'pending' ? 'postedPending' : 'posted'));
          thread.posted(data);
        };
      }}
    />
  );
}

/** Whether something begun waits there. Found out after the page was drawn: the server does not know. */
function useWaitingDraft(place: Parameters<typeof readDraft>[0], isOpen: boolean): boolean {
  const [isWaiting, setWaiting] = useState(false);
  const { personId, articleId, form } = place;
  useEffect(() => {
    if (isOpen) return;
    // What was typed last is written a moment after it, or when the form goes.
    const kept = readDraft({ personId, articleId, form }, isCommentDraft);
    setWaiting(kept?.body != null);
  }, [personId, articleId, form, isOpen]);
  return isWaiting;
}
