import type { Words } from '#components/ui/words.ts';
import type { SourceView } from '#lib/evidence/schema.ts';

/** Of a source that was taken over: from which claim, and who added it there. */
export function SourceOrigin({ source: { origin }, words }: { source: SourceView; words: Words<'card'> }) {
  if (!origin) return null;
  const { annotationId, addedBy } = origin;
  return (
    <p className="small">
      {words.rich(annotationId ? 'takenOver' : 'takenOverGone', {
        name: addedBy.name,
        person: (name) => <a href={`/people/${addedBy.handle}`}>{name}</a>,
        claim: (claim) => <a href={`/claims/${annotationId}#sources`}>{claim}</a>,
      })}
    </p>
  );
}
