'use client';

import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { LabelBar } from '#components/label/label-bar.tsx';
import { LabelChips } from '#components/label/label-chips.tsx';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import type { LabelsOnPassage } from '#lib/label/schema.ts';
import { useWorkspace } from './workspace-context.tsx';

/** The labels in an open card, to be put on and taken off while anything can be added to it. */
export function CardLabels({ annotation }: { annotation: AnnotationDetail }) {
  const words = useTranslations('card');
  const { locale, articleState, put } = useWorkspace();
  const { id, labels, state } = annotation;
  const onChange = useCallback(
    (now: LabelsOnPassage) => put({ ...annotation, labels: now }),
    [annotation, put],
  );
  if (articleState === 'locked' || state !== 'active')
    return <LabelChips labels={labels} locale={locale} words={words} />;
  return <LabelBar annotationId={id} labels={labels} locale={locale} onChange={onChange} />;
}
