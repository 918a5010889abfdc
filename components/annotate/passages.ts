'use client';

import { useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { CardWords } from '#components/annotation/card.tsx';
import { type Passage, passagesOf } from '#components/annotation/passage.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import type { NewDraft } from './new-draft.ts';

/** Stands for the id of the annotation that is being written. */
export const NEW_ID = 'new';

/** The passages to be drawn. */
export interface PassageSource {
  /** In any order. The same passage is the same object, as long as it says the same. */
  all(): readonly Passage[];
}

/** The annotations, and the one that is being written. Only what changed is made anew. */
export function usePassages(
  annotations: readonly AnnotationDetail[],
  pending: NewDraft | null,
  words: CardWords,
): PassageSource {
  const made = useRef(new WeakMap<AnnotationDetail, Passage[]>());
  const standing = useMemo(
    () =>
      annotations.flatMap((annotation) => {
        const known = made.current.get(annotation) ?? passagesOf([annotation], words);
        made.current.set(annotation, known);
        return known;
      }),
    [annotations, words],
  );
  const written = usePendingPassage(pending);
  return useMemo(() => {
    const all = written ? [...standing, written] : standing;
    return { all: () => all };
  }, [standing, written]);
}

/** What is being written, while it is. */
export function usePendingPassage(pending: NewDraft | null): Passage | null {
  const t = useTranslations('annotate');
  return useMemo(() => {
    if (!pending) return null;
    const { kind, target } = pending;
    const label = t(kind === 'claim' ? 'newClaim' : 'newRemark');
    const look = kind === 'claim' ? 'open' : 'remark';
    return { id: NEW_ID, start: target.start, end: target.end, markerAt: target.end, look, label };
  }, [pending, t]);
}
