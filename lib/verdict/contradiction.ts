import { rating, type Shown, type Verdict } from './verdicts.ts';

/**
 * From this difference on two verdicts of the scale (5 true … 1 false) cannot both hold: true against misleading or false,
 * mostly true against false. A step or two apart is a matter of judgement.
 */
const FAR_APART = 3;

/**
 * Whether claims that say the same cannot well show both:
 *
 * - two verdicts of the scale that are {@link FAR_APART};
 * - *opinion* (cannot be checked) against any of the scale (was checked);
 * - *unproven* (nothing shows it) against *true* or *false* (something does).
 *
 * *Disputed* and *open* say nothing that could be contradicted. Symmetric. O(1).
 */
export function contradicts(a: Shown, b: Shown): boolean {
  if (!isVerdict(a) || !isVerdict(b)) return false;
  const [one, other] = [rating(a), rating(b)];
  if (one !== null && other !== null) return Math.abs(one - other) >= FAR_APART;
  const [unrated, rated] = one === null ? [a, other] : [b, one];
  if (rated === null) return false;
  return unrated === 'opinion' || rated === rating('true') || rated === rating('false');
}

/** Whether any two of some claims that say the same contradict each other. O(verdicts²). */
export function isContradictory(shown: Iterable<Shown>): boolean {
  const different = [...new Set(shown)];
  return different.some((a) => different.some((b) => contradicts(a, b)));
}

function isVerdict(shown: Shown): shown is Verdict {
  return shown !== 'disputed' && shown !== 'open';
}
