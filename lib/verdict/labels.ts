/** What can be wrong with a passage beside true and false. */
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

/** What a label says of a passage: that something is wrong with it, or right. */
export const TONES = ['fault', 'merit'] as const;
export type Tone = (typeof TONES)[number];

/**
 * The labels that a new place begins with, in the order in which they are offered. From then on the list is the admin's:
 * it stands in the database, with its words (the migration `labels` put these there).
 */
export const LABELS = [...FAULTS, ...MERITS] as const;

/** How many people put at least one label on a passage, or on passages: and how many of them chose each. */
export interface LabelCounts {
  people: number;
  /** By the key of the label. Those that nobody chose may be missing. */
  chosen: Readonly<Partial<Record<string, number>>>;
}

/** The counts of all passages. */
export interface AllLabelCounts extends LabelCounts {
  /** How many of the people came before a label was offered, and could not choose it; 0 where it is missing. */
  before?: Readonly<Partial<Record<string, number>>>;
}
