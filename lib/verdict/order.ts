import type { Status } from './bridging/standing.ts';
import type { RatingCounts } from './ratings.ts';

/** What the order of assessments depends on. */
export interface Ordered {
  /** Where the ratings put it; null while there are counts only. */
  status: Status | null;
  counts: RatingCounts;
  /** Whether it judged the present wording. */
  current: boolean;
  createdAt: string;
  id: string;
}

/** What bridging is sure of comes first and last; all else is told by its counts. */
const RANK: Record<Status, number> = { helpful: 0, 'needs-more-ratings': 1, 'not-helpful': 2 };

/**
 * The order in which assessments are read: those of the present wording before others, what people who usually disagree
 * find helpful first and what they find unhelpful last; in between by the share who found it helpful, and the older first.
 * @returns as for `sort`
 */
export function byHelpfulness(a: Ordered, b: Ordered): number {
  return (
    Number(b.current) - Number(a.current) ||
    rankOf(a) - rankOf(b) ||
    shareOf(b.counts) - shareOf(a.counts) ||
    compare(a.createdAt, b.createdAt) ||
    compare(a.id, b.id)
  );
}

const rankOf = ({ status }: Ordered) => (status === null ? 1 : RANK[status]);

/** Between 0 and 1, with one rating for it and one against it added: a single one moves nothing to the top. */
function shareOf(counts: RatingCounts): number {
  const total = counts.helpful + counts.somewhat + counts['not-helpful'];
  return (counts.helpful + counts.somewhat / 2 + 1) / (total + 2);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
