/** What can be wrong with a passage beside true and false. The words stand in the catalogue. */
export const FAULTS = [
  'unsupported',
  'missing-context',
  'misleading-number',
  'cherry-picked',
  'out-of-date',
  'exaggerated',
  'straw-man',
  'false-cause',
  'false-balance',
  'loaded-wording',
  'opinion-as-fact',
  'unnamed-source',
  'headline-not-borne-out',
  'quote-altered',
] as const;

/** What can be right with it. */
export const MERITS = ['well-sourced', 'context-given', 'fair-wording'] as const;

/** All labels, in the order in which they are offered. */
export const LABELS = [...FAULTS, ...MERITS] as const;
export type Label = (typeof LABELS)[number];

/** How many people put at least one label on a passage, or on passages: and how many of them chose each. */
export interface LabelCounts {
  people: number;
  /** Labels that nobody chose may be missing. */
  chosen: Partial<Record<Label, number>>;
}
