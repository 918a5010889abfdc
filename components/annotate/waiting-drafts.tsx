'use client';

import { useTranslations } from 'use-intl';
import { announce } from '#components/ui/announce.ts';
import { Button } from '#components/ui/button.tsx';
import type { NewDraft } from './new-draft.ts';

const WORDS_MAX = 60;

interface WaitingDraftsProps {
  drafts: readonly { form: string; data: NewDraft }[];
  onContinue(draft: NewDraft): void;
  onDiscard(form: string): void;
}

/** What somebody began and did not save: offered again above the text. */
export function WaitingDrafts({ drafts, onContinue, onDiscard }: WaitingDraftsProps) {
  const t = useTranslations('annotate');
  if (drafts.length === 0) return null;
  return (
    <ul className="waiting-drafts">
      {drafts.map(({ form, data }) => (
        <li key={form}>
          <p>{t('draftWaiting', { kind: data.kind, words: excerpt(data.target.exact) })}</p>
          <span className="row">
            <Button onClick={() => onContinue(data)}>{t('draftContinue')}</Button>
            <Button
              look="quiet"
              onClick={() => {
                onDiscard(form);
                announce(t('draftDiscarded'));
              }}
            >
              {t('draftDiscard')}
            </Button>
          </span>
        </li>
      ))}
    </ul>
  );
}

function excerpt(words: string): string {
  const flat = words.replace(/\s+/gu, ' ');
  return flat.length > WORDS_MAX ? `${flat.slice(0, WORDS_MAX).toWellFormed()}…` : flat;
}
