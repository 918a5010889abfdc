import { setAnnotationState } from '#lib/annotation/mutations.ts';
import type { AnnotationState } from '#lib/annotation/schema.ts';
import { setClaimsOf } from '#lib/annotation/withheld/mutations.ts';
import { setCommentState, threadOf } from '#lib/comment/mutations.ts';
import type { CommentState } from '#lib/comment/schema.ts';
import { db } from '#lib/db/client.ts';
import { idAt } from '#lib/db/ids.ts';
import { emit } from '#lib/events/mutations.ts';
import type { EventKind } from '#lib/events/schema.ts';
import { setExhibitCommentState } from '#lib/exhibit/mutations.ts';
import type { ExhibitCommentState } from '#lib/exhibit/schema.ts';
import { setBanned } from '#lib/user/mutations.ts';
import type { Actor } from '#lib/user/schema.ts';
import type { HeldTarget } from './queries.ts';
import type { Action, Decision, TargetType } from './schema.ts';
import { isSeen } from './transitions.ts';

/** One thing that goes into another state, and its line in the log. */
export interface Change {
  target: HeldTarget;
  to: string;
  /** How many open reports it decides. */
  reports: number;
}

export interface Deed {
  actor: Actor;
  action: Action;
  reason: string;
  at: Date;
  /** The action that it takes back. */
  undoesId?: string;
}

/**
 * Puts things that are held into the states that somebody decided: the things, the log and the events, in the flow's
 * transaction. Returns the action on each.
 */
export async function carryOut(
  deed: Deed,
  changes: readonly Change[],
): Promise<{ id: string; targetId: string }[]> {
  for (const [key, same] of Map.groupBy(changes, ({ target, to }) => `${target.type} ${to}`)) {
    const [type, to] = key.split(' ') as [TargetType, string];
    await putInto(
      type,
      same.map(({ target }) => target.id),
      to,
      deed,
    );
  }
  const actions = await record(deed, changes);
  for (const change of changes) await tell(deed, change);
  return actions;
}

async function putInto(type: TargetType, ids: string[], to: string, { actor, at }: Deed): Promise<void> {
  // The states come from the transitions of the kind.
  if (type === 'comment') await setCommentState(ids, to as CommentState);
  else if (type === 'exhibit-comment') {
    await setExhibitCommentState(ids, to as ExhibitCommentState);
    await setClaimsOf(ids, actor.id, to as ExhibitCommentState);
  } else if (type === 'annotation') await setAnnotationState(ids, to as AnnotationState);
  else await setBanned(ids, to === 'banned' ? at : null);
}

const COLUMNS = {
  comment: 'commentId',
  annotation: 'annotationId',
  user: 'userId',
  'exhibit-comment': 'exhibitCommentId',
} as const satisfies Record<TargetType, string>;

async function record({ actor, action, reason, at, undoesId }: Deed, changes: readonly Change[]) {
  const rows = changes.map(({ target, to, reports }) => ({
    id: idAt(at),
    actorId: actor.id,
    action,
    reason,
    ...(undoesId ? { undoesId } : {}),
    [COLUMNS[target.type]]: target.id,
    articleId: target.articleId,
    before: { state: target.state, ...(reports > 0 ? { reports } : {}) },
    after: { state: to },
    createdAt: at,
  }));
  await db().moderationAction.createMany({ data: rows });
  return rows.map(({ id }, n) => ({ id, targetId: changes[n]?.target.id ?? '' }));
}

const PAST: Record<Decision, string> = {
  approve: 'approved',
  reject: 'rejected',
  hide: 'hidden',
  restore: 'restored',
  remove: 'removed',
  ban: 'banned',
  unban: 'unbanned',
};

/** What taking an action back comes to, by the state that stands again. */
const AGAIN: Record<string, string> = {
  visible: 'restored',
  active: 'restored',
  withdrawn: 'restored',
  pending: 'hidden',
  hidden: 'hidden',
  rejected: 'rejected',
  removed: 'removed',
};

async function tell({ actor, action }: Deed, { target, to }: Change): Promise<void> {
  await emit({
    kind: kindOf(action, target.type, to),
    actorId: actor.id,
    articleId: target.articleId,
    subjectId: target.id,
    data: target.type === 'user' ? {} : { ...threadOf(target), ...parentOf(target), ...unseen(target, to) },
  });
}

function kindOf(action: Action, type: TargetType, to: string): EventKind {
  if (action !== 'undo') return `${type}.${PAST[action]}` as EventKind;
  if (type === 'user') return to === 'banned' ? 'user.banned' : 'user.unbanned';
  return `${type}.${AGAIN[to]}` as EventKind;
}

const parentOf = ({ parentId }: HeldTarget) => (parentId ? { parentId } : {});

/** Readers see a difference where a thing comes or goes, and where another placeholder stands in its place. */
function unseen(target: HeldTarget, to: string) {
  const comesOrGoes = isSeen(target.state) !== isSeen(to);
  const otherPlaceholder = target.answered && target.state !== to;
  return comesOrGoes || otherPlaceholder ? {} : { unseen: true };
}
