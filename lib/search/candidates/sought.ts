import type { SearchKind } from '../schema.ts';
import { patternOf, type Term, tsqueryOf } from '../terms.ts';

/** What a text has to hold, as PostgreSQL takes it. */
export interface Sought {
  /** One a term that is needed, each with the pattern that a text must match besides. */
  terms: { query: string; pattern: string | null }[];
  /** All of them, or any where `any`. */
  any: boolean;
  filters: Filters;
}

export interface Filters {
  lang: string | null;
  verdict: string | null;
  from: Date | null;
  /** Before this moment, which is not included. */
  before: Date;
  articleId: string | null;
}

/** Something that matches, with as much of its texts as is needed to rank and to show it. */
export interface Candidate {
  kind: SearchKind;
  id: string;
  createdAt: Date;
  /** Title or statement; null on a comment. */
  title: string | null;
  /** What the snippet is cut from. Of an article null: it is long, and read for what is shown only. */
  text: string | null;
  /** More that is searched and not shown, such as a note. */
  beside: string | null;
  articleId: string;
  slug: string;
  articleTitle: string;
  lang: string;
  site: string | null;
  annotationId: string | null;
  verdict: string | null;
  url: string | null;
  handle: string | null;
  name: string | null;
  guestName: string | null;
  /** Of a comment on the original: who wrote it there, and where it stands. */
  author?: string;
  place?: number;
  votes: number;
}

/** @param any whether one of the terms is enough */
export function soughtOf(terms: readonly Term[], any: boolean, filters: Filters): Sought {
  // The longest first, which is the rarest mostly: where nothing holds it the others are not looked up.
  const length = ({ words }: Term) => words.join('').length;
  const needed = terms.filter((term) => term.needed).sort((a, b) => length(b) - length(a));
  return {
    terms: needed.map((term) => ({ query: tsqueryOf(term), pattern: patternOf(term) })),
    any,
    filters,
  };
}
