'use client';

import { memo } from 'react';
import { Card, type CardWords } from '#components/annotation/card.tsx';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import { CardActions } from './card-actions.tsx';
import { CardLabels } from './card-labels.tsx';
import { useCardParts } from './card-parts.tsx';

interface CardSlotProps {
  annotation: AnnotationDetail;
  revision: number;
  words: CardWords;
  /** Whether it was opened: only then it needs its buttons, and it keeps them, because a form may be open in it. */
  opened: boolean;
}

/** A card of the workspace. With thousands of them on a page, only those that changed are rendered again. */
export const CardSlot = memo(function CardSlot({ annotation, revision, words, opened }: CardSlotProps) {
  const parts = useCardParts(annotation, opened);
  return (
    <li>
      <Card
        annotation={annotation}
        words={words}
        parts={parts}
        labels={opened && <CardLabels annotation={annotation} />}
      >
        {opened && <CardActions annotation={annotation} revision={revision} />}
      </Card>
    </li>
  );
});
