import type { Words } from '#components/ui/words.ts';

/** Why a page could not be had, in words: what lib/fetch and lib/importers call it, or its HTTP status. */
export function failureWords(words: Words<'card'>, failure: string | null): string {
  const status = statusOf(failure);
  if (status) return words(`failures.${kindOfStatus(Number(status))}`, { status });
  const key = `failures.${failure}` as 'failures.timeout';
  return failure && words.has(key) ? words(key) : words('failures.other');
}

/** What can be done about it. */
export function failureHelp(words: Words<'card'>, failure: string | null): string {
  const status = Number(statusOf(failure));
  if (status) return words(`failureHelp.${helpWithStatus(status)}`);
  return words(`failureHelp.${HELP.get(failure ?? '') ?? 'later'}`);
}

type Help = 'address' | 'closed' | 'later' | 'text' | 'public';

const statusOf = (failure: string | null) => /^http-(\d+)$/.exec(failure ?? '')?.[1];

function kindOfStatus(status: number) {
  if (status === 404 || status === 410) return 'noPage';
  if (status === 401 || status === 402 || status === 403) return 'closed';
  if (status === 429) return 'tooOften';
  if (status === 451) return 'law';
  return status >= 500 ? 'fault' : 'status';
}

function helpWithStatus(status: number): Help {
  if ([401, 402, 403, 407, 429, 451].includes(status)) return 'closed';
  return status < 500 ? 'address' : 'later';
}

const HELP = new Map<string, Help>(
  Object.entries({
    address: 'dns redirects not-a-url',
    closed: 'paywall consent-page robot-check sign-in',
    public: 'blocked-address scheme port credentials',
    text: 'too-large not-html broken encrypted scanned too-many-pages too-slow no-article empty binary kind old-word',
  }).flatMap(([help, failures]) =>
    failures.split(' ').map((failure): [string, Help] => [failure, help as Help]),
  ),
);
