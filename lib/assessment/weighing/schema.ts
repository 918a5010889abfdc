import { z } from 'zod';
import { SIDES } from '#lib/verdict/bridging/model.ts';
import { weighedStanding } from '../schema.ts';

const place = z.object({ intercept: z.number(), factor: z.number() });
const side = z.object({ from: z.number(), people: z.number().int(), median: place });
/** Name, intercept, factor. */
const placed = z.tuple([z.string(), z.number(), z.number()]);

export const weighingView = z
  .object({
    /** Null before the first time. */
    weighedAt: z.iso.datetime().nullable(),
    /** How many ratings went in, and the SHA-256 of `GET /api/ratings`. */
    ratings: z.number().int(),
    sha256: z.string().nullable(),
    basis: z.enum(['bridging', 'counts']),
    /** Why there are counts only. */
    why: z.enum(['few-raters', 'few-ratings', 'no-sides']).nullable(),
    model: z
      .object({
        mean: z.number(),
        ratings: z.number().int(),
        division: z.number(),
        sides: z.object({ [SIDES[0]]: side, [SIDES[1]]: side }),
        loss: z.number(),
        sweeps: z.number().int(),
        converged: z.boolean(),
        raters: z.array(placed),
        assessments: z.array(placed),
      })
      .nullable(),
    standings: z.array(weighedStanding.extend({ assessment: z.string() })),
  })
  .meta({
    id: 'Weighing',
    description: 'The last weighing of all ratings: its parameters, and where each assessment stands',
  });
export type WeighingView = z.output<typeof weighingView>;
