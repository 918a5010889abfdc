import type { AssessmentRow } from '#lib/assessment/queries.ts';
import type { SourceRow } from '#lib/evidence/queries.ts';
import type { RulingView } from '#lib/ruling/schema.ts';

interface Judged {
  wording: number;
  ruling: RulingView | null;
  /** Those that were not retracted. */
  assessments: readonly Pick<AssessmentRow, 'wording' | 'sources' | 'createdAt' | 'editedAt'>[];
  sources: readonly Pick<SourceRow, 'id' | 'lostAt'>[];
}

/**
 * How many of the sources that a claim's verdict rests on were lost since it was given: that of the ruling which stands, or
 * else those of the assessments that count. Whoever gives it again on a source that is lost has looked. O(n). The same in
 * one statement for many claims: claim-state.ts.
 */
export function failedEvidence({ wording, ruling, assessments, sources }: Judged): number {
  const stands = ruling?.state === 'published' && ruling.wording === wording ? ruling : null;
  const verdicts = stands
    ? [{ on: stands.sourceIds, at: new Date(stands.correctedAt ?? stands.publishedAt) }]
    : assessments
        .filter((one) => one.wording === wording)
        .map((one) => ({
          on: one.sources.map(({ sourceId }) => sourceId),
          at: one.editedAt ?? one.createdAt,
        }));
  return sources.filter(
    ({ id, lostAt }) => lostAt !== null && verdicts.some(({ on, at }) => at < lostAt && on.includes(id)),
  ).length;
}
