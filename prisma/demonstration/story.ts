import type { Stance } from '#lib/evidence/schema.ts';
import type { LABELS } from '#lib/verdict/labels.ts';
import type { Verdict } from '#lib/verdict/verdicts.ts';

/** The people of the demonstration, by the handle that they get. */
export const PEOPLE = {
  'mira-okafor': 'Mira Okafor',
  'jonas-feld': 'Jonas Feld',
  'aiko-brandt': 'Aiko Brandt',
  'luc-perrin': 'Luc Perrin',
  'salma-idrissi': 'Salma Idrissi',
} as const;
export type PersonHandle = keyof typeof PEOPLE;

export interface Said {
  by: PersonHandle;
  text: string;
  /** The comment that it answers, by its place in the list. */
  answers?: number;
  /** Who voted for it, and who against. */
  voted?: { for?: PersonHandle[]; against?: PersonHandle[] };
}

interface StorySource {
  by: PersonHandle;
  url: string;
  stance: Stance;
  /** Only where the wording is certain; else a note in our own words. */
  quote?: string;
  note: string;
}

interface StoryVerdict {
  by: PersonHandle;
  verdict: Verdict;
  rationale: string;
  /** The sources that it rests on, by their places in the list. */
  rests?: number[];
}

interface StoryLabel {
  label: (typeof LABELS)[number];
  by: PersonHandle[];
}

export interface StoryClaim {
  kind: 'claim';
  by: PersonHandle;
  exact: string;
  statement: string;
  sources?: StorySource[];
  verdicts?: StoryVerdict[];
  labels?: StoryLabel[];
  comments?: Said[];
}

export interface StoryRemark {
  kind: 'remark';
  by: PersonHandle;
  exact: string;
  /** The first one is its author's. */
  comments: Said[];
}

export interface Story {
  title: string;
  byline: string;
  lang: string;
  publishedAt: string;
  addedBy: PersonHandle;
  /** What it is about. */
  topics: string[];
  /** The file beside this one with the body, in Markdown. */
  file: string;
  annotations: (StoryClaim | StoryRemark)[];
  /** Under the article. */
  discussion: Said[];
}
