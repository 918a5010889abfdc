'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { LiveEvent } from '#components/live/live-event.ts';
import { watchArticle } from '#components/live/watch-article.ts';
import { Icon } from '#components/ui/icon.tsx';
import type { Locale } from '#lib/i18n/locale.ts';
import type { LabelStandingsView, LabelStandingView, LabelsOnPassage } from '#lib/label/schema.ts';
import { LabelPicker } from './label-picker.tsx';
import { useOwnLabels } from './use-own-labels.ts';

export interface LabelBarProps {
  annotationId: string;
  labels: LabelsOnPassage;
  initial?: LabelStandingsView | null;
  locale: Locale;
  /** On the page of a claim, which does not hear of labels by itself and says when one stands: the article to be watched, and from where on. */
  live?: { articleId: string; position: string };
  onChange?: (labels: LabelsOnPassage) => void;
}

/** The labels of an annotation for somebody who can put them on: a press on one is theirs too, or no longer. */
export function LabelBar({ annotationId, labels, initial = null, locale, live, onChange }: LabelBarProps) {
  const t = useTranslations('label');
  const own = useOwnLabels({ annotationId, labels, initial, locale, ...(onChange ? { onChange } : {}) });
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const picker = useId();
  const { view, busy, toggle, reread } = own;
  useLiveLabels(annotationId, live, reread);
  const people = view?.people ?? labels.people;

  function close() {
    setOpen(false);
    opener.current?.focus({ preventScroll: true });
  }

  return (
    <div className="label-bar" role="group" aria-label={t('title')}>
      <ul className="label-chips">
        {put(view, labels).map((label) => (
          <li key={label.key}>
            <Chip
              label={label}
              people={people}
              locale={locale}
              busy={busy === label.key}
              known={view !== null}
              onPress={() => void toggle(label)}
            />
          </li>
        ))}
        <li>
          <button
            ref={opener}
            type="button"
            className="label-chip label-add"
            aria-expanded={isOpen}
            aria-controls={isOpen ? picker : undefined}
            onClick={() => (isOpen ? close() : setOpen(true))}
          >
            <Icon name="plus" /> {t('add')}
          </button>
        </li>
      </ul>
      {isOpen && <LabelPicker id={picker} own={own} locale={locale} explained={!live} onClose={close} />}
    </div>
  );
}

/** Reads them anew when others labelled it. */
function useLiveLabels(annotationId: string, live: LabelBarProps['live'], reread: () => Promise<void>) {
  const { articleId, position } = live ?? {};
  useEffect(() => {
    if (articleId === undefined) return;
    const watcher = {
      onEvent: ({ kind, id }: LiveEvent) => {
        if (kind === 'annotation.labelled' && id === annotationId) void reread();
      },
      onReset: () => void reread(),
    };
    return watchArticle(articleId, watcher, position);
  }, [annotationId, articleId, position, reread]);
}

interface ChipProps {
  label: LabelStandingView;
  people: number;
  locale: Locale;
  busy: boolean;
  /** Whether it is known what is one's own. */
  known: boolean;
  onPress(): void;
}

function Chip({ label, people, locale, busy, known, onPress }: ChipProps) {
  const t = useTranslations('label');
  const { tone, name, n, shown, mine, retired } = label;
  return (
    <button
      type="button"
      className={shown ? `label-chip ${tone} stands` : `label-chip ${tone}`}
      aria-pressed={mine}
      aria-disabled={busy || !known || (retired && !mine) || undefined}
      title={t(mine ? 'takeOff' : 'putOn')}
      onClick={() => known && (mine || !retired) && onPress()}
    >
      {name[locale]} <span className="num">{t('count', { n, of: people })}</span>
    </button>
  );
}

/** What anybody put, the viewer's own and those that stand first. */
function put(view: LabelStandingsView | null, labels: LabelsOnPassage): LabelStandingView[] {
  if (view) {
    return view.items.filter(({ n }) => n > 0).sort((a, b) => Number(b.shown) - Number(a.shown) || b.n - a.n);
  }
  const unknown = { description: { en: '', de: '' }, retired: false, usual: null, p: null, mine: false };
  return labels.chosen.map((label) => ({ ...label, ...unknown }));
}
