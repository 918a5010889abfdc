import type { EventKind, Happening } from '#lib/events/schema.ts';

/** Which pages something can have changed. */
export type Drop =
  /** Every page: a name, a role or a setting stands on any of them. */
  | 'all'
  /** Those of one article, if one is named, and with `lists` also those that show many: the front page, the log. */
  | { articleId: string | null; lists: boolean };

/** After these no guest sees a difference. */
const UNSEEN: ReadonlySet<EventKind> = new Set<EventKind>([
  'user.joined',
  'user.confirmed',
  'user.password-changed',
  'user.signed-out',
  'token.created',
  'token.revoked',
  'report.made',
  'ruling.drafted',
  'ruling.submitted',
  'ruling.returned',
  'ruling.discarded',
  'annotation.revealed',
  'web-page.joined',
]);

/** Of these nothing is told where many articles are. */
const UNLISTED: ReadonlySet<EventKind> = new Set<EventKind>([
  'comment.voted',
  'exhibit.imported',
  'article.illustrated',
  'assessment.rated',
  'assessment.weighed',
]);

/** What moderators do, which stands in the log even where nobody sees the thing itself. */
const LOGGED = /^(comment|annotation|exhibit-comment)\.(approved|rejected|hidden|restored|removed)$/;

/** What an event drops; null for nothing. What is not known here drops too much rather than too little. */
export function dropOf({ kind, articleId, data }: Happening): Drop | null {
  if (data.unseen === true && LOGGED.test(kind)) return { articleId: null, lists: true };
  if (data.unseen === true || UNSEEN.has(kind)) return null;
  if (articleId === null) return 'all';
  // Of labels, lists show at most those that stand.
  if (kind === 'annotation.labelled') return { articleId, lists: data.shows === true };
  return { articleId, lists: !UNLISTED.has(kind) };
}

/** What a page shows: one article (its id), or many. */
export type Subject = { articleId: string } | 'list';

export function touches(drop: Drop, subject: Subject): boolean {
  if (drop === 'all') return true;
  return subject === 'list' ? drop.lists : subject.articleId === drop.articleId;
}
