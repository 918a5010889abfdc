import { z } from 'zod';
import { id } from '#lib/errors/fields.ts';
import { personView } from '#lib/user/schema.ts';
import { SHOWN } from '#lib/verdict/verdicts.ts';

/** More claims than that nobody reads beside each other. */
export const FAMILY_MAX = 50;

/** The other claim, which says the same. */
export const familyLink = z.object({ annotationId: id });

/** How many other active claims there are in its family, and what they show. */
export const familySummary = z
  .object({
    id: z.string(),
    others: z.number().int(),
    /** Of the others; empty while what the claim shows is folded for the caller. */
    shown: z.partialRecord(z.enum(SHOWN), z.number().int()),
    /** Whether two verdicts of the family, its own among them, contradict each other: lib/verdict/contradiction.ts. */
    contradictory: z.boolean(),
  })
  .meta({ id: 'FamilySummary', description: 'The claims that say the same, by the verdict that they show' });
export type FamilySummary = z.output<typeof familySummary>;

/** A claim that says the same as another one. */
export const familyMember = z
  .object({
    id: z.string(),
    statement: z.string(),
    /** Null while the verdicts of the family are folded for the caller. */
    shown: z.enum(SHOWN).nullable(),
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
export const familyView = z.object({
  items: z.array(familyMember),
  contradictory: z.boolean(),
  /** The caller could judge the claim and has not: what is said of the same elsewhere is folded as well. */
  folded: z.boolean(),
});
export type FamilyView = z.output<typeof familyView>;
