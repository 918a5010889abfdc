import { z } from 'zod';
import { id } from '#lib/errors/fields.ts';

/** `{id}` of our own making. */
export const idParams = z.object({ id });

/** `{id}` of an article, which may be its slug. */
export const articleParams = z.object({ id: z.string().min(1).max(200) });
