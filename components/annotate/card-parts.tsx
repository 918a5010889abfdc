'use client';

import { useMemo } from 'react';
import { flushSync } from 'react-dom';
import { useTranslations } from 'use-intl';
import type { CardParts } from '#components/annotation/card.tsx';
import { SourceAgain } from '#components/annotation/source-again.tsx';
import { request } from '#components/api/request.ts';
import { SubmitProblem } from '#components/form/form-parts.tsx';
import { useSubmit } from '#components/form/use-submit.ts';
import { Rate } from '#components/rating/rate.tsx';
import { announce } from '#components/ui/announce.ts';
import { Button } from '#components/ui/button.tsx';
import type { AssessmentView, RatingsView } from '#lib/assessment/schema.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import { SourceVoting } from './source-voting.tsx';
import { useWorkspace } from './workspace-context.tsx';

/**
 * What can be done in a card that was opened: showing what others made of the claim, and saying whether that, or what lies
 * beside it, helps.
 */
export function useCardParts(annotation: AnnotationDetail, opened: boolean): CardParts | undefined {
  const { viewer, articleState } = useWorkspace();
  const { handle } = viewer;
  const words = useTranslations('card');
  return useMemo(() => {
    if (!opened || articleState === 'locked' || annotation.state !== 'active') return undefined;
    return {
      reveal: <Reveal annotation={annotation} />,
      rate: (assessment) =>
        assessment.author.handle === handle ? null : (
          <RateHere annotation={annotation} assessment={assessment} />
        ),
      votesOn: (source) =>
        source.addedBy.handle === handle ? null : <SourceVoting annotation={annotation} source={source} />,
      again: (source) => <SourceAgain source={source} words={words} />,
    };
  }, [annotation, opened, articleState, handle, words]);
}

function Reveal({ annotation: { id } }: { annotation: AnnotationDetail }) {
  const card = useTranslations('card');
  const t = useTranslations('rating');
  const { put } = useWorkspace();
  const submit = useSubmit();

  function reveal() {
    void submit.run(async () => {
      const { data } = await request<AnnotationDetail>('GET', `/api/annotations/${id}?reveal=1`);
      // The button goes; what it brought stands in its place, and takes the focus.
      flushSync(() => put(data));
      document.querySelector<HTMLElement>(`#annotation-${CSS.escape(id)} .tally`)?.focus();
      announce(t('revealed'));
    });
  }

  return (
    <>
      <Button busy={submit.busy} onClick={reveal}>
        {card('reveal')}
      </Button>
      <SubmitProblem submit={submit} />
    </>
  );
}

function RateHere({ annotation, assessment }: { annotation: AnnotationDetail; assessment: AssessmentView }) {
  const { put } = useWorkspace();
  const rated = (ratings: RatingsView) =>
    put({
      ...annotation,
      // In the order in which they stand: nothing goes away from under the hand.
      assessments: annotation.assessments.map((one) =>
        one.id === assessment.id ? { ...one, ratings } : one,
      ),
    });
  return <Rate assessment={assessment} onRated={rated} />;
}
