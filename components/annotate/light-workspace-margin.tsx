'use client';

import { memo, useLayoutEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslations } from 'use-intl';
import { CardInside } from '#components/annotation/card.tsx';
import { LightMargin } from '#components/annotation/light-margin.tsx';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import { CardActions } from './card-actions.tsx';
import { CardLabels } from './card-labels.tsx';
import { useCardParts } from './card-parts.tsx';
import type { LightList } from './light-list.ts';
import { newForm } from './new-draft.ts';
import { FormCard, type WorkspaceMarginProps } from './workspace-margin.tsx';

interface LightWorkspaceMarginProps extends WorkspaceMarginProps {
  /** The cards as the server wrote them. */
  cards: string;
  listOf: () => LightList;
}

/**
 * The cards of a page with thousands: they stay the HTML that the server wrote. `annotations` are those that were opened
 * or changed, wherever they stand: React draws what is in their cards.
 */
export function LightWorkspaceMargin(props: LightWorkspaceMarginProps) {
  const { annotations, pending, opened, revision, words, cards, listOf } = props;
  const t = useTranslations('article');
  return (
    <>
      <ServedMargin cards={cards} title={t('annotations')} words={words.card} />
      {annotations.map((annotation) => (
        <HostedCard
          key={annotation.id}
          annotation={annotation}
          revision={revision}
          words={words}
          opened={opened.has(annotation.id)}
          listOf={listOf}
        />
      ))}
      {pending && <HostedForm key={newForm(pending)} {...props} pending={pending} />}
    </>
  );
}

const ServedMargin = memo(LightMargin);

type HostedCardProps = Pick<LightWorkspaceMarginProps, 'revision' | 'words' | 'listOf'> & {
  annotation: AnnotationDetail;
  opened: boolean;
};

const HostedCard = memo(function HostedCard(props: HostedCardProps) {
  const { annotation, revision, words, opened, listOf } = props;
  const [card, setCard] = useState<HTMLElement | null>(null);
  useLayoutEffect(() => {
    setCard(listOf().cardFor(annotation));
  }, [listOf, annotation]);
  const parts = useCardParts(annotation, opened);
  if (!card) return null;
  const inside = (
    <CardInside
      annotation={annotation}
      words={words}
      parts={parts}
      labels={opened && <CardLabels annotation={annotation} />}
    >
      {opened && <CardActions annotation={annotation} revision={revision} />}
    </CardInside>
  );
  return createPortal(inside, card);
});

function HostedForm(
  props: LightWorkspaceMarginProps & { pending: NonNullable<WorkspaceMarginProps['pending']> },
) {
  const { pending, listOf } = props;
  const { start } = pending.target;
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const place = listOf().placeAt(start);
    setSlot(place);
    return () => place.remove();
  }, [listOf, start]);
  return slot && createPortal(<FormCard {...props} />, slot);
}
