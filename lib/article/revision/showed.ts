import { z } from 'zod';

/** What the source of an article showed in a revision instead of the whole text; null: the whole. */
export const showed = z
  .enum(['beginning', 'withdrawn', 'correction'])
  .nullable()
  .describe(
    'What the source showed instead of the whole text: only its `beginning` (the rest is as it stood in the revision before), a notice that it was `withdrawn`, or a `correction` in its place; null: the whole',
  );
export type Showed = z.output<typeof showed>;
