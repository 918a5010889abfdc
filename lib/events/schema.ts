/** Everything that can happen: noun.past-tense. */
export const EVENT_KINDS = [
  'user.joined',
  'user.confirmed',
  'user.renamed',
  'user.role-given',
  'user.password-changed',
  'token.created',
  'token.revoked',
  'setting.changed',
  'article.added',
  'article.edited',
  'article.revised',
  'article.checked',
  'exhibit.imported',
  'annotation.made',
  'annotation.edited',
  'annotation.reworded',
  'annotation.withdrawn',
  'annotation.deleted',
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
  'comment.rejected',
  'comment.hidden',
  'comment.restored',
  'comment.removed',
  'annotation.approved',
  'annotation.hidden',
  'annotation.restored',
  'annotation.removed',
  'report.made',
  'user.banned',
  'user.unbanned',
  'user.signed-out',
] as const;

export type EventKind = (typeof EVENT_KINDS)[number];

/** What an event says besides who did what to which thing: small facts, never words that somebody wrote. */
export type EventData = Record<string, string | number | boolean | null | undefined>;

/** An event as it is told inside a process and to the other ones: enough to know what to read anew. */
export interface Happening {
  /** Of the event, as decimal digits. */
  id: string;
  kind: EventKind;
  articleId: string | null;
  /** The thing it happened to: of the noun that the kind begins with. */
  subjectId: string | null;
  data: EventData;
}
