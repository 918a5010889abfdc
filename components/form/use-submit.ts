'use client';

import { useCallback, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { problemWords } from '#components/api/problem-words.ts';
import { RequestProblem, type SentStore, Submission } from '#components/api/request.ts';
import { announce } from '#components/ui/announce.ts';

export interface Submit {
  busy: boolean;
  /** What went wrong, to be shown in the form; null after it went well, or before. */
  problem: unknown;
  /** True when the person has to sign in again before it can be saved. */
  signedOut: boolean;
  words: string | null;
  run(work: (submission: Submission) => Promise<void>): Promise<void>;
  reset(): void;
}

/**
 * One button's work: once at a time, with the same key when it is tried again, and with words for what went wrong.
 * With a store the key is the same after a reload, too.
 */
export function useSubmit(store: SentStore | null = null): Submit {
  const t = useTranslations('problems');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const running = useRef(false);
  const submission = useRef<Submission | null>(null);

  const run = useCallback(
    async (work: (one: Submission) => Promise<void>) => {
      if (running.current) return;
      running.current = true;
      submission.current ??= new Submission(store);
      setBusy(true);
      setProblem(null);
      try {
        await work(submission.current);
      } catch (error) {
        // What is no answer of the server is a fault of ours and belongs into the console too.
        if (!(error instanceof RequestProblem)) console.error(error);
        setProblem(error);
        announce(problemWords(t, error), 'error');
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
    [t, store],
  );

  return {
    busy,
    problem,
    signedOut: problem instanceof RequestProblem && problem.code === 'not-signed-in',
    words: problem === null ? null : problemWords(t, problem),
    run,
    reset: useCallback(() => setProblem(null), []),
  };
}
