import { binomialTail } from './binomial.ts';
import { type AllLabelCounts, LABELS, type LabelCounts } from './labels.ts';

/** So many have to choose a label for one passage before it can show, whatever the test says. */
export const LEAST_PEOPLE = 3;
/** And this share of those who labelled it: among very many, few can be significant and still be few. */
export const LEAST_SHARE = 0.2;
/** The chance that a passage shows any label that only chance put there is at most this. */
export const SIGNIFICANT = 0.01;

/** A label on a passage. */
export interface LabelStanding {
  label: string;
  /** Chosen by so many of so many: what is told of one that does not show. */
  n: number;
  of: number;
  /** The share of people who choose it elsewhere. */
  usual: number;
  /** The chance of as many or more, if people chose it here as they do elsewhere; corrected for the number of labels. */
  p: number;
  /** Whether it shows on the article. */
  shown: boolean;
}

/**
 * The labels that people chose for a passage, those that show first, then by how many chose them.
 *
 * Whether a label shows is a one-sided exact binomial test. If people chose labels for this passage as they do elsewhere,
 * each of its m people would choose the label with its usual rate, and k or more with
 *
 *   p = Σ_{j ≥ k} C(m, j) · rate^j · (1 − rate)^(m − j),   rate = (chosen elsewhere + 1) / (people elsewhere + labels)
 *
 * The rate is that of all other passages; the 1 and the number of labels (Laplace's rule) make it 1 in so many labels
 * where there are none yet; of a label that was not offered from the beginning, only the people since are counted. Since
 * any of the labels could have come out, the p are corrected after S. Holm (A simple sequentially rejective multiple test
 * procedure, 1979): times the number of labels for the least, one fewer for the next, and so on, and none less than the
 * one before. It holds however the labels hang together. A label shows at {@link SIGNIFICANT}, with {@link LEAST_PEOPLE}
 * and {@link LEAST_SHARE}. It tells choice from chance; people who agreed among themselves to choose it are not chance.
 *
 * @param passage of this passage
 * @param everywhere of all passages, this one included
 * @param labels those that are offered, where an operator offers not all
 * @throws RangeError when more chose a label than there are people, or this passage has more than all have
 *
 * O(labels · √people).
 */
export function labelStandings(
  passage: LabelCounts,
  everywhere: AllLabelCounts,
  labels: readonly string[] = LABELS,
): LabelStanding[] {
  const elsewhere = everywhere.people - passage.people;
  const tested = labels.map((label) => {
    const n = passage.chosen[label] ?? 0;
    const chosen = (everywhere.chosen[label] ?? 0) - n;
    if (elsewhere < 0 || chosen < 0) throw new RangeError(`more chose ${label} here than everywhere`);
    const asked = Math.max(chosen, elsewhere - (everywhere.before?.[label] ?? 0));
    const usual = (chosen + 1) / (asked + labels.length);
    return { label, n, of: passage.people, usual, p: binomialTail(n, passage.people, usual) };
  });
  return corrected(tested)
    .filter(({ n }) => n > 0)
    .map((one) => ({ ...one, shown: shows(one) }))
    .sort((a, b) => Number(b.shown) - Number(a.shown) || b.n - a.n);
}

function shows({ n, of, p }: Omit<LabelStanding, 'shown'>): boolean {
  return n >= LEAST_PEOPLE && n >= LEAST_SHARE * of && p <= SIGNIFICANT;
}

function corrected<T extends { p: number }>(tests: T[]): T[] {
  const places = new Map<T, number>();
  let least = 0;
  for (const [at, test] of tests.toSorted((a, b) => a.p - b.p).entries()) {
    least = Math.min(1, Math.max(least, (tests.length - at) * test.p));
    places.set(test, least);
  }
  return tests.map((test) => ({ ...test, p: places.get(test) as number }));
}
