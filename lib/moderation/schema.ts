import { z } from 'zod';
import { id, prose, text } from '#lib/errors/fields.ts';
import { personView } from '#lib/user/schema.ts';
import { decisionsFor } from './transitions.ts';

const TARGET_TYPES = ['comment', 'annotation', 'user', 'exhibit-comment'] as const;
export type TargetType = (typeof TARGET_TYPES)[number];

/** What a moderator can decide. */
export const DECISIONS = ['approve', 'reject', 'hide', 'restore', 'remove', 'ban', 'unban'] as const;
export type Decision = (typeof DECISIONS)[number];
/** What stands in the log: the decisions, and taking one back. */
export const ACTIONS = [...DECISIONS, 'undo'] as const;
export type Action = (typeof ACTIONS)[number];
/**
 * What takes something from somebody is given a reason, which everybody can read. What gives it back needs none, but may
 * have one: the log names whoever restored it, beside the reason why it had been taken away, and a reason that is asked
 * for each time becomes an empty word, and a brake on letting go of a mistake.
 */
export const WITHOUT_REASON: readonly Decision[] = ['approve', 'restore', 'unban'];

export const REASON_MAX = 500;
const TARGETS_MAX = 100;

const decisionTarget = z.object({
  type: z.enum(TARGET_TYPES),
  id,
  /** The version that the decision is about. Without it, whatever stood there when the request came in. */
  version: z.number().int().optional(),
});
export type DecisionTarget = z.output<typeof decisionTarget>;

export const decisionInput = z
  .object({
    action: z.enum(DECISIONS),
    targets: z.array(decisionTarget).min(1).max(TARGETS_MAX),
    reason: prose(REASON_MAX).default(''),
  })
  .superRefine(({ action, targets, reason }, context) => {
    if (reason === '' && !WITHOUT_REASON.includes(action))
      context.addIssue({ code: 'custom', path: ['reason'], message: 'is needed: everybody can read it' });
    const seen = new Set<string>();
    targets.forEach((target, n) => {
      if (!decisionsFor(target.type).includes(action))
        context.addIssue({
          code: 'custom',
          path: ['targets', n, 'type'],
          message: `cannot be told to ${action}`,
        });
      if (seen.has(target.id))
        context.addIssue({ code: 'custom', path: ['targets', n, 'id'], message: 'is named twice' });
      seen.add(target.id);
    });
  });
export type DecisionInput = z.output<typeof decisionInput>;

/** A line of the public log: never the words that were taken away. */
export const logEntry = z
  .object({
    id: z.string(),
    action: z.enum(ACTIONS),
    reason: z.string(),
    moderator: personView,
    target: z.enum(TARGET_TYPES),
    /** Of an annotation. */
    kind: z.enum(['claim', 'remark']).nullable(),
    /** Whom it was about; null for a guest, and for whoever wrote on the original. */
    person: personView.nullable(),
    guest: z.object({ name: z.string() }).nullable(),
    article: z.object({ slug: z.string(), title: z.string(), lang: z.string() }).nullable(),
    /** Where the thing can be seen, if everybody can see it now. */
    href: z.string().nullable(),
    /** How many open reports it decided. */
    reports: z.number().int(),
    /** Somebody took it back. */
    undone: z.boolean(),
    undoneBy: personView.nullable(),
    /** The action that it takes back. */
    undoes: z.object({ id: z.string(), action: z.enum(ACTIONS) }).nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'LogEntry' });
export type LogEntry = z.output<typeof logEntry>;

/** The same for the moderator who did it: with the thing as it stands after it. */
export const actionView = logEntry
  .extend({
    targetId: z.string(),
    before: z.object({ state: z.string() }),
    after: z.object({ state: z.string() }),
    /** The version of the thing after this action, for the next one. */
    version: z.number().int(),
  })
  .meta({ id: 'ModerationAction' });
export type ActionView = z.output<typeof actionView>;

export const logQuery = z.object({
  action: z.enum(ACTIONS).optional(),
  /** A handle. */
  moderator: text.pipe(z.string().max(30)).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type LogQuery = z.output<typeof logQuery>;
