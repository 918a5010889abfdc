'use client';

import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { problemWords } from '#components/api/problem-words.ts';
import { RequestProblem, request } from '#components/api/request.ts';
import { announce } from '#components/ui/announce.ts';
import type { SourceView } from '#lib/evidence/schema.ts';
import { failureWords } from './failure-words.ts';

/**
 * Listens to the buttons by which a page is looked at again, wherever they stand, and says what came of it. What the
 * source shows then comes along the live channel, as after any look.
 */
export function SourceTrying({ onLooked }: { onLooked?: () => void }) {
  const words = useTranslations('card');
  const problems = useTranslations('problems');
  useEffect(() => {
    async function look(button: HTMLElement) {
      button.setAttribute('aria-disabled', 'true');
      try {
        const { data: source } = await request<SourceView>(
          'POST',
          `/api/sources/${button.dataset.look}/look`,
        );
        const still = source.failure !== null;
        const why = failureWords(words, source.failure);
        announce(still ? words('triedStill', { why }) : words('triedThere'), still ? 'error' : 'info');
        if (!still) onLooked?.();
      } catch (error) {
        if (!(error instanceof RequestProblem)) console.error(error);
        announce(words('triedNot', { why: problemWords(problems, error) }), 'error');
      } finally {
        button.removeAttribute('aria-disabled');
      }
    }
    function onClick({ target }: MouseEvent) {
      const button = target instanceof Element ? target.closest<HTMLElement>('button[data-look]') : null;
      if (button && button.getAttribute('aria-disabled') !== 'true') void look(button);
    }
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, [words, problems, onLooked]);
  return null;
}
