/** One thing that is sought: a word with its other forms, a phrase, or a run of letters. */
export interface Term {
  kind: 'word' | 'phrase' | 'run';
  /** In the words of the index: of a phrase in their order, of a run its letters. */
  words: readonly string[];
  /** Of a run, as it was typed. */
  run: string;
  /** Of a word: itself and its other forms, each with how well it fits, 0 to 1. */
  forms: ReadonlyMap<string, number>;
  /** Without it a text does not fit; words such as “the” are left to the ranking where there are others. */
  needed: boolean;
}

const lexeme = (word: string) => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** A term as PostgreSQL's tsquery. Phrases and runs are narrowed down by it, and told by their pattern. */
export function tsqueryOf({ kind, words, forms }: Term): string {
  if (kind === 'word') return `(${[...forms.keys()].map(lexeme).join('|')})`;
  return `(${words.map(lexeme).join('&')})`;
}

const escaped = (word: string) => word.replace(/[^\p{L}\p{N}]/gu, (mark) => `\\${mark}`);

/** The regular expression of PostgreSQL's that a text must match besides, in whatever case; null for a word. */
export function patternOf({ kind, words, run }: Term): string | null {
  if (kind === 'word') return null;
  if (kind === 'run') return escaped(run);
  return `\\m${words.map(escaped).join('[^[:alnum:]]+')}\\M`;
}

/** A regular expression of PostgreSQL's that finds the first place at which any of the terms stands. */
export function anyPattern(terms: readonly Term[]): string {
  const needed = terms.filter((term) => term.needed);
  const parts = (needed.length > 0 ? needed : terms).map(
    (term) => patternOf(term) ?? `\\m(${[...term.forms.keys()].map(escaped).join('|')})\\M`,
  );
  return parts.join('|');
}
