'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { request } from '#components/api/request.ts';
import { SubmitProblem } from '#components/form/form-parts.tsx';
import { useSubmit } from '#components/form/use-submit.ts';
import { announce } from '#components/ui/announce.ts';
import { classNames } from '#components/ui/class-names.ts';
import type { AssessmentView, RatingsView, RatingView } from '#lib/assessment/schema.ts';
import { HELPFULNESS, type Helpfulness, type RatingReason, REASONS_OF } from '#lib/verdict/ratings.ts';

interface RateProps {
  assessment: Pick<AssessmentView, 'id' | 'author' | 'ratings'>;
  onRated(ratings: RatingsView): void;
}

/** Says whether somebody's assessment helps, and if one likes why. What is pressed already takes it back. */
export function Rate({ assessment, onRated }: RateProps) {
  const t = useTranslations('rating');
  const { mine } = assessment.ratings;
  // The reasons stand open after a press, and not each time that a card is opened.
  const [asksWhy, setAsksWhy] = useState(false);
  const { submit, send } = useRating(assessment.id, onRated);

  function press(value: Helpfulness) {
    const isBack = mine?.value === value;
    setAsksWhy(!isBack);
    void send(isBack ? null : { value, reasons: [] }, isBack ? t('takenBack') : t('saved', { value }));
  }

  return (
    <div className="rate">
      <div className="rate-row" role="group" aria-label={t('askOf', { name: assessment.author.name })}>
        <span aria-hidden="true">{t('ask')}</span>
        {HELPFULNESS.map((value) => (
          <button
            key={value}
            type="button"
            className="chip"
            aria-pressed={mine?.value === value}
            aria-disabled={submit.busy || undefined}
            onClick={() => press(value)}
          >
            {t(value)}
          </button>
        ))}
        {mine && (
          <button
            type="button"
            className="chip quiet"
            aria-expanded={asksWhy}
            onClick={() => setAsksWhy(!asksWhy)}
          >
            {t('why')}
          </button>
        )}
      </div>
      {mine && asksWhy && (
        <Reasons mine={mine} busy={submit.busy} onChange={(rating) => void send(rating, t('whySaved'))} />
      )}
      <SubmitProblem submit={submit} />
    </div>
  );
}

interface ReasonsProps {
  mine: RatingView;
  busy: boolean;
  onChange(rating: RatingView): void;
}

function Reasons({ mine, busy, onChange }: ReasonsProps) {
  const t = useTranslations('rating');
  const toggled = (reason: RatingReason) =>
    mine.reasons.includes(reason) ? mine.reasons.filter((one) => one !== reason) : [...mine.reasons, reason];
  return (
    <div className={classNames('rate-why', busy && 'busy')} role="group" aria-label={t('why')}>
      {REASONS_OF[mine.value].map((reason) => (
        <button
          key={reason}
          type="button"
          className="chip"
          aria-pressed={mine.reasons.includes(reason)}
          aria-disabled={busy || undefined}
          onClick={() => onChange({ value: mine.value, reasons: toggled(reason) })}
        >
          {t(`reasons.${reason}`)}
        </button>
      ))}
      <p className="small">{t('public')}</p>
    </div>
  );
}

/** Sends a rating, or takes it back; one at a time. */
function useRating(assessmentId: string, onRated: RateProps['onRated']) {
  const submit = useSubmit();
  const path = `/api/assessments/${assessmentId}/rating`;
  function send(rating: RatingView | null, said: string) {
    return submit.run(async () => {
      const { data } = rating
        ? await request<RatingsView>('PUT', path, rating)
        : await request<RatingsView>('DELETE', path);
      onRated(data);
      announce(said);
    });
  }
  return { submit, send };
}
