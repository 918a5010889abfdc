'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { SourceView } from '#lib/evidence/schema.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { RulingDesk } from '#lib/ruling/schema.ts';
import { DraftPreview } from './draft-preview.tsx';
import { SentBack } from './ruling-notes.tsx';

interface PutForwardProps {
  desk: RulingDesk;
  sources: SourceView[];
  locale: Locale;
  busy: boolean;
  onApprove(): void;
  onSendBack(): void;
}

/** What awaits the approval of another checker, and what they can do about it. */
export function PutForward({ desk, sources, locale, busy, onApprove, onSendBack }: PutForwardProps) {
  const t = useTranslations('ruling');
  const { draft, may } = desk;
  if (!draft) return null;
  return (
    <DraftPreview desk={desk} draft={draft} sources={sources} locale={locale}>
      {draft.returns.map((returned) => (
        <SentBack key={returned.at} returned={returned} locale={locale} />
      ))}
      {may.sendBack ? (
        <div className="actions">
          {may.approve ? (
            <Button look="primary" busy={busy} onClick={onApprove}>
              {t('form.approve')}
            </Button>
          ) : null}
          <Button onClick={onSendBack}>{t('form.sendBack')}</Button>
        </div>
      ) : null}
    </DraftPreview>
  );
}

/** What waits is read first; whoever wants to change it opens the form. */
export function Folded({ folded, label, children }: { folded: boolean; label: string; children: ReactNode }) {
  if (!folded) return children;
  return (
    <details className="optional">
      <summary>
        <Icon name="chevron-right" />
        {label}
      </summary>
      {children}
    </details>
  );
}
