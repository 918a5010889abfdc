'use client';

import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { problemWords } from '#components/api/problem-words.ts';
import { RequestProblem, Submission } from '#components/api/request.ts';
import { ReasonDialog } from '#components/moderation/reason-dialog.tsx';
import { sendDecision } from '#components/moderation/requests.ts';
import { announce } from '#components/ui/announce.ts';
import { Button } from '#components/ui/button.tsx';
import type { PersonLine } from '#lib/flows/people-view.ts';

interface BanButtonProps {
  person: PersonLine;
  onChange(person: PersonLine): void;
}

/** Bans somebody, with a reason; or lets them back in. */
export function BanButton({ person, onChange }: BanButtonProps) {
  const t = useTranslations('people');
  const moderation = useTranslations('moderation');
  const problems = useTranslations('problems');
  const submission = useRef(new Submission());
  const button = useRef<HTMLButtonElement>(null);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const { id, name, banned } = person;

  async function decide(action: 'ban' | 'unban', reason: string) {
    setAsking(false);
    setBusy(true);
    try {
      const targets = [{ type: 'user' as const, id }];
      await sendDecision({ action, targets, reason }, submission.current);
      onChange({ ...person, banned: action === 'ban' });
      announce(action === 'ban' ? t('isBanned', { name }) : t('isUnbanned', { name }));
    } catch (error) {
      announce(refusalWords(error), 'error');
    }
    setBusy(false);
    button.current?.focus();
  }

  function refusalWords(error: unknown): string {
    const code = error instanceof RequestProblem ? error.code : null;
    if (code === 'not-allowed') return t('banRefused');
    if (code === 'already-decided' || code === 'wrong-state') return t('conflict');
    return problemWords(problems, error);
  }

  return (
    <>
      <Button
        ref={button}
        busy={busy}
        aria-label={banned ? t('unbanOf', { name }) : t('banOf', { name })}
        onClick={() => (banned ? void decide('unban', '') : setAsking(true))}
      >
        {banned ? t('unban') : t('ban')}
      </Button>
      {asking ? (
        <ReasonDialog
          action="ban"
          title={moderation('ask.ban', { n: 1, name })}
          concerns={`@${person.handle}`}
          does={moderation('does.ban')}
          likely={null}
          onConfirm={(reason) => void decide('ban', reason)}
          onClose={() => {
            setAsking(false);
            button.current?.focus();
          }}
        />
      ) : null}
    </>
  );
}
