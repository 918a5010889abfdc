import { z } from 'zod';
import { text } from '#lib/errors/fields.ts';
import { authorFacts } from '#lib/moderation/queue/schema.ts';
import { ROLES } from '#lib/user/schema.ts';

export const peopleQuery = z.object({
  /** In the name or the handle; for admins in the address too. */
  q: text
    .transform((value) => value.trim())
    .pipe(z.string().max(100))
    .optional(),
  role: z.enum(ROLES).optional(),
  state: z.enum(['active', 'banned']).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type PeopleQuery = z.output<typeof peopleQuery>;

/** Somebody in the list of everybody who has an account. */
export const personLine = authorFacts
  .extend({
    /** Told to admins only. */
    email: z.string().nullable(),
  })
  .meta({ id: 'PersonLine' });
export type PersonLine = z.output<typeof personLine>;

export const roleInput = z.object({ role: z.enum(ROLES) });
