'use client';

import { createContext, use } from 'react';
import type { CommentView } from '#lib/comment/schema.ts';
import type { Quote } from './quote.ts';
import type { Scene } from './scene.ts';
import type { Thread } from './use-thread.ts';

/** What the schemas allow, handed over by the server: they themselves would bring all of zod into the page. */
export interface ThreadRules {
  commentMax: number;
  detailMax: number;
  reasonMax: number;
}

/** What is open at a comment: one form or dialog in the whole thread. */
export interface Opened {
  kind: 'reply' | 'edit' | 'delete' | 'report' | 'hide' | 'remove' | 'reject';
  comment: CommentView;
  quote: Quote | null;
}

export interface MemberState {
  scene: Scene;
  viewer: { id: string; handle: string; name: string; role: string };
  rules: ThreadRules;
  thread: Thread;
  opened: Opened | null;
  open(kind: Opened['kind'], comment: CommentView, quote?: Quote): void;
  close(): void;
}

export const MemberContext = createContext<MemberState | null>(null);

export function useMember(): MemberState {
  const state = use(MemberContext);
  if (!state) throw new Error('useMember() is called outside of a thread');
  return state;
}
