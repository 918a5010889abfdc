/**
 * Everything that can happen, noun.past-tense, and who is told of it: the readers of the article, or nobody but those
 * whose business it is.
 */
const TOLD_TO = {
  'user.joined': 'nobody',
  'user.confirmed': 'nobody',
  'user.renamed': 'nobody',
  'user.role-given': 'nobody',
  'user.password-changed': 'nobody',
  'token.created': 'nobody',
  'token.revoked': 'nobody',
  'setting.changed': 'nobody',
  'text.changed': 'nobody',
  'label.added': 'nobody',
  'label.edited': 'nobody',
  'label.deleted': 'nobody',
  'article.added': 'nobody',
  'article.edited': 'readers',
  'article.revised': 'readers',
  'article.checked': 'nobody',
  'article.illustrated': 'nobody',
  'exhibit.imported': 'readers',
  'exhibit-comment.hidden': 'readers',
  'exhibit-comment.restored': 'readers',
  'annotation.made': 'readers',
  'annotation.edited': 'readers',
  'annotation.reworded': 'readers',
  'annotation.withdrawn': 'readers',
  'annotation.deleted': 'readers',
  'annotation.linked': 'readers',
  'annotation.unlinked': 'readers',
  // Its family is another one now, or a claim in it shows something else; or its words were put away, or came back.
  'annotation.regrouped': 'readers',
  'annotation.labelled': 'readers',
  'annotation.revealed': 'nobody',
  'source.added': 'readers',
  'source.edited': 'readers',
  'source.removed': 'readers',
  'source.checked': 'readers',
  'source.voted': 'readers',
  // Each source that moved tells its readers that it was looked for again.
  'web-page.joined': 'nobody',
  'assessment.given': 'readers',
  'assessment.changed': 'readers',
  'assessment.retracted': 'readers',
  'ruling.drafted': 'nobody',
  'ruling.submitted': 'nobody',
  'ruling.returned': 'nobody',
  'ruling.discarded': 'nobody',
  'ruling.published': 'readers',
  'ruling.corrected': 'readers',
  'ruling.retracted': 'readers',
  'recusal.declared': 'readers',
  'assessment.rated': 'readers',
  // What comes of the ratings waits until the page is read again.
  'assessment.weighed': 'nobody',
  'comment.posted': 'readers',
  'comment.edited': 'readers',
  'comment.deleted': 'readers',
  'comment.voted': 'readers',
  'comment.approved': 'readers',
  // Mostly of what nobody saw; taking a restoration back puts something that was seen away again.
  'comment.rejected': 'readers',
  'comment.hidden': 'readers',
  'comment.restored': 'readers',
  'comment.removed': 'readers',
  'annotation.approved': 'nobody',
  'annotation.hidden': 'readers',
  'annotation.restored': 'readers',
  'annotation.removed': 'readers',
  'report.made': 'nobody',
  'user.banned': 'nobody',
  'user.unbanned': 'nobody',
  'user.signed-out': 'nobody',
} as const;

export type EventKind = keyof typeof TOLD_TO;
export const EVENT_KINDS = Object.keys(TOLD_TO) as EventKind[];

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

/**
 * Whether readers can see a difference after it. What happens to something that they do not see (a comment that awaits
 * approval) is marked `unseen` where it is emitted.
 */
export function isPublic({ kind, data }: Pick<Happening, 'kind' | 'data'>): boolean {
  return TOLD_TO[kind] === 'readers' && data.unseen !== true;
}
