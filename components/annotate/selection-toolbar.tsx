'use client';

import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from '#components/ui/icon.tsx';
import { EXACT_LIMIT, linesOf } from './selection.ts';
import type { SelectedNow } from './use-selected.ts';

const GAP = 10;
/** Below a selection made with a finger stand the handles of the system. */
const GAP_TOUCH = 34;
const EDGE = 8;
const PRESS_LASTS_MS = 400;

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

/** Stands by the selected words: above them, or below when a finger selected them. */
export function SelectionToolbar(props: SelectionToolbarProps) {
  const { root, now, keep, choosing, canRemark, actions } = props;
  const t = useTranslations('annotate');
  const bar = useRef<HTMLDivElement>(null);
  const { selected, touch } = now;
  useLayoutEffect(() => {
    const put = () => {
      if (bar.current && root.current) placeBeside(bar.current, root.current, now);
    };
    put();
    addEventListener('resize', put);
    return () => removeEventListener('resize', put);
  }, [root, now]);

  function onKeyDown(event: KeyboardEvent) {
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    if (event.key === 'Escape') actions.close();
    else if (event.key === 'ArrowRight') buttons[(at + 1) % buttons.length]?.focus();
    else if (event.key === 'ArrowLeft') buttons[(at + buttons.length - 1) % buttons.length]?.focus();
    else return;
    event.preventDefault();
  }

  return (
    <div
      ref={bar}
      className="selection-toolbar"
      role="toolbar"
      aria-label={t('selectedWords')}
      data-touch={touch || undefined}
      onKeyDown={onKeyDown}
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
    </div>
  );
}

function ToolbarButton({
  icon,
  label,
  keys,
  onClick,
}: {
  icon: 'check' | 'unproven' | 'remark' | 'quote' | 'plus';
  label: string;
  keys?: string;
  onClick(): void;
}) {
  return (
    <button type="button" aria-keyshortcuts={keys} onClick={onClick}>
      <Icon name={icon} />
      {label}
      {keys && <kbd aria-hidden="true">{keys}</kbd>}
    </button>
  );
}

/** Sets the place through the CSSOM: relative to the positioned element that it stands in, so that it scrolls along. */
export function placeBeside(bar: HTMLElement, root: HTMLElement, { selected, touch }: SelectedNow): void {
  const lines = linesOf(root, selected);
  const first = lines[0];
  const last = lines.at(-1);
  const frame = (bar.offsetParent ?? document.body).getBoundingClientRect();
  if (!first || !last) return;
  const { width, height } = bar.getBoundingClientRect();
  const below = touch || first.top - height - GAP < 0;
  const line = below ? last : first;
  const top = below ? line.bottom + (touch ? GAP_TOUCH : GAP) : line.top - height - GAP;
  const middle = line.left + line.width / 2 - width / 2;
  const left = Math.max(EDGE, Math.min(middle, document.documentElement.clientWidth - width - EDGE));
  bar.style.insetBlockStart = `${top - frame.top}px`;
  bar.style.insetInlineStart = `${left - frame.left}px`;
}
