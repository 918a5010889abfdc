import { z } from 'zod';
import { id, line, prose, richText } from '#lib/errors/fields.ts';
import { email, personView, ROLES } from '#lib/user/schema.ts';

export const COMMENT_STATES = ['pending', 'visible', 'hidden', 'rejected', 'removed', 'deleted'] as const;
export type CommentState = (typeof COMMENT_STATES)[number];
export const COMMENT_MAX = 20_000;
export const GUEST_NAME_MAX = 60;
/** A reply to a comment at this depth stands beside it: branches do not grow without end. */
export const MAX_DEPTH = 20;

/** The orders of a thread's branches. Replies are always oldest first. */
export const SORTS = ['oldest', 'newest', 'most-voted', 'best'] as const;
export type Sort = (typeof SORTS)[number];

/** Whether comments wait for a moderator: nobody's, those of people without one that was let through, everybody's. */
export const PRE_MODERATION = ['off', 'newcomers', 'all'] as const;
export type PreModeration = (typeof PRE_MODERATION)[number];

const bodyOrText = { error: 'give body or text' };
const oneOfThem = (input: { body?: unknown; text?: unknown }) =>
  (input.body === undefined) !== (input.text === undefined);

/** Whoever speaks without an account. The address is told to moderators only. */
const guestInput = z.object({ name: line(GUEST_NAME_MAX), email });
export type GuestInput = z.output<typeof guestInput>;

export const commentInput = z
  .object({
    body: richText.optional(),
    text: prose(COMMENT_MAX).optional(),
    parentId: id.nullish(),
    guest: guestInput.optional(),
  })
  .refine(oneOfThem, bodyOrText);
export type CommentInput = z.output<typeof commentInput>;

export const commentPatch = z
  .object({ body: richText.optional(), text: prose(COMMENT_MAX).optional(), version: z.number().int() })
  .refine(oneOfThem, bodyOrText);

export const voteInput = z.object({ value: z.union([z.literal(-1), z.literal(0), z.literal(1)]) });

export const votesView = z.object({
  up: z.number().int(),
  down: z.number().int(),
  score: z.number().int(),
  /** The caller's own: -1, 0 or 1. */
  mine: z.number().int(),
});
export type VotesView = z.output<typeof votesView>;

/** Whoever speaks, with the office in which it may be said. */
const speakerView = personView.extend({ role: z.enum(ROLES) }).meta({ id: 'Speaker' });

export const commentView = z
  .object({
    id: z.string(),
    /** One of the two is set: what the thread is about. */
    articleId: z.string().nullable(),
    annotationId: z.string().nullable(),
    parentId: z.string().nullable(),
    /** 0 for a comment that is no reply. */
    depth: z.number().int(),
    /** Null for a guest, for somebody who left, and where only a placeholder stands. */
    author: speakerView.nullable(),
    guest: z.object({ name: z.string() }).nullable(),
    body: richText.nullable(),
    text: z.string(),
    state: z.enum(COMMENT_STATES),
    /** Why a moderator took it away; told to its author, in whose eyes it still stands there. */
    reason: z.string().nullable(),
    revision: z.number().int(),
    votes: votesView,
    /** Direct replies that the caller can see. */
    replyCount: z.number().int(),
    version: z.number().int(),
    createdAt: z.iso.datetime(),
    editedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Comment' });
export type CommentView = z.output<typeof commentView>;

export const commentInContext = commentView
  .extend({
    /** From the head of the branch down to its parent. */
    ancestors: z.array(commentView),
  })
  .meta({ id: 'CommentInContext' });
export type CommentInContext = z.output<typeof commentInContext>;

const FOLD_MAX = 10;

export const threadQuery = z.object({
  sort: z.enum(SORTS).default('oldest'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  /** Only the replies to this comment. */
  parentId: id.optional(),
  /**
   * Without it, every comment of the thread comes, a branch from top to bottom, `limit` comments a page. With it, a page
   * has `limit` comments that are no replies (or replies to `parentId`), and below each at most so many replies, two
   * levels down: what a page shows before somebody asks for more.
   */
  fold: z.coerce.number().int().min(0).max(FOLD_MAX).optional(),
  /** With `fold`: the page on which this comment stands, with all that is above it in its branch. */
  around: id.optional(),
});
export type ThreadQuery = z.output<typeof threadQuery>;

export const threadPage = z
  .object({
    items: z.array(commentView),
    nextCursor: z.string().nullable(),
    /** With `fold`: what stands before this page. */
    prevCursor: z.string().nullable(),
    /** How many comments of the thread everybody can read. */
    total: z.number().int(),
  })
  .meta({ id: 'ThreadPage' });
export type ThreadPage = z.output<typeof threadPage>;
