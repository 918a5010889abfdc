import { Assessment } from '#components/annotation/assessments.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { Tally } from '#components/verdict/tally.tsx';
import type { ClaimPage } from '#lib/flows/claim-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { placeHref } from './context.ts';

/** Who judged it how, and why. */
export function Verdicts({ page, locale }: { page: ClaimPage; locale: Locale }) {
  const { annotation, article } = page;
  const t = translator(locale, 'claim');
  const words = { locale, card: translator(locale, 'card'), verdict: translator(locale, 'verdict') };
  if (!annotation.verdict) return null;
  const { assessments, sources, verdict } = annotation;
  const takesMore = annotation.state === 'active' && article.state !== 'locked';
  return (
    <section className="claim-part" aria-labelledby="verdicts">
      <h2 id="verdicts">{t('verdicts')}</h2>
      {assessments.length === 0 && <p className="soft">{t('noVerdict')}</p>}
      {verdict.tally.total > 0 && (
        <>
          <Tally tally={verdict.tally} words={words} />
          <p className="small">
            {t('tallyText', { total: verdict.tally.total, sourced: verdict.tally.sourced })}
          </p>
        </>
      )}
      {assessments.length > 0 && (
        <ul className="assessments">
          {assessments.map((assessment) => (
            <Assessment
              key={assessment.id}
              assessment={assessment}
              sources={sources}
              anchor={annotation.anchor}
              words={words}
            />
          ))}
        </ul>
      )}
      {takesMore && (
        <LinkButton look={assessments.length > 0 ? 'quiet' : 'plain'} href={placeHref(page)}>
          {t('giveVerdict')}
        </LinkButton>
      )}
    </section>
  );
}
