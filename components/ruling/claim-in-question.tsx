'use client';

import { useTranslations } from 'use-intl';
import type { RulingDesk } from '#lib/ruling/schema.ts';

/** The claim as it is now, also where somebody words it anew meanwhile. */
export function ClaimInQuestion({ desk, lang }: { desk: RulingDesk; lang: string }) {
  const t = useTranslations('ruling');
  return (
    <header className="claim-head">
      <p className="kicker">{t('form.of')}</p>
      <h1 dir="auto">
        <a href={`/claims/${desk.annotationId}`}>{desk.statement}</a>
      </h1>
      {desk.exact === desk.statement ? null : (
        <blockquote className="small" lang={lang} dir="auto">
          {desk.exact}
        </blockquote>
      )}
    </header>
  );
}
