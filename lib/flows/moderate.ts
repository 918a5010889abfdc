import { transaction } from '#lib/db/transaction.ts';
import { Problem } from '#lib/errors/problem.ts';
import { readActions } from '#lib/moderation/log/queries.ts';
import { momentAfter, untilAfter } from '#lib/moderation/moments.ts';
import { type Change, carryOut } from '#lib/moderation/mutations.ts';
import { canDecide, canModerate } from '#lib/moderation/policy.ts';
import {
  getAction,
  type HeldTarget,
  holdTargets,
  type NewestAction,
  newestActionsOn,
  type StoredAction,
} from '#lib/moderation/queries.ts';
import { decideReports, reopenReports } from '#lib/moderation/report/mutations.ts';
import { openReportCounts } from '#lib/moderation/report/queries.ts';
import type { ActionView, Decision, DecisionInput, DecisionTarget } from '#lib/moderation/schema.ts';
import { stateAfter, TAKES_AWAY } from '#lib/moderation/transitions.ts';
import { holdRoles, permitNow } from '#lib/user/mutations.ts';
import { permit } from '#lib/user/require.ts';
import type { Actor, Viewer } from '#lib/user/schema.ts';

interface Outcome {
  views: ActionView[];
  at: Date;
}

/** Decides about some things at once: about all of them, or about none. */
export async function moderate(
  viewer: Viewer,
  input: DecisionInput,
  receivedAt: Date,
): Promise<ActionView[]> {
  permit(viewer, canModerate(viewer));
  const { views, at } = await transaction(() => decide(viewer, input, receivedAt));
  await untilAfter(at);
  return views;
}

async function decide(viewer: Viewer, input: DecisionInput, receivedAt: Date): Promise<Outcome> {
  const actor = await moderatorFor(viewer, input.targets);
  const held = new Map((await holdTargets(input.targets)).map((target) => [target.id, target]));
  const ids = input.targets.map(({ id }) => id);
  const [newest, reports] = [await newestActionsOn(ids), await openReportCounts(ids)];
  const changes = input.targets.map((wanted) => {
    const target = requireHeld(held, wanted);
    requireOthers(actor, target);
    requireUnchanged(wanted, target, newest.get(wanted.id) ?? null, receivedAt);
    const open = reports.get(wanted.id) ?? 0;
    return { target, to: nextState(input.action, target, open), reports: open };
  });
  const at = momentAfter(newest.values());
  const actions = await carryOut({ actor, action: input.action, reason: input.reason, at }, changes);
  const upheld = TAKES_AWAY.includes(input.action);
  if (upheld || input.action === 'approve') await decideReports(actions, upheld, at);
  return { views: await readActions(actions.map(({ id }) => id)), at };
}

/** Who decides about people is asked what they may do once nobody else can change it. */
async function moderatorFor(
  viewer: Viewer,
  targets: readonly Pick<DecisionTarget, 'type'>[],
): Promise<Actor> {
  if (!targets.some(({ type }) => type === 'user')) return permit(viewer, canModerate(viewer));
  await holdRoles();
  return permitNow(viewer, canModerate);
}

function requireHeld(held: Map<string, HeldTarget>, { type, id }: DecisionTarget): HeldTarget {
  const target = held.get(id);
  if (!target) throw new Problem('not-found', `There is no such ${type}.`, { target: { type, id } });
  return target;
}

function requireOthers(actor: Actor, target: HeldTarget): void {
  if (canDecide(actor, target)) return;
  const about = { target: { type: target.type, id: target.id } };
  if (target.type !== 'user') throw new Problem('own-comment', undefined, about);
  throw new Problem(
    'not-allowed',
    'Nobody decides about themselves, nor about somebody of their rank.',
    about,
  );
}

/**
 * Refuses a decision that was made without knowing of another one. With a version it is known what was seen. Without it, what
 * was decided since the request came in cannot have been known; in the same millisecond counts as since, and so does
 * what somebody else did while we waited for the lock.
 */
function requireUnchanged(
  { version }: DecisionTarget,
  target: HeldTarget,
  newest: NewestAction | null,
  receivedAt: Date,
): void {
  if (version !== undefined) {
    if (version !== target.version) throw new Problem('edit-conflict', undefined, asItIs(target, newest));
    return;
  }
  if (newest && (newest.createdAt >= receivedAt || newest.id !== target.newestBefore))
    throw new Problem('already-decided', undefined, asItIs(target, newest));
}

function nextState(decision: Decision, target: HeldTarget, openReports: number): string {
  const to = stateAfter(decision, target);
  // Nothing would come of it but a line in the log.
  const idle = to === target.state && openReports === 0;
  if (to === null || idle) throw new Problem('wrong-state', undefined, asItIs(target, null));
  return to;
}

/** For a refusal: how a thing stands, and who decided so. */
function asItIs({ type, id, state, version }: HeldTarget, newest: NewestAction | null) {
  const decision = newest && {
    id: newest.id,
    action: newest.action,
    reason: newest.reason,
    moderator: { handle: newest.handle, name: newest.name },
    createdAt: newest.createdAt.toISOString(),
  };
  return { current: { type, id, state, version }, ...(decision ? { decision } : {}) };
}

/** Puts a thing back to what stood before an action, once, while nothing else was done to it. */
export async function undo(viewer: Viewer, actionId: string): Promise<ActionView> {
  permit(viewer, canModerate(viewer));
  const { views, at } = await transaction(() => takeBack(viewer, actionId));
  await untilAfter(at);
  return views[0] as ActionView;
}

async function takeBack(viewer: Viewer, actionId: string): Promise<Outcome> {
  const action = await getAction(actionId);
  if (!action) throw new Problem('not-found', 'There is no such action.');
  const actor = await moderatorFor(viewer, [action.target]);
  const [target] = await holdTargets([action.target]);
  if (!target) throw new Problem('not-found');
  requireOthers(actor, target);
  const newest = (await newestActionsOn([target.id])).get(target.id) ?? null;
  requireStanding(action, target, newest);
  const change: Change = { target, to: action.before.state, reports: 0 };
  const at = momentAfter(newest ? [newest] : []);
  const deed = { actor, action: 'undo', reason: '', at, undoesId: action.id } as const;
  const [done] = await carryOut(deed, [change]);
  await reopenReports(action.id);
  return { views: await readActions(done ? [done.id] : []), at };
}

/** Only what was done last is taken back, and only while the thing is what it made of it. */
function requireStanding(action: StoredAction, target: HeldTarget, newest: NewestAction | null): void {
  if (newest?.id !== action.id) throw new Problem('already-decided', undefined, asItIs(target, newest));
  if (action.action === 'undo' || target.state !== action.after.state)
    throw new Problem('wrong-state', undefined, asItIs(target, newest));
}
