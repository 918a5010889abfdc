'use client';

import { type KeyboardEvent, type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import { Icon, type IconName } from '#components/ui/icon.tsx';
import { linesOf, type Selected } from './selection.ts';

const GAP = 10;
/** Below a selection made with a finger stand the handles of the system. */
const GAP_TOUCH = 34;
const EDGE = 8;
const PRESS_LASTS_MS = 400;

/** What is selected, and whether with a finger. */
interface SelectedNow {
  selected: Selected;
  touch: boolean;
}

interface ToolbarFrameProps {
  label: string;
  /** In whose words something is selected; null while they are not there. */
  rootOf(): HTMLElement | null;
  now: SelectedNow;
  /** True while a press is on it: the selection that collapses under the press is kept. */
  keep: RefObject<boolean>;
  onClose(): void;
  /** What can be done: ToolbarButtons. */
  children: ReactNode;
}

/** Stands by selected words: above them, or below when a finger selected them. Arrows walk along it, Escape leaves. */
export function ToolbarFrame({ label, rootOf, now, keep, onClose, children }: ToolbarFrameProps) {
  const bar = useRef<HTMLDivElement>(null);
  const latestRoot = useRef(rootOf);
  useLayoutEffect(() => {
    latestRoot.current = rootOf;
  });
  useLayoutEffect(() => {
    const put = () => {
      const root = latestRoot.current();
      if (bar.current && root) placeBeside(bar.current, root, now);
    };
    put();
    addEventListener('resize', put);
    return () => removeEventListener('resize', put);
  }, [now]);

  function onKeyDown(event: KeyboardEvent) {
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    if (event.key === 'Escape') onClose();
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
      aria-label={label}
      data-touch={now.touch || undefined}
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
      {children}
    </div>
  );
}

interface ToolbarButtonProps {
  icon: IconName;
  label: string;
  keys?: string;
  onClick(): void;
}

export function ToolbarButton({ icon, label, keys, onClick }: ToolbarButtonProps) {
  return (
    <button type="button" aria-keyshortcuts={keys} onClick={onClick}>
      <Icon name={icon} />
      {label}
      {keys && <kbd aria-hidden="true">{keys}</kbd>}
    </button>
  );
}

/** Sets the place through the CSSOM: relative to the positioned element that it stands in, so that it scrolls along. */
function placeBeside(bar: HTMLElement, root: HTMLElement, { selected, touch }: SelectedNow): void {
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
