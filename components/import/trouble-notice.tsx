'use client';

import { useTranslations } from 'use-intl';
import { LinkButton } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { Trouble } from './trouble.ts';

/** What went wrong and belongs to no single input. */
export function TroubleNotice({ trouble, onLeave }: { trouble: Trouble; onLeave: () => void }) {
  const t = useTranslations('import');
  if (!trouble.general) return null;
  return (
    <Notice tone="error">
      <p>{trouble.general}</p>
      {trouble.signIn && (
        <LinkButton href="/sign-in?next=/import" onClick={onLeave}>
          {t('signInAgain')}
        </LinkButton>
      )}
    </Notice>
  );
}
