'use client';

import { createContext, use } from 'react';
import type { NewDraft } from '#components/annotate/new-draft.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';

/** The claims of the original thread, for somebody who makes and judges them. */
export interface ExhibitState {
  claims: readonly AnnotationDetail[];
  /** The newest revision of the article. */
  revision: number;
  /** False where nothing can be added. */
  open: boolean;
  /** The claim that is being written. */
  pending: NewDraft | null;
  /** Begins a claim of the selected words of a comment, or, where none are selected, of all of them. */
  begin(commentId: string): void;
  saved(annotation: AnnotationDetail): void;
  close(): void;
}

export const ExhibitContext = createContext<ExhibitState | null>(null);

export function useExhibit(): ExhibitState {
  const state = use(ExhibitContext);
  if (!state) throw new Error('useExhibit() is called outside of an original thread');
  return state;
}
