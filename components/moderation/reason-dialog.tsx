'use client';

import { type FormEvent, type KeyboardEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { FieldSet, TextField } from '#components/ui/field.tsx';
import { REASON_MAX } from '#lib/moderation/schema.ts';
import { CANNED, type Canned, writeReason } from './reasons.ts';

/** What takes something from somebody, and so needs a reason. */
export type Taking = 'reject' | 'hide' | 'remove' | 'ban';

interface ReasonDialogProps {
  action: Taking;
  title: string;
  /** The words, or the person, that it is about. */
  concerns: string;
  /** What it does, in a sentence. */
  does: string;
  /** Chosen when it opens. */
  likely: Canned | null;
  onConfirm(reason: string): void;
  onClose(): void;
}

/** The one small step before something is taken away: a number for a reason, Enter confirms, Escape leaves. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { action, title, concerns, does, likely, onConfirm, onClose } = props;
  const t = useTranslations('moderation');
  const [canned, setCanned] = useState(likely);
  const [own, setOwn] = useState('');
  const [error, setError] = useState<string | null>(null);

  function confirm(event: FormEvent) {
    event.preventDefault();
    const reason = writeReason(canned, own);
    if (reason === '') return setError(t('reasonMissing'));
    if (reason.length > REASON_MAX) return setError(t('reasonTooLong', { max: REASON_MAX }));
    onConfirm(reason);
  }

  function onKeyDown(event: KeyboardEvent) {
    const typing = (event.target as HTMLElement).matches('input[type="text"]');
    const chosen = CANNED[Number(event.key) - 1];
    if (typing || !chosen || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setCanned(chosen);
    setError(null);
    event.currentTarget.querySelector<HTMLElement>(`input[value="${chosen}"]`)?.focus();
  }

  return (
    <Dialog open onClose={onClose} title={title} closeLabel={t('close')}>
      <form className="form reason-form" noValidate onSubmit={confirm} onKeyDown={onKeyDown}>
        <p className="concerns" dir="auto">
          {concerns}
        </p>
        <p className="small">
          {does} {t('publicReason')}
        </p>
        <Reasons
          canned={canned}
          likely={likely}
          error={error}
          onChoose={(reason) => {
            setCanned(reason);
            setError(null);
          }}
        />
        <TextField
          label={t('ownWords')}
          hint={t('ownWordsHint')}
          type="text"
          autoComplete="off"
          value={own}
          onChange={(event) => setOwn(event.target.value)}
        />
        <div className="actions">
          <Button type="submit" look={action === 'hide' ? 'primary' : 'danger'}>
            {t(`action.${action}`)} <kbd aria-hidden="true">Enter</kbd>
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')} <kbd aria-hidden="true">Esc</kbd>
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Reasons({
  canned,
  likely,
  error,
  onChoose,
}: {
  canned: Canned | null;
  likely: Canned | null;
  error: string | null;
  onChoose(reason: Canned): void;
}) {
  const t = useTranslations('moderation');
  const name = useId();
  return (
    <FieldSet label={t('reasonsLegend')} error={error}>
      <div className="reasons">
        {CANNED.map((reason, place) => (
          <label key={reason} className="reason">
            <input
              type="radio"
              name={name}
              value={reason}
              checked={canned === reason}
              aria-invalid={error ? true : undefined}
              // The dialog gives it the focus when it opens: from there every key works.
              ref={reason === (likely ?? CANNED[0]) ? focusFirst : undefined}
              onChange={() => onChoose(reason)}
            />
            <kbd aria-hidden="true">{place + 1}</kbd>
            <span>{t(`reasons.${reason}`)}</span>
          </label>
        ))}
      </div>
    </FieldSet>
  );
}

/** The browser looks for the attribute when the dialog opens; React would only focus what is not yet shown. */
function focusFirst(element: HTMLElement | null): void {
  element?.setAttribute('autofocus', '');
}
