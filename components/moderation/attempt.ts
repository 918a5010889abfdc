import type { Submission } from '#components/api/request.ts';
import type { Words } from '#components/ui/words.ts';
import type { QueueName } from '#lib/moderation/queue/schema.ts';
import type { ActionView, Decision, DecisionInput } from '#lib/moderation/schema.ts';
import type { DeskItem } from './item.ts';
import { nameOf } from './name-of.ts';

/** One decision as it is sent; sent again, it is the same one. */
export interface Attempt {
  action: Decision;
  items: readonly DeskItem[];
  reason: string;
  submission: Submission;
}

/** Decides about the authors, and leaves the items where they are. */
export const isAboutPeople = ({ action }: Attempt) => action === 'ban' || action === 'unban';

export function toInput(attempt: Attempt): DecisionInput {
  const { action, items, reason } = attempt;
  const people = new Set(items.flatMap(({ author }) => author?.id ?? []));
  // A person is banned whatever their profile says now; words are judged as they were read.
  const targets = isAboutPeople(attempt)
    ? [...people].map((id) => ({ type: 'user' as const, id }))
    : items.map(({ target: { type, id, version } }) => ({ type, id, version }));
  return { action, targets, reason };
}

/** The queue into which something goes that is decided so. */
export function queueAfter(action: Decision): QueueName | null {
  return action === 'reject' || action === 'hide' || action === 'remove' ? 'rejected' : null;
}

/** Enough of the words to know them again. */
const BEGINNING = 80;

/** Whether the items go out of the queue in which it is decided. */
export function takesOff(attempt: Attempt, queue: QueueName): boolean {
  return !isAboutPeople(attempt) && queueAfter(attempt.action) !== queue;
}

/** What it is about, in a line. */
export function aboutWords(t: Words<'moderation'>, { items }: Attempt): string {
  const [first] = items;
  if (!first || items.length > 1) return [...new Set(items.map((item) => nameOf(t, item)))].join(', ');
  const { text } = first;
  const begins = text.length > BEGINNING ? `${text.slice(0, BEGINNING).toWellFormed()} …` : text;
  return `${nameOf(t, first)}: ${begins}`;
}

/** The items as they stand after something was done to them, for the next decision. */
export function afterwards(items: readonly DeskItem[], views: readonly ActionView[]): DeskItem[] {
  const byId = new Map(views.map((view) => [view.targetId, view]));
  return items.map((item) => {
    const view = byId.get(item.target.id);
    if (!view) return item;
    // The states come from the same tables.
    const state = view.after.state as DeskItem['target']['state'];
    const target = { ...item.target, version: view.version, state };
    const done = { ...item, target, newestAction: view.id };
    if (view.action === 'undo') return done;
    const { id, action, reason, moderator, createdAt } = view;
    const actions = item.actions.filter((other) => other !== action);
    return { ...done, decided: { id, action, reason, moderator, createdAt, canUndo: true }, actions };
  });
}

/** Those of the items whose authors were banned or let back in, with their authors as they are now. */
export function withPeople(items: readonly DeskItem[], views: readonly ActionView[]): DeskItem[] {
  const people = new Map(
    views.filter(({ target }) => target === 'user').map((view) => [view.targetId, view]),
  );
  return items.flatMap((item) => {
    const view = item.author && people.get(item.author.id);
    if (!item.author || !view) return [];
    const banned = view.after.state === 'banned';
    return [{ ...item, author: { ...item.author, banned } }];
  });
}
