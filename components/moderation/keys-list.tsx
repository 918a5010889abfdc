'use client';

import { useTranslations } from 'use-intl/react';
import { Dialog } from '#components/ui/dialog.tsx';
import { Checkbox } from '#components/ui/field.tsx';
import { type KeyLine, KeyLines } from '#components/ui/key-lines.tsx';
import { DECISION_KEYS } from './item.ts';

interface KeysListProps {
  /** Whether single keys do something. */
  on: boolean;
  onSwitch(on: boolean): void;
  onClose(): void;
}

/** All keys of the desk, and the switch that turns them off. */
export function KeysList({ on, onSwitch, onClose }: KeysListProps) {
  const t = useTranslations('moderation');
  const lines: KeyLine[] = [
    { keys: ['j', 'k'], does: `${t('keys.next')}, ${t('keys.previous')}` },
    { keys: ['s', '␣'], does: t('keys.select') },
    { keys: ['⇧ j', '⇧ k'], does: t('keys.extend') },
    { keys: ['↵'], does: t('keys.open') },
    { keys: [DECISION_KEYS.approve], does: t('keys.approve') },
    { keys: [DECISION_KEYS.reject], does: t('keys.reject') },
    { keys: [DECISION_KEYS.hide], does: t('keys.hide') },
    { keys: [DECISION_KEYS.remove, 'Del'], does: t('keys.remove') },
    { keys: [DECISION_KEYS.restore], does: t('keys.restore') },
    { keys: [DECISION_KEYS.ban], does: t('keys.ban') },
    { keys: ['1 – 6'], does: t('keys.reasons') },
    { keys: ['u'], does: t('keys.undo') },
    { keys: ['Esc'], does: t('keys.leave') },
    { keys: ['?'], does: t('keys.all') },
  ];
  return (
    <Dialog open onClose={onClose} title={t('keys.title')} closeLabel={t('close')}>
      <div className="form">
        <KeyLines className="desk-keys" lines={lines} />
        <Checkbox
          label={t('keys.switch')}
          hint={t('keys.switchHint')}
          checked={on}
          onChange={(event) => onSwitch(event.target.checked)}
        />
      </div>
    </Dialog>
  );
}
