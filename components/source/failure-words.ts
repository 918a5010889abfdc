import type { Words } from '#components/ui/words.ts';

/** Why a page could not be had, in words: what lib/fetch and lib/importers call it, or its HTTP status. */
export function failureWords(words: Words<'sources'>, failure: string | null): string {
  const status = /^http-(\d+)$/.exec(failure ?? '')?.[1];
  if (status) return words('failures.status', { status });
  const key = `failures.${failure}` as 'failures.timeout';
  return failure && words.has(key) ? words(key) : words('failures.other');
}
