/** The verdicts that a person can give, from right to wrong; the last two carry no number. */
export const VERDICTS = [
  'true',
  'mostly-true',
  'mixed',
  'misleading',
  'false',
  'unproven',
  'opinion',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a claim can show: a verdict, or that people differ, or that too few have looked. */
export const SHOWN = [...VERDICTS, 'disputed', 'open'] as const;
export type Shown = (typeof SHOWN)[number];

/** The number a verdict carries, 5 (true) to 1 (false), for exports; null where there is none. */
export function rating(verdict: Verdict): number | null {
  const place = VERDICTS.indexOf(verdict);
  return place < 5 ? 5 - place : null;
}
