'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { request } from '#components/api/request.ts';
import { ConfirmDialog } from '#components/form/confirm-dialog.tsx';
import { type Submit, useSubmit } from '#components/form/use-submit.ts';
import { announce } from '#components/ui/announce.ts';
import { TextArea } from '#components/ui/field.tsx';
import type { RulingDesk } from '#lib/ruling/schema.ts';

interface DialogProps {
  desk: RulingDesk;
  /** Characters of a reason at most. */
  max: number;
  onClose(): void;
}

export function DiscardDialog({
  submit,
  onConfirm,
  onClose,
}: {
  submit: Submit;
  onConfirm(): void;
  onClose(): void;
}) {
  const t = useTranslations('ruling');
  return (
    <ConfirmDialog
      title={t('form.discardAsk')}
      confirmLabel={t('form.discard')}
      submit={submit}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>{t('form.discardWhy')}</p>
    </ConfirmDialog>
  );
}

/** Asked for by whoever could approve instead. */
export function SendBackDialog({ desk, max, onClose }: DialogProps) {
  const t = useTranslations('ruling');
  const submit = useSubmit();
  const [note, setNote] = useState('');
  const [error, setError] = useState<string>();

  function sendBack() {
    const missing = note.trim() === '';
    setError(missing ? t('form.sendBackMissing') : undefined);
    if (missing) return;
    void submit.run(async () => {
      const path = `/api/annotations/${desk.annotationId}/ruling/return`;
      await request('POST', path, { note, version: desk.version });
      announce(t('form.sentBack'));
      location.assign('/rulings');
    });
  }

  return (
    <ConfirmDialog
      title={t('form.sendBackAsk', { name: desk.draft?.author.name ?? '' })}
      confirmLabel={t('form.sendBack')}
      look="primary"
      submit={submit}
      onConfirm={sendBack}
      onClose={onClose}
    >
      <p>{t('form.sendBackWhy')}</p>
      <Reason label={t('form.sendBackNote')} value={note} max={max} error={error} onChange={setNote} />
    </ConfirmDialog>
  );
}

export function RetractDialog({ desk, max, onClose }: DialogProps) {
  const t = useTranslations('ruling');
  const submit = useSubmit();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();

  function retract() {
    const missing = reason.trim() === '';
    setError(missing ? t('form.retractMissing') : undefined);
    if (missing) return;
    void submit.run(async () => {
      const path = `/api/annotations/${desk.annotationId}/ruling/retraction`;
      await request('POST', path, { reason, version: desk.version });
      announce(t('form.retracted'));
      location.assign(`/claims/${desk.annotationId}#ruling`);
    });
  }

  return (
    <ConfirmDialog
      title={t('form.retractAsk')}
      confirmLabel={t('form.retract')}
      submit={submit}
      onConfirm={retract}
      onClose={onClose}
    >
      <p>{t('form.retractWhy')}</p>
      <Reason label={t('form.retractReason')} value={reason} max={max} error={error} onChange={setReason} />
    </ConfirmDialog>
  );
}

export function RecuseDialog({ desk, max, onClose }: DialogProps) {
  const t = useTranslations('ruling');
  const submit = useSubmit();
  const [reason, setReason] = useState('');

  function recuse() {
    void submit.run(async () => {
      await request('PUT', `/api/annotations/${desk.annotationId}/recusal`, { reason });
      announce(t('form.recused'));
      location.assign(`/claims/${desk.annotationId}#ruling`);
    });
  }

  return (
    <ConfirmDialog
      title={t('form.recuseAsk')}
      confirmLabel={t('form.recuse')}
      submit={submit}
      onConfirm={recuse}
      onClose={onClose}
    >
      <p>{t('form.recuseWhy')}</p>
      <Reason
        label={t('form.recuseReason')}
        value={reason}
        max={max}
        error={undefined}
        onChange={setReason}
      />
    </ConfirmDialog>
  );
}

function Reason(props: {
  label: string;
  value: string;
  max: number;
  error: string | undefined;
  onChange(value: string): void;
}) {
  const { label, value, max, error, onChange } = props;
  return (
    <TextArea
      label={label}
      error={error}
      rows={3}
      maxLength={max}
      dir="auto"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
