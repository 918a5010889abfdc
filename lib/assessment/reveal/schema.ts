import { z } from 'zod';

/** What of several claims its reader is not told, and what they were told because they asked. */
export const foldsView = z
  .object({
    /** Of these claims the caller could judge so many and has not: what they show is not told. */
    folded: z.number().int(),
    /** So many were folded until now. That the caller asked to see them is kept, and told on a verdict of theirs. */
    revealed: z.number().int(),
    /** Asked for by what claims show, by a page of another site: nothing is listed. */
    withheld: z.boolean(),
  })
  .meta({ id: 'Folds' });
export type Folds = z.output<typeof foldsView>;
