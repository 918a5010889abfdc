'use client';

import { useCallback, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslations } from 'use-intl';
import { problemWords } from '#components/api/problem-words.ts';
import { request } from '#components/api/request.ts';
import { announce } from '#components/ui/announce.ts';
import type { LabelPatch, LabelView } from '#lib/label/schema.ts';

/** The list of labels, and what an admin can do to it. What fails throws, once the list is read anew. */
export function useLabelList(initial: LabelView[]) {
  const t = useTranslations('labelList');
  const problems = useTranslations('problems');
  const [labels, setLabels] = useState(initial);
  const [busy, setBusy] = useState(false);

  const reread = useCallback(async () => {
    const { data } = await request<{ items: LabelView[] }>('GET', '/api/labels');
    // Whoever waits for it finds the list drawn as it is now.
    flushSync(() => setLabels(data.items));
  }, []);

  /** A button's work: what went well is said, and what did not. */
  async function run(work: () => Promise<unknown>, said: string): Promise<void> {
    if (busy) return;
    setBusy(true);
    try {
      await work();
      await reread();
      announce(said);
    } catch (error) {
      announce(problemWords(problems, error), 'error');
      await reread().catch(() => undefined);
    }
    flushSync(() => setBusy(false));
  }

  const patch = (key: string, change: LabelPatch) =>
    request<LabelView>('PATCH', `/api/labels/${key}`, change);

  return {
    labels,
    busy,
    reread,
    patch,
    /** By one place among those that are offered. */
    move(label: LabelView, by: -1 | 1, name: string) {
      const keys = labels.filter(({ retired }) => !retired).map(({ key }) => key);
      const at = keys.indexOf(label.key);
      const before = (by < 0 ? keys[at - 1] : keys[at + 2]) ?? null;
      const said = t('moved', { name, place: at + by + 1, of: keys.length });
      return run(() => patch(label.key, { before, version: label.version }), said);
    },
    retire(label: LabelView, retired: boolean, name: string) {
      const said = t(retired ? 'isRetired' : 'isBack', { name });
      return run(() => patch(label.key, { retired, version: label.version }), said);
    },
    /** What fails throws. */
    async remove(label: LabelView, name: string) {
      await request('DELETE', `/api/labels/${label.key}`);
      await reread();
      announce(t('isDeleted', { name }));
    },
  };
}

export type LabelList = ReturnType<typeof useLabelList>;
