'use client';

import { type RefObject, useLayoutEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { placeBeside } from '#components/annotate/selection-toolbar.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { SelectedInComment } from './use-original-selection.ts';

const PRESS_LASTS_MS = 400;

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
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const put = () => bar.current && placeBeside(bar.current, now.root, now);
    put();
    addEventListener('resize', put);
    return () => removeEventListener('resize', put);
  }, [now]);
  return (
    <div
      ref={bar}
      className="selection-toolbar"
      role="toolbar"
      aria-label={t('selectedWords')}
      data-touch={now.touch || undefined}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
      onPointerDown={(event) => {
        keep.current = true;
        event.preventDefault();
      }}
      onMouseDown={(event) => event.preventDefault()}
      // The press is over when its click has come; a finger's click comes late.
      onPointerUp={() => setTimeout(() => (keep.current = false), PRESS_LASTS_MS)}
      onPointerCancel={() => {
        keep.current = false;
      }}
    >
      <button type="button" aria-keyshortcuts="c" onClick={() => onClaim(now.commentId)}>
        <Icon name="unproven" />
        {t('claimOfIt')}
        <kbd aria-hidden="true">c</kbd>
      </button>
    </div>
  );
}
