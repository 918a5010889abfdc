import type { CommentView } from '#lib/comment/schema.ts';
import type { Scene } from './scene.ts';

/** What a moderator can decide about a comment; lib/moderation has the whole table. */
export type Decision = 'approve' | 'reject' | 'hide' | 'restore' | 'remove';

const DECISIONS: Partial<Record<CommentView['state'], readonly Decision[]>> = {
  visible: ['hide', 'remove'],
  pending: ['approve', 'reject'],
  hidden: ['restore', 'remove'],
};

export interface May {
  vote: boolean;
  reply: boolean;
  edit: boolean;
  remove: boolean;
  report: boolean;
  decide: readonly Decision[];
}

/** Which buttons somebody is shown at a comment. The server decides anew. */
export function mayOf(comment: CommentView, { place, viewer }: Pick<Scene, 'place' | 'viewer'>): May {
  const { author, state } = comment;
  const own = viewer !== null && author?.handle === viewer.handle;
  const visible = state === 'visible';
  const moderates = viewer?.role === 'moderator' || viewer?.role === 'admin';
  const open = place.takes !== 'nothing';
  return {
    vote: !own && visible && open,
    reply: visible && place.takes === 'everything',
    edit: own && open && (visible || state === 'pending'),
    remove: own && state !== 'deleted',
    report: !own && visible,
    decide: moderates && !own ? (DECISIONS[state] ?? []) : [],
  };
}
