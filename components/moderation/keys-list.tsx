'use client';

import { useTranslations } from 'use-intl/react';
import { Dialog } from '#components/ui/dialog.tsx';
import { Checkbox } from '#components/ui/field.tsx';
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
  const lines: [string[], string][] = [
    [['j', 'k'], `${t('keys.next')}, ${t('keys.previous')}`],
    [['s', '␣'], t('keys.select')],
    [['⇧ j', '⇧ k'], t('keys.extend')],
    [['↵'], t('keys.open')],
    [[DECISION_KEYS.approve], t('keys.approve')],
    [[DECISION_KEYS.reject], t('keys.reject')],
    [[DECISION_KEYS.hide], t('keys.hide')],
    [[DECISION_KEYS.remove, 'Del'], t('keys.remove')],
    [[DECISION_KEYS.restore], t('keys.restore')],
    [[DECISION_KEYS.ban], t('keys.ban')],
    [['1 – 6'], t('keys.reasons')],
    [['u'], t('keys.undo')],
    [['Esc'], t('keys.leave')],
    [['?'], t('keys.all')],
  ];
  return (
    <Dialog open onClose={onClose} title={t('keys.title')} closeLabel={t('close')}>
      <div className="form">
        <dl className="desk-keys">
          {lines.map(([keys, does]) => (
            <div key={does}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
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
