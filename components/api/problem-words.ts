import type { Words } from '#components/ui/words.ts';
import { RequestProblem } from './request.ts';

/** What went wrong and what to do, in the reader's language. Anything that is not a RequestProblem is a fault of ours. */
export function problemWords(t: Words<'problems'>, error: unknown): string {
  if (!(error instanceof RequestProblem) || !t.has(error.code)) return t('internal');
  if (error.code === 'too-often')
    return t('too-often', { seconds: Math.max(1, Math.ceil(error.retryAfter)) });
  return t(error.code);
}
