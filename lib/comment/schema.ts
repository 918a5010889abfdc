import { z } from 'zod';
import { id, prose, richText } from '#lib/errors/fields.ts';
import { personView } from '#lib/user/schema.ts';

export const COMMENT_STATES = ['pending', 'visible', 'hidden', 'rejected', 'removed', 'deleted'] as const;
export const COMMENT_MAX = 20_000;

export const commentInput = z
  .object({ body: richText.optional(), text: prose(COMMENT_MAX).optional(), parentId: id.optional() })
  .refine((input) => (input.body === undefined) !== (input.text === undefined), {
    error: 'give body or text',
  });
export type CommentInput = z.output<typeof commentInput>;

export const commentPatch = z
  .object({ body: richText.optional(), text: prose(COMMENT_MAX).optional(), version: z.number().int() })
  .refine((input) => (input.body === undefined) !== (input.text === undefined), {
    error: 'give body or text',
  });

export const commentView = z
  .object({
    id: z.string(),
    parentId: z.string().nullable(),
    author: personView.nullable(),
    body: richText.nullable(),
    text: z.string(),
    state: z.enum(COMMENT_STATES),
    revision: z.number().int(),
    version: z.number().int(),
    createdAt: z.iso.datetime(),
    editedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Comment' });
export type CommentView = z.output<typeof commentView>;
