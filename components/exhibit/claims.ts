import { labelled, lookOf, type Passage } from '#components/annotation/passage.ts';
import type { Words } from '#components/ui/words.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';

/** What was claimed of the words of one comment. */
export function claimsOf(claims: readonly AnnotationDetail[], commentId: string): AnnotationDetail[] {
  return claims.filter(({ target }) => target.exhibitComment?.id === commentId);
}

/** The same as passages of its text; what was withdrawn marks nothing. */
export function promotedPassages(
  claims: readonly AnnotationDetail[],
  words: { card: Words<'card'>; verdict: Words<'verdict'> },
): Passage[] {
  return claims.flatMap((claim) => {
    const place = claim.target.exhibitComment;
    if (!place || claim.state !== 'active') return [];
    const said = { look: lookOf(claim), gist: claim.statement ?? claim.target.exact };
    const trailing = claim.target.exact.length - claim.target.exact.trimEnd().length;
    const { start, end } = place;
    return [{ id: claim.id, start, end, markerAt: end - trailing, ...labelled(said, words) }];
  });
}
