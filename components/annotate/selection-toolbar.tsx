'use client';

import type { RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { EXACT_LIMIT } from './selection.ts';
import { ToolbarButton, ToolbarFrame } from './toolbar-frame.tsx';
import type { SelectedNow } from './use-selected.ts';

interface SelectionToolbarProps {
  root: RefObject<HTMLElement | null>;
  now: SelectedNow;
  /** True while a press is on it: the selection that collapses under the press is kept. */
  keep: RefObject<boolean>;
  /** Another passage is being chosen for an annotation: there is one thing to do with it. */
  choosing: boolean;
  /** A remark is a comment too, as is what is said in the discussion, and some articles take none. */
  canRemark: boolean;
  actions: Record<'claim' | 'remark' | 'quote' | 'sentence' | 'take' | 'close', () => void>;
}

/** What can be done with the selected words of the article. */
export function SelectionToolbar(props: SelectionToolbarProps) {
  const { root, now, keep, choosing, canRemark, actions } = props;
  const t = useTranslations('annotate');
  const { selected } = now;
  return (
    <ToolbarFrame
      label={t('selectedWords')}
      rootOf={() => root.current}
      now={now}
      keep={keep}
      onClose={actions.close}
    >
      {selected.trouble ? (
        <p role="status">
          {selected.trouble === 'nothing' ? t('nothingInIt') : t('selectionTooLong', { max: EXACT_LIMIT })}
        </p>
      ) : choosing ? (
        <ToolbarButton icon="check" label={t('takeThese')} onClick={actions.take} />
      ) : (
        <>
          <ToolbarButton icon="unproven" label={t('claim')} keys="c" onClick={actions.claim} />
          {canRemark && <ToolbarButton icon="remark" label={t('remark')} keys="r" onClick={actions.remark} />}
          {canRemark && <ToolbarButton icon="quote" label={t('quoteIt')} keys="q" onClick={actions.quote} />}
          <ToolbarButton icon="plus" label={t('sentence')} keys="s" onClick={actions.sentence} />
        </>
      )}
    </ToolbarFrame>
  );
}
