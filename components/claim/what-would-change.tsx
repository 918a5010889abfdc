import type { AssessmentView } from '#lib/assessment/schema.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { totalOf } from '#lib/verdict/ratings.ts';

/** What it would take for the ratings to make something else of an assessment. Nothing where nobody rated. */
export function WhatWouldChange({ assessment, locale }: { assessment: AssessmentView; locale: Locale }) {
  const { standing, ratings } = assessment;
  const t = translator(locale, 'claim');
  if (totalOf(ratings) === 0) return null;
  return (
    <details className="would-change">
      <summary>{t('change.title')}</summary>
      {standing.basis === 'counts' && <p>{t('change.counts')}</p>}
      {standing.basis === 'bridging' && standing.changes.length === 0 && <p>{t('change.none')}</p>}
      {standing.basis === 'bridging' && standing.changes.length > 0 && (
        <ul>
          {standing.changes.map(({ becomes, helpfulness, from, more }) => (
            <li key={`${helpfulness} ${from}`}>
              {t('change.row', { more, from, helpfulness, becomes: t(`change.becomes.${becomes}`) })}
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href="/api/ratings" download="ratings.tsv">
          {t('change.data')}
        </a>
        {' · '}
        <a href="/api/ratings/weighing">{t('change.outcome')}</a>
      </p>
    </details>
  );
}
