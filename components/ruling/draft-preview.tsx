'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { RichText } from '#components/annotation/rich-text.tsx';
import { shortAddress } from '#components/annotation/sources.tsx';
import { formatTime } from '#components/ui/time.tsx';
import { VerdictLabel } from '#components/verdict/verdict-label.tsx';
import type { SourceView } from '#lib/evidence/schema.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { RulingDesk, RulingDetail, RulingDraftView } from '#lib/ruling/schema.ts';

interface DraftPreviewProps {
  desk: RulingDesk;
  /** What another checker wrote or published; null where they threw it away. */
  draft: RulingDraftView | RulingDetail | null;
  sources: readonly SourceView[];
  locale: Locale;
  /** What can be done with it. */
  children?: ReactNode;
}

/** What another checker has of a ruling, to be read before it is approved or written over. */
export function DraftPreview({ desk, draft, sources, locale, children }: DraftPreviewProps) {
  const t = useTranslations('ruling');
  const verdict = useTranslations('verdict');
  if (!draft) return <p>{t('form.discarded')}</p>;
  const rested = sources.filter(({ id }) => draft.sourceIds.includes(id));
  const said = (['evidenceAgainst', 'selectedBecause', 'askedForComment'] as const).filter(
    (name) => draft[name],
  );
  return (
    <section className="draft-preview" aria-label={t('heading')}>
      <h2>{t('heading')}</h2>
      {'editedAt' in draft ? (
        <p className="small">
          {t('form.draftBy', { name: draft.author.name, at: formatTime(draft.editedAt, locale, true) })}
        </p>
      ) : null}
      {draft.verdict ? (
        <p>
          <VerdictLabel shown={draft.verdict} words={verdict} />
        </p>
      ) : null}
      {draft.summary ? (
        <p className="ruling-summary" dir="auto">
          {draft.summary}
        </p>
      ) : null}
      {draft.reasoning ? (
        <div className="ruling-part">
          <h3>{t('reasoning')}</h3>
          <RichText body={draft.reasoning} />
        </div>
      ) : null}
      {said.map((name) => (
        <Said key={name} heading={t(name)} text={draft[name]} />
      ))}
      {'correction' in draft && draft.correction ? (
        <Said heading={t('form.correction')} text={draft.correction} />
      ) : null}
      {rested.length > 0 ? (
        <div className="ruling-part">
          <h3>{t('restsOn')}</h3>
          <ul className="ruling-sources">
            {rested.map(({ id, title, url }) => (
              <li key={id}>
                <a href={url} rel="nofollow ugc noopener" dir="auto">
                  {title ?? shortAddress(url)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {'state' in draft && draft.state === 'awaiting-approval' ? (
        <p className="small soft">
          {desk.may.approve ? t('form.approveOf', { name: draft.author.name }) : t('form.awaiting')}{' '}
          {desk.may.write ? t('form.takesBack') : null}
        </p>
      ) : null}
      {children}
    </section>
  );
}

function Said({ heading, text }: { heading: string; text: string }) {
  return (
    <div className="ruling-part">
      <h3>{heading}</h3>
      <p className="said" dir="auto">
        {text}
      </p>
    </div>
  );
}
