import type { ReactNode } from 'react';
import { LinkButton } from '#components/ui/button.tsx';
import type { Words } from '#components/ui/words.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';

/**
 * Where the tally and the reasons would stand, for somebody who could judge the claim and has not: how many did, and the way
 * to see what they made of it. The link works without a script, which puts a button of its own in its place.
 */
export function Folded({
  annotation: { id, counts },
  words,
  children,
}: {
  annotation: AnnotationDetail;
  words: Words<'card'>;
  /** The button. */
  children?: ReactNode;
}) {
  return (
    <div className="folded">
      <p>{words('folded', { n: counts.assessments })}</p>
      {children ?? (
        <LinkButton href={`/claims/${id}?reveal=1#verdicts`} rel="nofollow">
          {words('reveal')}
        </LinkButton>
      )}
    </div>
  );
}
