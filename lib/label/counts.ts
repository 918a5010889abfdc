import type { AllLabelCounts, LabelCounts } from '#lib/verdict/labels.ts';
import type { LabelOnPassage, LabelsOnPassage, StandingLabel } from './schema.ts';

/** What is kept with an annotation of the labels on its present wording. */
export interface PassageCounts extends LabelCounts {
  /** How many of the people are not its author. */
  others: number;
}

const NONE: PassageCounts = { people: 0, others: 0, chosen: {} };

/** Out of the column, where nothing at all is an empty object. */
export function readCounts(stored: unknown): PassageCounts {
  return { ...NONE, ...(stored as Partial<PassageCounts> | null) };
}

/** For the column: one without labels is as one that never had any. */
export function storedCounts({ people, others, chosen }: PassageCounts): object {
  return people === 0 ? {} : { people, others, chosen };
}

/** The sums of all passages after one of them went from one count to another. Labels that nobody chose are left out. */
export function totalsAfter(totals: LabelCounts, before: LabelCounts, now: LabelCounts): LabelCounts {
  const keys = new Set([totals, before, now].flatMap(({ chosen }) => Object.keys(chosen)));
  const sums = [...keys].map((key) => {
    const n = (totals.chosen[key] ?? 0) - (before.chosen[key] ?? 0) + (now.chosen[key] ?? 0);
    return [key, n] as const;
  });
  return {
    people: totals.people - before.people + now.people,
    chosen: Object.fromEntries(sums.filter(([, n]) => n !== 0)),
  };
}

/** A label of the list, as far as counting needs it. */
export interface ListedLabel extends Pick<LabelOnPassage, 'key' | 'tone' | 'name'> {
  retired: boolean;
  /** How many people had labelled before it was offered. */
  before: number;
}

/** The totals as the test takes them: with the people who came before a label was offered. */
export function asAllCounts(totals: LabelCounts, list: readonly ListedLabel[]): AllLabelCounts {
  return { ...totals, before: Object.fromEntries(list.map(({ key, before }) => [key, before])) };
}

/**
 * What goes out with an annotation.
 * @param shown the keys of those that show, as they are kept; a label that was retired since does not show
 */
export function labelsOnPassageOf(
  counts: PassageCounts,
  shown: readonly string[],
  list: readonly ListedLabel[],
): LabelsOnPassage {
  const chosen = list.flatMap(({ key, tone, name, retired }) => {
    const n = counts.chosen[key] ?? 0;
    return n > 0 ? [{ key, tone, name, n, shown: !retired && shown.includes(key) }] : [];
  });
  chosen.sort((a, b) => Number(b.shown) - Number(a.shown) || b.n - a.n);
  return { people: counts.people, others: counts.others, chosen };
}

/**
 * Labels with how often each of them stands, the most frequent first.
 * @param standing one for each passage at which it stands
 */
export function countStanding(standing: Iterable<Omit<StandingLabel, 'n'>>): StandingLabel[] {
  const counted = new Map<string, StandingLabel>();
  for (const { key, tone, name } of standing) {
    const known = counted.get(key);
    if (known) known.n += 1;
    else counted.set(key, { key, tone, name, n: 1 });
  }
  return inOrder([...counted.values()]);
}

/** By how often they stand; where that is alike, always in the same order. */
export function inOrder(labels: readonly StandingLabel[]): StandingLabel[] {
  return labels.toSorted((a, b) => b.n - a.n || (a.key < b.key ? -1 : 1));
}
