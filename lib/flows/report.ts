import { canReadAnnotation } from '#lib/annotation/policy.ts';
import { canRead } from '#lib/comment/policy.ts';
import { transaction } from '#lib/db/transaction.ts';
import { Problem } from '#lib/errors/problem.ts';
import { makeReport, type Reportable } from '#lib/moderation/report/mutations.ts';
import { holdReportable } from '#lib/moderation/report/queries.ts';
import type { ReportInput, ReportTarget, ReportView } from '#lib/moderation/report/schema.ts';
import type { Viewer } from '#lib/user/schema.ts';

/** Says that something breaks the rules; `made` is false where the same person had said so already. */
export async function report(
  viewer: Viewer,
  input: ReportInput,
): Promise<{ report: ReportView; made: boolean }> {
  return transaction(async () => makeReport(viewer, await holdSeen(viewer, input.target), input));
}

/** What the caller can see of it, held. What they cannot see is not there for them. */
async function holdSeen(viewer: Viewer, target: ReportTarget): Promise<Reportable> {
  const held = await holdReportable(target);
  const seen =
    held !== null &&
    (held.annotation === null || canReadAnnotation(viewer, held.annotation)) &&
    (target.type === 'annotation' || canRead(viewer, held));
  if (!seen) throw new Problem('not-found', `There is no such ${target.type}.`);
  return held;
}
