/** What a person can say of somebody's assessment. */
export const HELPFULNESS = ['helpful', 'somewhat', 'not-helpful'] as const;
export type Helpfulness = (typeof HELPFULNESS)[number];

/** Why, closed lists: what goes with a rating for it, and with one against it. "Somewhat" may take from both. */
const HELPFUL_REASONS = [
  'clear',
  'good-sources',
  'answers-the-claim',
  'adds-context',
  'fair-wording',
] as const;
const NOT_HELPFUL_REASONS = [
  'wrong',
  'sources-missing',
  'sources-do-not-say-so',
  'misses-the-point',
  'opinion-only',
  'unfair-wording',
  'hard-to-understand',
] as const;
export const RATING_REASONS = [...HELPFUL_REASONS, ...NOT_HELPFUL_REASONS] as const;
export type RatingReason = (typeof RATING_REASONS)[number];

/** Which reasons go with which rating. */
export const REASONS_OF: Record<Helpfulness, readonly RatingReason[]> = {
  helpful: HELPFUL_REASONS,
  somewhat: RATING_REASONS,
  'not-helpful': NOT_HELPFUL_REASONS,
};

/** One person's rating of one assessment. The names are any text without a tab or a line break. */
export interface Rating {
  rater: string;
  assessment: string;
  helpfulness: Helpfulness;
}

/** How many said what. */
export type RatingCounts = Record<Helpfulness, number>;

/** Counts ratings. O(n). */
export function countRatings(ratings: Iterable<{ helpfulness: Helpfulness }>): RatingCounts {
  const counts: RatingCounts = { helpful: 0, somewhat: 0, 'not-helpful': 0 };
  for (const { helpfulness } of ratings) counts[helpfulness] += 1;
  return counts;
}

/** All of them. */
export function totalOf(counts: RatingCounts): number {
  return counts.helpful + counts.somewhat + counts['not-helpful'];
}

const HEAD = 'rater\tassessment\thelpfulness';

/**
 * Ratings as lines of tab-separated values with a head, sorted, so that the same ratings give the same text. Any
 * spreadsheet reads it, and {@link parseRatings} here. Who the raters are need not be told: a status does not depend
 * on what they are called.
 * @throws RangeError when a name holds a tab or a line break
 */
export function formatRatings(ratings: readonly Rating[]): string {
  const lines = ratings.map(({ rater, assessment, helpfulness }) => {
    const odd = [rater, assessment].find((name) => name === '' || /[\t\r\n]/.test(name));
    if (odd !== undefined) throw new RangeError(`“${odd}” cannot stand in a line of ratings`);
    return `${rater}\t${assessment}\t${helpfulness}\n`;
  });
  return `${HEAD}\n${lines.sort().join('')}`;
}

/**
 * Reads what {@link formatRatings} wrote, or somebody else's table of the same three columns. Empty lines do not count.
 * @throws RangeError that names the line and what is wrong with it
 */
export function parseRatings(text: string): Rating[] {
  const [head, ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (head !== HEAD) throw new RangeError(`line 1 is not “${HEAD.replaceAll('\t', ' ⇥ ')}”`);
  return lines.flatMap((line, at) => {
    if (line === '') return [];
    const [rater, assessment, word, ...rest] = line.split('\t');
    const helpfulness = HELPFULNESS.find((one) => one === word);
    if (!rater || !assessment || !word || rest.length > 0)
      throw new RangeError(`line ${at + 2} has not three columns`);
    if (!helpfulness) throw new RangeError(`line ${at + 2}: “${word}” is none of ${HELPFULNESS.join(', ')}`);
    return [{ rater, assessment, helpfulness }];
  });
}
