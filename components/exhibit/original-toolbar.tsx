'use client';

import type { RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { ToolbarButton, ToolbarFrame } from '#components/annotate/toolbar-frame.tsx';
import type { SelectedInComment } from './use-original-selection.ts';

interface OriginalToolbarProps {
  now: SelectedInComment;
  /** True while a press is on it: the selection that collapses under the press is kept. */
  keep: RefObject<boolean>;
  onClaim(commentId: string): void;
  onClose(): void;
}

/** Stands by the selected words of a comment of the original: there is one thing to do with them. */
export function OriginalToolbar({ now, keep, onClaim, onClose }: OriginalToolbarProps) {
  const t = useTranslations('exhibit');
  return (
    <ToolbarFrame label={t('selectedWords')} rootOf={() => now.root} now={now} keep={keep} onClose={onClose}>
      <ToolbarButton icon="unproven" label={t('claimOfIt')} keys="c" onClick={() => onClaim(now.commentId)} />
    </ToolbarFrame>
  );
}
