import { z } from 'zod';
import { id, text } from '#lib/errors/fields.ts';

/** `{id}` of our own making. */
export const idParams = z.object({ id });

const IDS_MAX = 50;

/** `ids=a,b,c`: some things by their ids. */
export const idsQuery = z.object({
  ids: z
    .string()
    .max(2_000)
    .transform((list) => [...new Set(list.split(','))])
    .pipe(z.array(id).min(1).max(IDS_MAX)),
});

/** `{id}` of an article, which may be its slug. */
export const articleParams = z.object({ id: text.pipe(z.string().min(1).max(200)) });

/** `?reveal=1`: what others made of claims that the caller has not judged is not folded any more, which is kept. */
export const revealQuery = z.object({
  reveal: z
    .enum(['0', '1'])
    .default('0')
    .transform((value) => value === '1'),
});
