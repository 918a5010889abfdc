import { z } from 'zod';
import { id } from '#lib/errors/fields.ts';
import { personView } from '#lib/user/schema.ts';
import { SHOWN } from '#lib/verdict/verdicts.ts';

/** More claims than that nobody reads beside each other. */
export const FAMILY_MAX = 50;

/** The other claim, which says the same. */
export const familyLink = z.object({ annotationId: id });

/** How many active claims of a family, the claim itself among them, show what. */
export const familySummary = z
  .object({
    id: z.string(),
    claims: z.number().int(),
    shown: z.partialRecord(z.enum(SHOWN), z.number().int()),
    /** Whether two of its verdicts contradict each other: lib/verdict/contradiction.ts. */
    contradictory: z.boolean(),
  })
  .meta({ id: 'FamilySummary', description: 'The claims that say the same, by the verdict that they show' });
export type FamilySummary = z.output<typeof familySummary>;

/** A claim that says the same as another one. */
export const familyMember = z
  .object({
    id: z.string(),
    statement: z.string(),
    shown: z.enum(SHOWN),
    /** Whether that contradicts what the claim shows that was asked for. */
    contradicts: z.boolean(),
    article: z.object({
      id: z.string(),
      slug: z.string(),
      title: z.string(),
      lang: z.string(),
      site: z.string().nullable(),
    }),
    createdAt: z.iso.datetime(),
    linkedBy: personView.nullable(),
    linkedAt: z.iso.datetime(),
  })
  .meta({ id: 'FamilyMember' });
export type FamilyMember = z.output<typeof familyMember>;

/** The other active claims of a family, oldest first; none where the claim is in none. */
export const familyView = z.object({ items: z.array(familyMember), contradictory: z.boolean() });
export type FamilyView = z.output<typeof familyView>;
