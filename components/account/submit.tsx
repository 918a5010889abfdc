'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';

/** What went wrong with the whole form, and its main button. */
export function Submit({
  trouble,
  busy,
  ready,
  children,
}: {
  trouble: string | null;
  busy: boolean;
  ready: boolean;
  children: ReactNode;
}) {
  const t = useTranslations('account');
  return (
    <>
      {trouble ? <Notice tone="error">{trouble}</Notice> : null}
      <noscript>
        <p>{t('noScript')}</p>
      </noscript>
      <Button type="submit" look="primary" busy={busy} disabled={!ready}>
        {children}
      </Button>
    </>
  );
}
