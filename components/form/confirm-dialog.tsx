'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button, type ButtonLook } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { SubmitProblem } from './form-parts.tsx';
import type { Submit } from './use-submit.ts';

interface ConfirmDialogProps {
  title: string;
  /** What will happen, and why. */
  children: ReactNode;
  confirmLabel: string;
  look?: ButtonLook;
  submit: Submit;
  onConfirm(): void;
  onClose(): void;
}

/** Asks before something is taken away. */
export function ConfirmDialog({
  title,
  children,
  confirmLabel,
  look = 'danger',
  submit,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const t = useTranslations('form');
  return (
    <Dialog open onClose={onClose} title={title} closeLabel={t('close')}>
      <div className="form">
        <div>{children}</div>
        <SubmitProblem submit={submit} />
        <div className="actions">
          <Button look={look} busy={submit.busy} onClick={onConfirm}>
            {confirmLabel}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
