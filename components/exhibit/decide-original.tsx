'use client';

import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useWorkspace } from '#components/annotate/workspace-context.tsx';
import { request } from '#components/api/request.ts';
import { SubmitProblem } from '#components/form/form-parts.tsx';
import { useSubmit } from '#components/form/use-submit.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { TextArea } from '#components/ui/field.tsx';
import type { ExhibitCommentState } from '#lib/exhibit/schema.ts';

interface DecideProps {
  commentId: string;
  author: string;
  state: ExhibitCommentState;
  version: number;
}

/** Puts a comment of the original away, or brings it back: for moderators. What stands there then is read anew. */
export function DecideOriginal({ commentId, author, state, version }: DecideProps) {
  const t = useTranslations('exhibit');
  const [asking, setAsking] = useState(false);
  const submit = useSubmit();
  const name = author || t('nameless');

  function decide(action: 'hide' | 'restore', reason: string) {
    void submit.run(async () => {
      const targets = [{ type: 'exhibit-comment', id: commentId, version }];
      await request('POST', '/api/moderation/actions', { action, targets, reason });
      setAsking(false);
      location.hash = `original-${commentId}`;
      location.reload();
    });
  }

  if (state === 'hidden') {
    return (
      <>
        <button type="button" className="act" onClick={() => decide('restore', '')}>
          {t('restore')}
        </button>
        <SubmitProblem submit={submit} />
      </>
    );
  }
  return (
    <>
      <button
        type="button"
        className="act"
        aria-label={t('hideOf', { name })}
        onClick={() => {
          submit.reset();
          setAsking(true);
        }}
      >
        {t('hide')}
      </button>
      {asking && (
        <WhyDialog
          title={t('hideOf', { name })}
          busy={submit.busy}
          onClose={() => setAsking(false)}
          onReason={(reason) => decide('hide', reason)}
        >
          <SubmitProblem submit={submit} />
        </WhyDialog>
      )}
    </>
  );
}

interface WhyDialogProps {
  title: string;
  busy: boolean;
  onReason(reason: string): void;
  onClose(): void;
  /** What went wrong. */
  children: ReactNode;
}

/** Everybody reads why, in the log. */
function WhyDialog({ title, busy, onReason, onClose, children }: WhyDialogProps) {
  const t = useTranslations('exhibit');
  const thread = useTranslations('thread');
  const { rules } = useWorkspace();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);

  function send(event: FormEvent) {
    event.preventDefault();
    if (!/\S/u.test(reason)) return setError(thread('publicReasonMissing'));
    onReason(reason);
  }

  return (
    <Dialog open onClose={onClose} title={title} closeLabel={thread('cancel')}>
      <form className="form" noValidate onSubmit={send}>
        <p className="small">{t('hideDoes')}</p>
        <TextArea
          label={thread('publicReason')}
          hint={thread('publicReasonHint')}
          error={error}
          maxLength={rules.reasonMax}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {children}
        <div className="actions">
          <Button type="submit" look="danger" busy={busy}>
            {t('hide')}
          </Button>
          <Button onClick={onClose}>{thread('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
