'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { DECISION_ICONS } from './decision-icons.ts';
import { DECISION_KEYS, ITEM_DECISIONS, type ItemDecision } from './item.ts';

/** A button for each decision that can be taken. */
export function Decide({
  actions,
  onDecide,
  children,
}: {
  actions: readonly string[];
  onDecide(action: ItemDecision): void;
  children?: ReactNode;
}) {
  const t = useTranslations('moderation');
  return (
    <div className="decide">
      {ITEM_DECISIONS.filter((action) => actions.includes(action)).map((action) => (
        <Button key={action} aria-keyshortcuts={DECISION_KEYS[action]} onClick={() => onDecide(action)}>
          <Icon name={DECISION_ICONS[action]} />
          {t(`action.${action}`)} <kbd aria-hidden="true">{DECISION_KEYS[action]}</kbd>
        </Button>
      ))}
      {children}
    </div>
  );
}
