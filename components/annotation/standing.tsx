import { Icon } from '#components/ui/icon.tsx';
import type { Words } from '#components/ui/words.ts';
import type { AssessmentView } from '#lib/assessment/schema.ts';
import { totalOf } from '#lib/verdict/ratings.ts';

/**
 * What ratings make of an assessment: what people who usually disagree find, or, where too few rated for that, plain counts
 * that are called so. Nothing where nobody rated.
 */
export function Standing({ assessment, words }: { assessment: AssessmentView; words: Words<'card'> }) {
  const { ratings, standing } = assessment;
  if (totalOf(ratings) === 0) return null;
  const counts = words('counted', {
    helpful: ratings.helpful,
    somewhat: ratings.somewhat,
    not: ratings['not-helpful'],
  });
  if (standing.basis === 'counts') return <p className="small found">{words('plainCount', { counts })}</p>;
  const { status, reason } = standing;
  if (status === 'needs-more-ratings') {
    return (
      <p className="small found">
        {words(`standing.${status}`)}
        {reason === 'both-sides' ? null : `: ${words(`standingWhy.${reason}`)}`} ({counts})
      </p>
    );
  }
  return (
    <p className={`small found is-${status}`}>
      <Icon name={status === 'helpful' ? 'check' : 'refutes'} />
      <span>
        <b>{words(`standing.${status}`)}</b> ({counts})
      </span>
    </p>
  );
}
