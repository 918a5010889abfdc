import type { EventKind, Happening } from '#lib/events/schema.ts';

/** What readers of an article are told of. The rest is nobody's business but the moderators'. */
const PUBLIC: ReadonlySet<EventKind> = new Set<EventKind>([
  'article.edited',
  'article.revised',
  'annotation.made',
  'annotation.edited',
  'annotation.reworded',
  'annotation.withdrawn',
  'annotation.deleted',
  'annotation.hidden',
  'annotation.restored',
  'annotation.removed',
  'source.added',
  'source.edited',
  'source.removed',
  'source.checked',
  'assessment.given',
  'assessment.changed',
  'assessment.retracted',
  'comment.posted',
  'comment.edited',
  'comment.deleted',
  'comment.voted',
  'comment.approved',
  // Mostly of what nobody saw; taking a restoration back puts something that was seen away again.
  'comment.rejected',
  'comment.hidden',
  'comment.restored',
  'comment.removed',
]);

/**
 * Whether readers can see a difference after it. What happens to something that they do not see (a comment that awaits
 * approval) is marked `unseen` where it is emitted.
 */
export function isPublic({ kind, data }: Happening): boolean {
  return PUBLIC.has(kind) && data.unseen !== true;
}
