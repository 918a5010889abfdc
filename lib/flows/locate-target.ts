import type { AnchorRow } from '#lib/annotation/anchor/anchor-row.ts';
import { carryAnchors } from '#lib/annotation/anchor/carry-anchors.ts';
import type { TargetInput } from '#lib/annotation/schema.ts';
import { locate, type Span } from '#lib/annotation/span.ts';
import { requireRevision } from '#lib/article/queries.ts';
import { Problem } from '#lib/errors/problem.ts';
import { shareExhibitComment } from '#lib/exhibit/mutations.ts';
import { getExhibitComment } from '#lib/exhibit/queries.ts';

interface LocatedTarget {
  /** The words as they stand in the revision in which they were selected. */
  span: Span;
  selectedIn: number;
  /** Where they stand in the newest revision; null when they were selected there. */
  carried: AnchorRow | null;
}

/**
 * Finds what somebody selected, in the revision that they read, and carries it to the newest one, which the transaction
 * holds. Throws `target-not-found` or `target-ambiguous` also when the article lost the passage meanwhile.
 */
export async function locateTarget(
  articleId: string,
  newest: number,
  target: TargetInput,
): Promise<LocatedTarget> {
  if (target.exhibitComment) {
    await shareExhibitComment(target.exhibitComment);
    const span = await locateInExhibit(articleId, target.exhibitComment, target);
    return { span, selectedIn: newest, carried: null };
  }
  const selectedIn = target.revision ?? newest;
  if (selectedIn > newest) {
    const message = 'is not a revision of this article';
    throw new Problem('invalid', `target.revision: ${message}`, { fields: { 'target.revision': message } });
  }
  const { text } = await requireRevision(articleId, selectedIn);
  const span = locate(text, target);
  if (selectedIn === newest) return { span, selectedIn, carried: null };
  const now = await requireRevision(articleId, newest);
  const [carried] = carryAnchors([asHeld(span, selectedIn)], text, now.text, newest);
  if (carried?.state !== 'orphaned') return { span, selectedIn, carried: carried ?? null };
  const { places } = carried;
  const detail = `The article changed: these words stood in revision ${selectedIn}, the newest is ${newest}.`;
  throw new Problem(places.length > 0 ? 'target-ambiguous' : 'target-not-found', detail, { places });
}

/** The same in a comment on the original, whose words never change. */
export async function locateInExhibit(
  articleId: string,
  commentId: string,
  target: TargetInput,
): Promise<Span> {
  const comment = await getExhibitComment(commentId);
  if (comment?.exhibit.articleId === articleId && comment.state === 'visible')
    return locate(comment.text, target);
  const message = 'is no comment on the original of this article';
  throw new Problem('invalid', `target.exhibitComment: ${message}`, {
    fields: { 'target.exhibitComment': message },
  });
}

const asHeld = ({ start, end, ...words }: Span, revisionNumber: number) => ({
  id: '',
  state: 'active',
  ...words,
  anchor: {
    ...{ revisionNumber, start, end, state: 'exact' as const, changes: [], similarity: 1 },
    ...{ words: null, since: revisionNumber, places: [] },
  },
});

/** The same for who changes a place: what was selected in an earlier revision is described as it stands in the newest. */
export async function locateNow(articleId: string, newest: number, target: TargetInput): Promise<Span> {
  const { span, selectedIn, carried } = await locateTarget(articleId, newest, target);
  if (!carried || carried.start === null || carried.end === null) return span;
  // What was meant is not what stands there: that is for the person to see first.
  if (carried.state === 'changed')
    throw new Problem('target-not-found', `The passage changed: the newest revision is ${newest}.`);
  const { text } = await requireRevision(articleId, newest);
  const { start, end } = carried;
  return locate(text, { exact: text.slice(start, end), start, end, revision: selectedIn });
}
