import { COMMENT_MAX } from '#lib/comment/schema.ts';
import { REPORT_DETAIL_MAX } from '#lib/moderation/report/schema.ts';
import { REASON_MAX } from '#lib/moderation/schema.ts';
import type { ThreadRules } from './member-context.ts';

/** What the schemas allow in a thread. For the server: it hands them to the browser. */
export const THREAD_RULES: ThreadRules = {
  commentMax: COMMENT_MAX,
  detailMax: REPORT_DETAIL_MAX,
  reasonMax: REASON_MAX,
};
