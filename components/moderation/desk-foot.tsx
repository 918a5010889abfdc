'use client';

import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Decide } from './decide.tsx';
import type { ItemDecision } from './item.ts';
import type { Decisions } from './use-decisions.ts';

interface DeskFootProps {
  decisions: Decisions;
  onUndo(): void;
  /** How many are selected. */
  selected: number;
  /** What can be decided about the selected, or about the active one. */
  actions: readonly ItemDecision[];
  onDecide(action: ItemDecision): void;
  onSelectNone(): void;
  /** Tells of the author, where one item alone is active. */
  onAbout: (() => void) | null;
}

/** Under the items, always in sight: what was just done and can be taken back, and what is selected. */
export function DeskFoot(props: DeskFootProps) {
  const { selected, actions } = props;
  const t = useTranslations('moderation');
  const { line } = props.decisions;
  return (
    <div className="desk-foot">
      <div role="alert" className="visually-hidden">
        {line?.tone === 'failed' ? line.words : null}
      </div>
      <LastDone {...props} />
      {actions.length > 0 || selected > 0 ? (
        <div className="desk-line acting" data-some={selected > 0 || undefined}>
          {selected > 0 ? (
            <div className="row">
              <b>{t('selected', { n: selected })}</b>
              <Button look="quiet" onClick={props.onSelectNone}>
                {t('selectNone')}
              </Button>
            </div>
          ) : null}
          <Decide actions={actions} onDecide={props.onDecide}>
            {props.onAbout ? (
              <Button look="quiet" className="about-author" onClick={props.onAbout}>
                <Icon name="person" />
                {t('author')}
              </Button>
            ) : null}
          </Decide>
        </div>
      ) : null}
    </div>
  );
}

function LastDone({ decisions: { line, last, again }, onUndo }: DeskFootProps) {
  const t = useTranslations('moderation');
  const retry = line?.again;
  if (!line) return null;
  const isThis = last !== null && last.words === line.words && last.about === line.about;
  return (
    <div className={`desk-line ${line.tone}`}>
      <div className="words">
        <Icon name={line.tone === 'failed' ? 'warning' : 'check'} />
        <span>{line.words}</span>
        {line.about ? <span className="about">{line.about}</span> : null}
      </div>
      <div className="row">
        {line.signedOut ? (
          <a href="/sign-in?next=/admin/queue" target="_blank" rel="noopener">
            {t('signInAgain')}
          </a>
        ) : null}
        {retry ? <Button onClick={() => void again(retry)}>{t('retry')}</Button> : null}
        {last ? (
          <Button look="quiet" aria-keyshortcuts="u" onClick={onUndo}>
            <Icon name="undo" />
            {isThis ? t('undo') : t('undoEarlier', { what: last.words })} <kbd aria-hidden="true">u</kbd>
          </Button>
        ) : null}
      </div>
    </div>
  );
}
