import { canUnlink } from '#lib/annotation/family/policy.ts';
import { type FamilyMemberRow, getMembership, listRelatives } from '#lib/annotation/family/queries.ts';
import type { FamilyView } from '#lib/annotation/family/schema.ts';
import { canReadAnnotation } from '#lib/annotation/policy.ts';
import { type AnnotationRow, getAnnotationRow, listWordings } from '#lib/annotation/queries.ts';
import { shownDate } from '#lib/article/publication-date.ts';
import { requireArticleRow, requireRevision } from '#lib/article/queries.ts';
import { revealTo } from '#lib/assessment/reveal/mutations.ts';
import { transaction } from '#lib/db/transaction.ts';
import { formatPosition } from '#lib/events/position.ts';
import { currentPosition } from '#lib/events/queries.ts';
import { listOffered, type OfferedSource } from '#lib/evidence/take-over/queries.ts';
import { cursorAt, getExhibitComment } from '#lib/exhibit/queries.ts';
import { canModerate } from '#lib/moderation/policy.ts';
import { newestActionsOn } from '#lib/moderation/queries.ts';
import { listRecusals } from '#lib/ruling/draft/queries.ts';
import { canReadDrafts } from '#lib/ruling/policy.ts';
import { getRuling } from '#lib/ruling/queries.ts';
import type { RecusalView, RulingDetail } from '#lib/ruling/schema.ts';
import { canTakePart } from '#lib/user/policy.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { detailsOf } from './annotation-details.ts';
import type { AnnotationDetail } from './annotation-view.ts';
import { type HistoryEntry, readClaimHistory } from './claim-history.ts';
import { toFamilyView } from './families.ts';

const CONTEXT_CHARS = 600;

export interface ClaimPage {
  /** From here on a stream tells what the page does not show yet. */
  position: string;
  annotation: AnnotationDetail;
  article: {
    id: string;
    slug: string;
    title: string;
    byline: string | null;
    site: string | null;
    lang: string;
    url: string | null;
    publishedAt: string | null;
    state: string;
  };
  /** The words around the passage, as far as the page shows them; `before` and `after` may begin inside a sentence. */
  passage: { before: string; exact: string; after: string };
  /** The comment on the original whose words it is about, and what leads to its page; null for the article's own words. */
  original: {
    commentId: string;
    author: string;
    cursor: string;
    /** Where a moderator put the comment away: why, and for moderators the words. */
    hidden: { reason: string; words: string | null } | null;
  } | null;
  /** The other claims that say the same. */
  family: FamilyView;
  /** What the viewer can do about them; null for who can do nothing. */
  familyDesk: FamilyDesk | null;
  /** What happened to it, oldest first, and whether there is more before that. */
  history: { entries: HistoryEntry[]; more: boolean };
  /** What checkers published, whole; null where they never did. */
  ruling: RulingDetail | null;
  /** Who keeps out of it. */
  recusals: RecusalView[];
  /** Whether the viewer writes rulings. */
  mayRule: boolean;
}

interface FamilyDesk {
  /** Claims, this one perhaps among them, that the viewer may take out of the family. */
  removable: string[];
  /** What lies beside the others and not beside this one. */
  offered: OfferedSource[];
}

/**
 * One annotation with its passage in context, and with what others made of it where the viewer asks for that. Null for an
 * unknown id, and for what the viewer cannot read.
 */
export async function getClaimPage(
  viewer: Viewer,
  id: string,
  { reveal = false }: { reveal?: boolean } = {},
): Promise<ClaimPage | null> {
  const position = formatPosition(await currentPosition());
  const row = await getAnnotationRow(id);
  if (!row || !canReadAnnotation(viewer, row)) return null;
  if (reveal) await transaction(() => revealTo(viewer, [id]));
  const [[annotation], article, wordings, relatives] = await Promise.all([
    detailsOf([row], viewer),
    requireArticleRow(row.articleId),
    listWordings(id),
    listRelatives(id),
  ]);
  if (!annotation) return null;
  const folded = annotation.verdict?.folded ?? false;
  const [words, history, ruling, recusals, familyDesk] = await Promise.all([
    wordsOf(viewer, article.id, annotation),
    readClaimHistory(id, wordings),
    annotation.ruling ? getRuling(id) : null,
    row.kind === 'claim' ? listRecusals(id) : [],
    familyDeskOf(viewer, row, relatives),
  ]);
  const { slug, title, byline, site, lang, url, state } = article;
  return {
    position,
    annotation,
    ruling,
    recusals,
    mayRule: row.kind === 'claim' && canReadDrafts(viewer),
    article: { id: article.id, slug, title, byline, site, lang, url, publishedAt: shownDate(article), state },
    passage: passageIn(words.text, words.place, annotation),
    original: words.original,
    history,
    family: toFamilyView(row, relatives, folded),
    familyDesk,
  };
}

async function familyDeskOf(
  viewer: Viewer,
  row: AnnotationRow,
  relatives: FamilyMemberRow[],
): Promise<FamilyDesk | null> {
  if (!canTakePart(viewer) || row.kind !== 'claim' || row.state !== 'active') return null;
  if (relatives.length === 0) return { removable: [], offered: [] };
  const [membership, offered] = await Promise.all([getMembership(row.id), listOffered(row.id)]);
  const members = [{ ...row, linkedById: membership?.linkedById ?? null }, ...relatives];
  const removable = members.filter((one) => canUnlink(viewer, one, one)).map(({ id }) => id);
  return { removable, offered };
}

interface WordsOf {
  text: string;
  place: { start: number | null; end: number | null };
  original: ClaimPage['original'];
}

/** The text in which the marked words stand: of a revision, or of a comment on the original. */
async function wordsOf(
  viewer: Viewer,
  articleId: string,
  { target, anchor }: AnnotationDetail,
): Promise<WordsOf> {
  const { exhibitComment } = target;
  const comment = exhibitComment && (await getExhibitComment(exhibitComment.id));
  if (exhibitComment && comment) {
    const { id: commentId, place } = comment;
    const { start, end } = exhibitComment;
    const original = { commentId, author: comment.author, cursor: cursorAt(place ?? 0), hidden: null };
    if (comment.state === 'visible') return { text: comment.text, place: exhibitComment, original };
    const reason = (await newestActionsOn([commentId])).get(commentId)?.reason ?? '';
    const words = canModerate(viewer) ? comment.text.slice(start, end) : null;
    return {
      text: '',
      place: { start: null, end: null },
      original: { ...original, author: '', hidden: { reason, words } },
    };
  }
  const { text } = await requireRevision(articleId, anchor.revision);
  return { text, place: anchor, original: null };
}

function passageIn(text: string, { start, end }: WordsOf['place'], { target }: AnnotationDetail) {
  if (start === null || end === null) {
    return { before: target.prefix, exact: target.exact, after: target.suffix };
  }
  return {
    before: text.slice(Math.max(0, start - CONTEXT_CHARS), start).toWellFormed(),
    exact: text.slice(start, end),
    after: text.slice(end, end + CONTEXT_CHARS).toWellFormed(),
  };
}
