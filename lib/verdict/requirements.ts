/** What a ruling can be asked to have before it is published; the admin says which. A verdict it always has. */
export const REQUIREMENTS = [
  'summary',
  'verified-sources',
  'primary-source',
  'evidence-against',
  'reasoning',
  'selected-because',
  'asked-for-comment',
] as const;
export type Requirement = (typeof REQUIREMENTS)[number];

/** What is asked for until an admin says otherwise. */
export const USUAL_REQUIREMENTS: readonly Requirement[] = [
  'summary',
  'verified-sources',
  'primary-source',
  'evidence-against',
];

/** From how many voices on sources are enough. Pages that carry the same text are one voice. */
const ENOUGH_VERIFIED = 2;

/** What is there of a ruling. Words are counted without white space around them. */
export interface RulingParts {
  summary: string;
  reasoning: string;
  selectedBecause: string;
  askedForComment: string;
  evidenceAgainst: string;
  /** The sources that it rests on: whether the quote was found on the page, and equal voices for equal texts. */
  sources: readonly { verified: boolean; primary: boolean; voice: string }[];
}

/** Which of the requirements a ruling does not meet, in the order of {@link REQUIREMENTS}. O(sources). */
export function missingFrom(parts: RulingParts, mandatory: readonly Requirement[]): Requirement[] {
  return REQUIREMENTS.filter((one) => mandatory.includes(one) && !MET[one](parts));
}

const verified = ({ sources }: RulingParts) => sources.filter((source) => source.verified);

const MET: Record<Requirement, (parts: RulingParts) => boolean> = {
  summary: ({ summary }) => summary.trim() !== '',
  'verified-sources': (parts) => new Set(verified(parts).map(({ voice }) => voice)).size >= ENOUGH_VERIFIED,
  'primary-source': (parts) => verified(parts).some(({ primary }) => primary),
  'evidence-against': ({ evidenceAgainst }) => evidenceAgainst.trim() !== '',
  reasoning: ({ reasoning }) => reasoning.trim() !== '',
  'selected-because': ({ selectedBecause }) => selectedBecause.trim() !== '',
  'asked-for-comment': ({ askedForComment }) => askedForComment.trim() !== '',
};
