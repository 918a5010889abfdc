'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { problemWords } from '#components/api/problem-words.ts';
import { request } from '#components/api/request.ts';
import { announce, announceQuietly } from '#components/ui/announce.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { LabelStandingsView, LabelStandingView, LabelsOnPassage } from '#lib/label/schema.ts';

interface OwnLabelsInput {
  annotationId: string;
  /** As the page knows them: when they change, somebody labelled it. */
  labels: LabelsOnPassage;
  /** With what is one's own, where the server sent that along. */
  initial: LabelStandingsView | null;
  locale: Locale;
  /** Is told what stands after one's own press. */
  onChange?: (labels: LabelsOnPassage) => void;
}

/** Which labels are one's own, and putting them on and taking them off. */
export function useOwnLabels({ annotationId, labels, initial, locale, onChange }: OwnLabelsInput) {
  const t = useTranslations('label');
  const problems = useTranslations('problems');
  const [view, setView] = useState(initial);
  const [busy, setBusy] = useState<string | null>(null);
  const known = useRef(initial && signatureOf(onPassage(initial)));
  const told = signatureOf(labels);
  const path = `/api/annotations/${annotationId}/labels`;

  const take = useCallback((next: LabelStandingsView) => {
    known.current = signatureOf(onPassage(next));
    setView(next);
  }, []);
  const reread = useCallback(async () => {
    try {
      take((await request<LabelStandingsView>('GET', path)).data);
    } catch {
      // What is known stays; a press says what is wrong.
    }
  }, [path, take]);
  useEffect(() => {
    if (known.current !== told) void reread();
  }, [told, reread]);

  async function toggle({ key, name, mine }: Pick<LabelStandingView, 'key' | 'name' | 'mine'>) {
    if (busy !== null) return;
    setBusy(key);
    try {
      const { data } = await request<LabelStandingsView>(mine ? 'DELETE' : 'PUT', `${path}/${key}`);
      take(data);
      onChange?.(onPassage(data));
      const now = data.items.find((item) => item.key === key);
      const said = { name: name[locale], n: now?.n ?? 0, of: data.people };
      announceQuietly(t(now?.mine ? (now.shown ? 'putAndStands' : 'put') : 'takenOff', said));
    } catch (error) {
      announce(problemWords(problems, error), 'error');
      void reread();
    }
    setBusy(null);
  }

  return { view, busy, toggle, reread };
}

/** What everybody sees of it. */
function onPassage({ people, others, items }: LabelStandingsView): LabelsOnPassage {
  const chosen = items
    .filter(({ n }) => n > 0)
    .map(({ key, tone, name, n, shown }) => ({ key, tone, name, n, shown }))
    .sort((a, b) => Number(b.shown) - Number(a.shown) || b.n - a.n);
  return { people, others, chosen };
}

function signatureOf({ people, chosen }: LabelsOnPassage): string {
  const parts = chosen.map(({ key, n, shown }) => `${key} ${n}${shown ? ' shown' : ''}`);
  return [people, ...parts.sort()].join();
}
