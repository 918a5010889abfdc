'use client';

import { createContext, use } from 'react';
import type { ThreadRules } from '#components/comment/member-context.ts';
import type { SourceKind, Stance } from '#lib/evidence/schema.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Selected } from './selection.ts';

/** What the schemas allow, handed over by the server: they themselves would bring all of zod into the page. */
export interface Rules extends ThreadRules {
  statementMax: number;
  rationaleMax: number;
  sourceTextMax: number;
  stances: readonly Stance[];
  sourceKinds: readonly SourceKind[];
}

export interface WorkspaceState {
  articleId: string;
  articleState: 'open' | 'closed' | 'locked';
  lang: string;
  /** Of the newest revision. */
  text: string;
  locale: Locale;
  viewer: { id: string; handle: string; name: string; role: string };
  rules: Rules;
  /** Puts the server's answer in the place of what is shown. */
  put(annotation: AnnotationDetail): void;
  /** Takes it off the page. */
  drop(id: string): void;
  /** Goes from its card back to its words, because the card is about to go. */
  leave(annotation: AnnotationDetail): void;
  /** Reads one anew, because something on it changed. Resolves with what it shows now. */
  reread(id: string): Promise<AnnotationDetail>;
  /** Lets the person select other words for an annotation; resolves with null when they leave it. */
  chooseSpan(): Promise<Selected | null>;
}

export const WorkspaceContext = createContext<WorkspaceState | null>(null);

export function useWorkspace(): WorkspaceState {
  const state = use(WorkspaceContext);
  if (!state) throw new Error('useWorkspace() is called outside of a workspace');
  return state;
}
