'use client';

import { type FormEvent, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslations } from 'use-intl';
import { request } from '#components/api/request.ts';
import { ConfirmDialog } from '#components/form/confirm-dialog.tsx';
import { SubmitProblem } from '#components/form/form-parts.tsx';
import { useSubmit } from '#components/form/use-submit.ts';
import { announce } from '#components/ui/announce.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { FieldSet, TextArea } from '#components/ui/field.tsx';
import type { CommentView } from '#lib/comment/schema.ts';
import { focusComment } from './focus-comment.ts';
import { useMember } from './member-context.ts';
import { excerpt } from './quote.ts';
import { sendDecision } from './use-deciding.ts';

const EXCERPT = 200;

/** Asks before one's own words are taken away. */
export function DeleteDialog({ comment }: { comment: CommentView }) {
  const t = useTranslations('thread');
  const { thread, close } = useMember();
  const submit = useSubmit();

  function remove() {
    void submit.run(async () => {
      const near = nearTo(comment.id);
      await request('DELETE', `/api/comments/${comment.id}`);
      await thread.takenAway(comment.id);
      // While a dialog stands, nothing outside of it takes the focus; and what is gone must not.
      flushSync(close);
      announce(t('deleted'));
      focusFirstOf([comment.id, ...near]);
    });
  }

  return (
    <ConfirmDialog
      title={t('deleteTitle')}
      confirmLabel={t('delete')}
      submit={submit}
      onConfirm={remove}
      onClose={close}
    >
      <p className="said" dir="auto">
        {excerpt(comment.text, EXCERPT)}
      </p>
    </ConfirmDialog>
  );
}

/** The comments before and after one, whichever there are. */
function nearTo(id: string): string[] {
  const all = [...document.querySelectorAll('.comment')].map((comment) =>
    comment.id.slice('comment-'.length),
  );
  const at = all.indexOf(id);
  return [all[at - 1], all[at + 1]].filter((one) => one !== undefined);
}

/** Once the page was drawn without what went: the focus is at what stands there now, or at the heading of it all. */
function focusFirstOf(ids: string[]): void {
  const there = ids.find((id) => document.getElementById(`comment-${id}`));
  if (there) focusComment(there);
  else document.querySelector<HTMLElement>('.composer-closed')?.focus();
}

const REASONS = ['spam', 'abuse', 'threat', 'off-topic', 'privacy', 'misleading', 'other'] as const;

/** Tells the moderators that something breaks the rules. */
export function ReportDialog({ comment }: { comment: CommentView }) {
  const t = useTranslations('thread');
  const { rules, close } = useMember();
  const [reason, setReason] = useState<(typeof REASONS)[number] | null>(null);
  const [detail, setDetail] = useState('');
  const [error, setError] = useState<string | null>(null);
  const submit = useSubmit();

  function send(event: FormEvent) {
    event.preventDefault();
    if (reason === null) return setError(t('reasonMissing'));
    void submit.run(async (submission) => {
      const input = { target: { type: 'comment', id: comment.id }, reason, detail };
      await request('POST', '/api/reports', input, { submission });
      close();
      announce(t('reported'));
    });
  }

  return (
    <Dialog open onClose={close} title={t('reportTitle')} closeLabel={t('cancel')}>
      <form className="form" noValidate onSubmit={send}>
        <FieldSet label={t('reportWhy')} error={error}>
          <div className="reasons">
            {REASONS.map((one) => (
              <label key={one} className="reason">
                <input
                  type="radio"
                  name="reason"
                  checked={reason === one}
                  onChange={() => {
                    setReason(one);
                    setError(null);
                  }}
                />
                {t(`reason.${one}`)}
              </label>
            ))}
          </div>
        </FieldSet>
        <TextArea
          label={t('reportDetail')}
          aside={t('optional')}
          maxLength={rules.detailMax}
          value={detail}
          onChange={(event) => setDetail(event.target.value)}
        />
        <SubmitProblem submit={submit} />
        <div className="actions">
          <Button type="submit" look="primary" busy={submit.busy}>
            {t('sendReport')}
          </Button>
          <Button onClick={close}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** A moderator takes something away, and says why to everybody. */
export function ReasonDialog({
  comment,
  decision,
}: {
  comment: CommentView;
  decision: 'hide' | 'remove' | 'reject';
}) {
  const t = useTranslations('thread');
  const { thread, rules, close } = useMember();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const submit = useSubmit();

  function send(event: FormEvent) {
    event.preventDefault();
    if (!/\S/u.test(reason)) return setError(t('publicReasonMissing'));
    void submit.run(async () => {
      const near = nearTo(comment.id);
      await sendDecision(comment, decision, reason);
      // Moderators still see what is hidden.
      await (decision === 'hide' ? thread.reread(comment.id) : thread.takenAway(comment.id));
      flushSync(close);
      announce(t(`decided.${decision}`));
      focusFirstOf([comment.id, ...near]);
    });
  }

  return (
    <Dialog open onClose={close} title={t(`decideTitle.${decision}`)} closeLabel={t('cancel')}>
      <form className="form" noValidate onSubmit={send}>
        <p className="said" dir="auto">
          {excerpt(comment.text, EXCERPT)}
        </p>
        <TextArea
          label={t('publicReason')}
          hint={t('publicReasonHint')}
          error={error}
          maxLength={rules.reasonMax}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <SubmitProblem submit={submit} />
        <div className="actions">
          <Button type="submit" look="danger" busy={submit.busy}>
            {t(`decide.${decision}`)}
          </Button>
          <Button onClick={close}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
