import { z } from 'zod';
import { line, prose } from '#lib/errors/fields.ts';
import { TONES } from '#lib/verdict/labels.ts';

export const LABEL_NAME_MAX = 40;
export const LABEL_DESCRIPTION_MAX = 200;
/** So many can be offered at once: people choose from what they can look over. */
export const LABELS_MAX = 40;

/** A label by its name in addresses: words of small letters and digits with hyphens between. */
export const labelKey = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'takes small letters, digits and single hyphens');

const name = z.object({ en: line(LABEL_NAME_MAX), de: line(LABEL_NAME_MAX) });
const description = z.object({ en: prose(LABEL_DESCRIPTION_MAX), de: prose(LABEL_DESCRIPTION_MAX) });
const words = z.object({ en: z.string(), de: z.string() });

export const labelInput = z.object({
  /** Made of the English name when left out. It never changes. */
  key: labelKey.optional(),
  tone: z.enum(TONES),
  name,
  description: description.default({ en: '', de: '' }),
});
export type LabelInput = z.output<typeof labelInput>;

export const labelPatch = z.object({
  tone: z.enum(TONES).optional(),
  name: name.optional(),
  description: description.optional(),
  /** Nobody can put a retired one any more, and it stands at no passage; what people said with it stays. */
  retired: z.boolean().optional(),
  /** Moves it before this one; null to the end. */
  before: labelKey.nullable().optional(),
  version: z.number().int(),
});
export type LabelPatch = z.output<typeof labelPatch>;

export const labelView = z
  .object({
    key: z.string(),
    tone: z.enum(TONES),
    name: words,
    description: words,
    retired: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'Label', description: 'What can be said of a passage beside true and false' });
export type LabelView = z.output<typeof labelView>;

const labelOnPassage = z
  .object({
    key: z.string(),
    tone: z.enum(TONES),
    name: words,
    /** How many people chose it. */
    n: z.number().int(),
    /** Whether so many are more than chance would give: then it stands at the passage. */
    shown: z.boolean(),
  })
  .meta({ id: 'LabelOnPassage' });
export type LabelOnPassage = z.output<typeof labelOnPassage>;

/** What people put on the present wording of an annotation: those that show first, then by how many chose them. */
export const labelsOnPassage = z
  .object({
    /** How many people put any label on it. */
    people: z.number().int(),
    /** How many of them are not its author. */
    others: z.number().int(),
    chosen: z.array(labelOnPassage),
  })
  .meta({ id: 'LabelsOnPassage' });
export type LabelsOnPassage = z.output<typeof labelsOnPassage>;

const labelStandingView = labelView
  .omit({ version: true })
  .extend({
    n: z.number().int(),
    shown: z.boolean(),
    /** The share of people who choose it elsewhere; null where the test was not made. */
    usual: z.number().nullable(),
    /** The chance of as many or more, if people chose it here as they do elsewhere (Holm's correction). */
    p: z.number().nullable(),
    /** Whether the caller put it. */
    mine: z.boolean(),
  })
  .meta({ id: 'LabelStanding' });
export type LabelStandingView = z.output<typeof labelStandingView>;

/** Every label that is offered or was chosen, as it stands on one annotation, in the order of the list. */
export const labelStandingsView = z
  .object({
    people: z.number().int(),
    /** How many of them are not the author of the annotation. */
    others: z.number().int(),
    items: z.array(labelStandingView),
  })
  .meta({ id: 'LabelStandings' });
export type LabelStandingsView = z.output<typeof labelStandingsView>;

/** A label that stands at passages of an article, and at how many. */
export interface StandingLabel extends Pick<LabelOnPassage, 'key' | 'tone' | 'name'> {
  n: number;
}
