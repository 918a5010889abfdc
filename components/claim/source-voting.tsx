'use client';

import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { VoteSender } from '#components/annotation/vote-sender.ts';
import { problemWords } from '#components/api/problem-words.ts';
import { RequestProblem } from '#components/api/request.ts';
import { announce, announceQuietly } from '#components/ui/announce.ts';
import type { SourceVotes } from '#lib/evidence/schema.ts';

/**
 * Listens to the buttons under the sources of a claim's page. The server drew them, and draws them anew when others lay
 * something beside the claim: so nothing is attached to them. It draws nothing itself.
 */
export function SourceVoting() {
  const words = useTranslations('card');
  const problems = useTranslations('problems');
  useEffect(() => {
    const sender = new VoteSender();
    function onClick(event: MouseEvent) {
      const button = event.target instanceof Element ? event.target.closest('button[data-vote]') : null;
      const group = button?.closest<HTMLElement>('.useful[data-source]');
      if (!group) return;
      const pressed = button?.getAttribute('data-vote') === '1' ? 1 : -1;
      void sender.press(group.dataset.source ?? '', readVotes(group), pressed, {
        show: (votes) => writeVotes(group, votes),
        done: (votes) => announceQuietly(words('usefulCounts', votes)),
        failed: (error) => {
          if (!(error instanceof RequestProblem)) console.error(error);
          announce(words('voteFailed', { why: problemWords(problems, error) }), 'error');
        },
      });
    }
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, [words, problems]);
  return null;
}

const partsOf = (group: HTMLElement, value: 1 | -1) => {
  const button = group.querySelector(`[data-vote="${value}"]`);
  return { button, count: button?.querySelector('.num') };
};

function readVotes(group: HTMLElement): SourceVotes {
  const [yes, no] = [partsOf(group, 1), partsOf(group, -1)];
  const isPressed = (button: Element | null) => button?.getAttribute('aria-pressed') === 'true';
  return {
    useful: Number(yes.count?.textContent),
    notUseful: Number(no.count?.textContent),
    mine: isPressed(yes.button) ? 1 : isPressed(no.button) ? -1 : 0,
  };
}

function writeVotes(group: HTMLElement, { useful, notUseful, mine }: SourceVotes): void {
  for (const [value, n] of [
    [1, useful],
    [-1, notUseful],
  ] as const) {
    const { button, count } = partsOf(group, value);
    button?.setAttribute('aria-pressed', String(mine === value));
    if (count) count.textContent = n > 0 ? String(n) : '';
  }
}
