import { foldedAmong } from '#lib/assessment/reveal/queries.ts';
import { search } from '#lib/search/queries.ts';
import type {
  FoundPage,
  SearchItem,
  SearchPage,
  SearchQuery,
  SimilarClaim,
  SimilarQuery,
} from '#lib/search/schema.ts';
import { findSimilarClaims } from '#lib/search/similar/queries.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { foldsAmong, isWithheld, type Reading, WITHHELD } from './folds.ts';

/** What everybody finds, with what claims show as its reader is told. */
export async function searchFor(reading: Reading, query: SearchQuery): Promise<SearchPage> {
  if (isWithheld(reading, query.verdict !== undefined)) return { ...NOTHING, folds: WITHHELD };
  const { items, ...page } = await search(query);
  const { ids, folds } = await foldsAmong(reading, [...new Set(items.flatMap((item) => toldOf(item) ?? []))]);
  return {
    ...page,
    items: items.map((item) => (ids.has(toldOf(item) ?? '') ? { ...item, ...FOLDED } : item)),
    folds,
  };
}

/** The claim of which an item says what it shows. A ruling was published to be read, also one on an earlier wording. */
const toldOf = ({ kind, claimId }: SearchItem) => (kind === 'ruling' ? null : claimId);

/** Claims that say the same, with what they show as their reader is told. */
export async function similarFor(viewer: Viewer, query: SimilarQuery): Promise<SimilarClaim[]> {
  const items = await findSimilarClaims(query);
  const folded = await foldedAmong(
    viewer,
    items.map(({ id }) => id),
  );
  return items.map((item) => (folded.has(item.id) ? { ...item, ...FOLDED } : item));
}

const NOTHING: FoundPage = {
  items: [],
  nextCursor: null,
  fit: 'all',
  total: 0,
  more: false,
  suggestion: null,
};

const FOLDED = { verdict: 'open', folded: true } as const;
