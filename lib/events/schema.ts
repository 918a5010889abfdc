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
  'annotation.made',
  'annotation.edited',
  'annotation.reworded',
  'annotation.withdrawn',
  'annotation.deleted',
  'source.added',
  'source.edited',
  'source.removed',
  'assessment.given',
  'assessment.changed',
  'assessment.retracted',
  'comment.posted',
  'comment.edited',
  'comment.deleted',
] as const;

export type EventKind = (typeof EVENT_KINDS)[number];
