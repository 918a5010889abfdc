import { z } from 'zod';
import { id, line, prose } from '#lib/errors/fields.ts';

/** The reasons that the interface offers. Programs may give another one, in a few words. */
export const REPORT_REASONS = [
  'spam',
  'abuse',
  'threat',
  'off-topic',
  'privacy',
  'misleading',
  'other',
] as const;

const REPORT_REASON_MAX = 60;
export const REPORT_DETAIL_MAX = 2_000;

const reportTarget = z.object({ type: z.enum(['comment', 'annotation']), id });
export type ReportTarget = z.output<typeof reportTarget>;

export const reportInput = z.object({
  target: reportTarget,
  reason: line(REPORT_REASON_MAX),
  detail: prose(REPORT_DETAIL_MAX).default(''),
});
export type ReportInput = z.output<typeof reportInput>;

/** A report as whoever made it sees it. */
export const reportView = z
  .object({
    id: z.string(),
    target: z.object({ type: z.enum(['comment', 'annotation']), id: z.string() }),
    reason: z.string(),
    detail: z.string(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Report' });
export type ReportView = z.output<typeof reportView>;
