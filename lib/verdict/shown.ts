import type { Shown, Verdict } from './verdicts.ts';

/** From how many sourced assessments on a claim can show what people say. */
const ENOUGH_SOURCED = 2;

/** How many gave each verdict; verdicts that nobody gave may be missing. */
export type Counts = Partial<Record<Verdict, number>>;

/**
 * The verdict that a claim shows, for page, strip, filters and exports alike.
 *
 * The ruling's, where there is one. Else, from two sourced assessments on, the verdict that more than half of them
 * give; if none has more than half, *disputed*. Below two, *open*. Assessments without a source do not decide.
 *
 * @param ruling verdict of the published ruling, or null
 * @param sourced how many sourced assessments of the present wording gave each verdict
 */
export function shownVerdict(ruling: Verdict | null, sourced: Counts): Shown {
  if (ruling) return ruling;
  const entries = Object.entries(sourced) as [Verdict, number][];
  const total = entries.reduce((sum, [, n]) => sum + n, 0);
  if (total < ENOUGH_SOURCED) return 'open';
  const winner = entries.find(([, n]) => n * 2 > total);
  return winner ? winner[0] : 'disputed';
}
