import { Assessment } from '#components/annotation/assessments.tsx';
import { Folded } from '#components/annotation/folded.tsx';
import { RateLoader } from '#components/rating/rate-loader.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { Tally } from '#components/verdict/tally.tsx';
import type { AssessmentView } from '#lib/assessment/schema.ts';
import type { ClaimPage } from '#lib/flows/claim-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { pickMessages, translator } from '#lib/i18n/translator.ts';
import { canTakePart } from '#lib/user/policy.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { placeHref } from './context.ts';
import { WhatWouldChange } from './what-would-change.tsx';

interface VerdictsProps {
  page: ClaimPage;
  viewer: Viewer;
  locale: Locale;
}

/** Who judged it how, and why. */
export function Verdicts({ page, viewer, locale }: VerdictsProps) {
  const { annotation, article } = page;
  const t = translator(locale, 'claim');
  const words = { locale, card: translator(locale, 'card'), verdict: translator(locale, 'verdict') };
  if (!annotation.verdict) return null;
  const { assessments, verdict } = annotation;
  const takesMore = annotation.state === 'active' && article.state !== 'locked';
  return (
    <section className="claim-part" aria-labelledby="verdicts">
      <h2 id="verdicts">{t('verdicts')}</h2>
      {verdict.folded && <Folded annotation={annotation} words={words.card} />}
      {assessments.length === 0 && !verdict.folded && <p className="soft">{t('noVerdict')}</p>}
      {verdict.tally.total > 0 && <Tally tally={verdict.tally} words={words} />}
      <Given page={page} viewer={takesMore ? viewer : null} locale={locale} />
      {takesMore && (
        <LinkButton look={assessments.length > 0 ? 'quiet' : 'plain'} href={placeHref(page)}>
          {t('giveVerdict')}
        </LinkButton>
      )}
    </section>
  );
}

/** Each with what ratings make of it, and for whoever can take part a way to add one. */
function Given({ page: { annotation }, viewer, locale }: VerdictsProps) {
  const { assessments, sources, anchor } = annotation;
  const words = { locale, card: translator(locale, 'card'), verdict: translator(locale, 'verdict') };
  if (assessments.length === 0) return null;
  const rates = ({ author }: AssessmentView) => canTakePart(viewer) && viewer?.handle !== author.handle;
  const messages = pickMessages(locale, ['rating', 'problems', 'form', 'common']);
  return (
    <ul className="assessments">
      {assessments.map((assessment) => (
        <Assessment
          key={assessment.id}
          assessment={assessment}
          sources={sources}
          anchor={anchor}
          words={words}
        >
          <WhatWouldChange assessment={assessment} locale={locale} />
          {rates(assessment) && (
            <RateLoader
              assessment={{ id: assessment.id, author: assessment.author, ratings: assessment.ratings }}
              locale={locale}
              messages={messages}
            />
          )}
        </Assessment>
      ))}
    </ul>
  );
}
