'use client';

import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { CardActions } from '#components/annotate/card-actions.tsx';
import { useCardParts } from '#components/annotate/card-parts.tsx';
import { NewForm } from '#components/annotate/new-form.tsx';
import { useWorkspace } from '#components/annotate/workspace-context.tsx';
import { Card } from '#components/annotation/card.tsx';
import type { ExhibitCommentState } from '#lib/exhibit/schema.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import { claimsOf } from './claims.ts';
import { DecideOriginal } from './decide-original.tsx';
import { useExhibit } from './exhibit-context.tsx';

/** The claims of one comment with all that can be done with them, and how to make one. */
export function MemberClaims({
  commentId,
  author,
  state,
  version,
}: {
  commentId: string;
  author: string;
  state: ExhibitCommentState;
  version: number;
}) {
  const t = useTranslations('exhibit');
  const { viewer } = useWorkspace();
  const moderates = viewer.role === 'moderator' || viewer.role === 'admin';
  const { claims, pending, begin, open } = useExhibit();
  const own = claimsOf(claims, commentId);
  const isWriting = pending?.exhibitComment === commentId;
  const mayClaim = open && state === 'visible' && !isWriting;
  return (
    <>
      {own.length > 0 && (
        <ul className="promoted" aria-label={t('claims')}>
          {own.map((claim) => (
            <li key={claim.id}>
              <ClaimCard claim={claim} />
            </li>
          ))}
        </ul>
      )}
      {isWriting && <Writing />}
      {(mayClaim || moderates) && (
        <div className="acts">
          {mayClaim && (
            <button
              type="button"
              className="act"
              aria-label={t('claimOfWhole', { name: author || t('nameless') })}
              // What is selected stays selected under the press.
              onPointerDown={(event) => event.preventDefault()}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => begin(commentId)}
            >
              {t('claimOfIt')}
            </button>
          )}
          {moderates && <DecideOriginal {...{ commentId, author, state, version }} />}
        </div>
      )}
    </>
  );
}

function ClaimCard({ claim }: { claim: AnnotationDetail }) {
  const { locale } = useWorkspace();
  const { revision } = useExhibit();
  const words = { locale, card: useTranslations('card'), verdict: useTranslations('verdict') };
  const parts = useCardParts(claim, true);
  return (
    <Card annotation={claim} words={words} parts={parts}>
      <CardActions annotation={claim} revision={revision} />
    </Card>
  );
}

/** The form of a new claim, below the words that it is about. */
function Writing() {
  const { pending, revision, saved, close } = useExhibit();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>('textarea')?.focus(), []);
  if (!pending) return null;
  return (
    <div ref={box} className="promoting">
      <NewForm initial={pending} revision={revision} onSaved={saved} onClose={close} />
    </div>
  );
}
