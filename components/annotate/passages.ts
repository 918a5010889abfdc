'use client';

import { useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { CardWords } from '#components/annotation/card.tsx';
import { type Passage, passagesOf } from '#components/annotation/passage.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import type { LightList } from './light-list.ts';
import type { NewDraft } from './new-draft.ts';

/** Stands for the id of the annotation that is being written. */
export const NEW_ID = 'new';

/** The passages to be drawn. */
export interface PassageSource {
  /** In any order. The same passage is the same object, as long as it says the same. */
  all(): readonly Passage[];
}

/**
 * The annotations, and the one that is being written. Only what changed is made anew. `listOf` is given on a page with
 * thousands, of which `annotations` are those that were opened or changed.
 */
export function usePassages(
  annotations: readonly AnnotationDetail[],
  pending: NewDraft | null,
  words: CardWords,
  listOf: (() => LightList) | null,
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
    const own = written ? [...standing, written] : standing;
    const all = () => {
      if (!listOf) return own;
      const list = listOf();
      return [...list.passages().filter(({ id }) => !list.showedBefore().has(id)), ...own];
    };
    return { all };
  }, [standing, written, listOf]);
}

/** What is being written, while it is. */
function usePendingPassage(pending: NewDraft | null): Passage | null {
  const t = useTranslations('annotate');
  return useMemo(() => {
    if (!pending) return null;
    const { kind, target } = pending;
    const label = t(kind === 'claim' ? 'newClaim' : 'newRemark');
    const look = kind === 'claim' ? 'open' : 'remark';
    return { id: NEW_ID, start: target.start, end: target.end, markerAt: target.end, look, label };
  }, [pending, t]);
}
