import type { AnnotationState } from '#lib/annotation/schema.ts';
import type { CommentState } from '#lib/comment/schema.ts';
import type { ExhibitCommentState } from '#lib/exhibit/schema.ts';
import type { Decision, TargetType } from './schema.ts';

/** Somebody with an account is one of these two. */
type UserState = 'active' | 'banned';

/** Of one kind of thing: decision → state in which it is found → state that follows. What is not listed is refused. */
type Table<State extends string> = Partial<Record<Decision, Partial<Record<State, State>>>>;

const comment: Table<CommentState> = {
  // Of something visible it dismisses the open reports.
  approve: { pending: 'visible', visible: 'visible' },
  reject: { pending: 'rejected' },
  hide: { pending: 'hidden', visible: 'hidden' },
  restore: { hidden: 'visible', rejected: 'visible', removed: 'visible' },
  remove: { pending: 'removed', visible: 'removed', hidden: 'removed', rejected: 'removed' },
};

const annotation: Table<AnnotationState> = {
  approve: { active: 'active', withdrawn: 'withdrawn' },
  hide: { active: 'hidden', withdrawn: 'hidden' },
  // What its author had withdrawn comes back as withdrawn: see `stateAfter`.
  restore: { hidden: 'active', removed: 'active' },
  remove: { active: 'removed', withdrawn: 'removed', hidden: 'removed' },
};

/** A comment on the original of an article: who wrote it is not here to be rejected or to take it back. */
const exhibitComment: Table<ExhibitCommentState> = {
  hide: { visible: 'hidden' },
  restore: { hidden: 'visible' },
};

const user: Table<UserState> = {
  ban: { active: 'banned' },
  unban: { banned: 'active' },
};

/** What each decision makes of each kind of thing. */
const TRANSITIONS = { comment, annotation, user, 'exhibit-comment': exhibitComment } as const;

/** Which decisions there are for a kind of thing. */
export function decisionsFor(type: TargetType): Decision[] {
  return Object.keys(TRANSITIONS[type]) as Decision[];
}

/** The state that a decision leads to, or null where it does not apply. */
export function stateAfter(
  decision: Decision,
  thing: { type: TargetType; state: string; withdrawn?: boolean },
): string | null {
  const table: Partial<Record<string, string>> = TRANSITIONS[thing.type][decision] ?? {};
  const next = table[thing.state] ?? null;
  return next === 'active' && thing.withdrawn ? 'withdrawn' : next;
}

/** States in which readers see a thing. */
const SEEN: readonly string[] = ['visible', 'active', 'withdrawn'];

export function isSeen(state: string): boolean {
  return SEEN.includes(state);
}

/** Decisions that take something away: they uphold the reports that are open, `approve` dismisses them. */
export const TAKES_AWAY: readonly string[] = ['reject', 'hide', 'remove'] satisfies Decision[];
