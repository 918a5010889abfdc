'use client';

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Locale } from '#lib/i18n/locale.ts';
import type { LabelStandingView } from '#lib/label/schema.ts';
import { TONES } from '#lib/verdict/labels.ts';
import { LabelExplanation } from './explanation.tsx';
import type { useOwnLabels } from './use-own-labels.ts';

interface LabelPickerProps {
  id: string;
  own: ReturnType<typeof useOwnLabels>;
  locale: Locale;
  /** Whether it says when a label stands. */
  explained: boolean;
  onClose(): void;
}

const MOVES: Record<string, (at: number, of: number) => number> = {
  ArrowRight: (at, of) => (at + 1) % of,
  ArrowDown: (at, of) => (at + 1) % of,
  ArrowLeft: (at, of) => (at + of - 1) % of,
  ArrowUp: (at, of) => (at + of - 1) % of,
  Home: () => 0,
  End: (_, of) => of - 1,
};

/**
 * All labels that are offered, what is wrong and what is right apart, and what the one means that the hand or the focus
 * is on. One stop of the tab key: arrows go from one to the next, Escape closes it.
 */
export function LabelPicker({ id, own, locale, explained, onClose }: LabelPickerProps) {
  const t = useTranslations('label');
  const { view, busy, toggle } = own;
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<string | null>(null);
  const offered = view?.items.filter(({ retired }) => !retired) ?? [];
  const current = offered.find(({ key }) => key === at) ?? offered[0];
  const isThere = view !== null;
  useEffect(() => {
    if (isThere) box.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [isThere]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      // The card stays open.
      event.stopPropagation();
      event.preventDefault();
      return onClose();
    }
    const move = MOVES[event.key];
    const buttons = [...(box.current?.querySelectorAll('button') ?? [])];
    const from = buttons.indexOf(document.activeElement as HTMLButtonElement);
    if (!move || from < 0) return;
    event.preventDefault();
    event.stopPropagation();
    buttons[move(from, buttons.length)]?.focus();
  }

  const option = (label: LabelStandingView) => (
    <button
      key={label.key}
      type="button"
      className={`label-chip ${label.tone}`}
      aria-pressed={label.mine}
      aria-disabled={busy === label.key || undefined}
      aria-describedby={`${id}-about`}
      tabIndex={label.key === current?.key ? 0 : -1}
      onFocus={() => setAt(label.key)}
      onPointerEnter={() => setAt(label.key)}
      onClick={() => void toggle(label)}
    >
      {label.name[locale]}
    </button>
  );

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the buttons in it
    <div className="label-picker" id={id} ref={box} onKeyDown={onKeyDown}>
      <p className="label-about" id={`${id}-about`}>
        {isThere ? current?.description[locale] : t('loading')}
      </p>
      {TONES.map((tone) => (
        <div key={tone} role="group" aria-label={t(tone)}>
          <p className="small" aria-hidden="true">
            {t(tone)}
          </p>
          <div className="label-chips">{offered.filter((label) => label.tone === tone).map(option)}</div>
        </div>
      ))}
      {explained && <LabelExplanation words={t} />}
    </div>
  );
}
