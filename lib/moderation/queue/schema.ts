import { z } from 'zod';
import { ANNOTATION_STATES } from '#lib/annotation/schema.ts';
import { COMMENT_STATES } from '#lib/comment/schema.ts';
import { richText } from '#lib/errors/fields.ts';
import { personView, ROLES, TRUST_LEVELS } from '#lib/user/schema.ts';
import { ACTIONS, DECISIONS } from '../schema.ts';

/** What waits for moderators. `rejected` holds all that was put away, so that it can be restored. */
export const QUEUES = ['reported', 'pending', 'rejected'] as const;
export type QueueName = (typeof QUEUES)[number];
export function isQueue(name: string): name is QueueName {
  return QUEUES.some((queue) => queue === name);
}
/** Named by the contract, and empty of meaning as yet. */
export const LATER_QUEUES = ['held', 'new', 'appeals'] as const;

/** Counts go no further: this many means this many or more. */
export const COUNT_MAX = 1_000;
/** Days of a person's comments that a moderator sees at a glance, today included. */
export const ACTIVITY_DAYS = 14;
/** Reports that come with an item; `reportCount` says how many there are. */
export const REPORTS_SHOWN = 10;
export const PARENT_CHARS = 600;

export const queueQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type QueueQuery = z.output<typeof queueQuery>;

const count = z
  .number()
  .int()
  .meta({ description: `At most ${COUNT_MAX}: that many means that many or more` });

export const queueCounts = z
  .object({ reported: count, pending: count, rejected: count } satisfies Record<QueueName, z.ZodType>)
  .meta({ id: 'QueueCounts' });
export type QueueCounts = z.output<typeof queueCounts>;

/** What helps to judge somebody's words. */
export const authorFacts = personView
  .extend({
    id: z.string(),
    role: z.enum(ROLES),
    trust: z.enum(TRUST_LEVELS),
    banned: z.boolean(),
    /** When the account was made. */
    createdAt: z.iso.datetime(),
    version: z.number().int(),
    comments: count,
    /** None of their comments is visible: under `newcomers` theirs wait (lib/comment/policy.ts). Apart from trust. */
    newcomer: z.boolean(),
    /** Of them, what moderators put away. */
    rejected: count,
    hidden: count,
    removed: count,
    /** Reports that they made and that were decided, and how many of them were right. */
    reports: z.object({ decided: count, upheld: count }),
    /** Comments a day, oldest first, the last one today (UTC); `away` of them were put away. */
    days: z.array(z.object({ comments: z.number().int(), away: z.number().int() })).length(ACTIVITY_DAYS),
    /** Whether the caller may ban them, or end the ban. */
    canBan: z.boolean(),
  })
  .meta({ id: 'AuthorFacts' });
export type AuthorFacts = z.output<typeof authorFacts>;

const openReport = z.object({
  id: z.string(),
  reason: z.string(),
  detail: z.string(),
  createdAt: z.iso.datetime(),
  reporter: personView.extend({
    /** How many of their reports were decided, and how many of those were right. */
    decided: count,
    upheld: count,
  }),
});
export type OpenReport = z.output<typeof openReport>;

const queueItem = z
  .object({
    target: z.object({
      type: z.enum(['comment', 'annotation']),
      id: z.string(),
      state: z.enum([...COMMENT_STATES, ...ANNOTATION_STATES]),
      version: z.number().int(),
    }),
    /** Of an annotation. */
    kind: z.enum(['claim', 'remark']).nullable(),
    /** The words: of a comment what it says, of a claim its statement, of a remark the passage. */
    text: z.string(),
    /** Of a comment. */
    body: richText.nullable(),
    /** What the words are written in, where that can be told. */
    lang: z.string().nullable(),
    /** Null for a guest. */
    author: authorFacts.nullable(),
    guest: z.object({ name: z.string(), email: z.string() }).nullable(),
    createdAt: z.iso.datetime(),
    editedAt: z.iso.datetime().nullable(),
    /** Since when it stands in this queue. */
    since: z.iso.datetime(),
    article: z.object({ id: z.string(), slug: z.string(), title: z.string(), lang: z.string() }),
    /** The annotation itself, or the one under which the comment stands. */
    annotation: z
      .object({
        id: z.string(),
        kind: z.enum(['claim', 'remark']),
        statement: z.string().nullable(),
        exact: z.string(),
      })
      .nullable(),
    /** The comment that it answers: its first words. */
    parent: z
      .object({
        id: z.string(),
        author: personView.nullable(),
        guest: z.object({ name: z.string() }).nullable(),
        text: z.string(),
        state: z.enum(COMMENT_STATES),
      })
      .nullable(),
    /** Where it can be looked at in its place. */
    href: z.string(),
    /** The oldest open ones. */
    reports: z.array(openReport),
    reportCount: z.number().int(),
    /** What a moderator did to it last. */
    decided: z
      .object({
        id: z.string(),
        action: z.enum(ACTIONS),
        reason: z.string(),
        moderator: personView,
        createdAt: z.iso.datetime(),
        /** It is the newest, and nobody changed the thing since. */
        canUndo: z.boolean(),
      })
      .nullable(),
    /** What the caller may decide. */
    actions: z.array(z.enum(DECISIONS)),
  })
  .meta({ id: 'QueueItem' });
export type QueueItem = z.output<typeof queueItem>;

export const queuePage = z
  .object({ items: z.array(queueItem), nextCursor: z.string().nullable(), total: count })
  .meta({ id: 'QueuePage' });
export type QueuePage = z.output<typeof queuePage>;
