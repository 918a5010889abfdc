/**
 * What can go wrong in words the outside may read: one stable code each, with its HTTP status and an English title.
 * The interface shows its own words for a code (lib/i18n, namespace `problems`).
 */
export const PROBLEMS = {
  'bad-request': [400, 'The request cannot be read'],
  'not-signed-in': [401, 'Sign in first'],
  'wrong-credentials': [401, 'Address or password is wrong'],
  'not-allowed': [403, 'You may not do this'],
  'foreign-origin': [403, 'The request comes from another site'],
  banned: [403, 'This account is suspended'],
  recused: [403, 'You said that you keep out of the ruling of this claim'],
  'not-found': [404, 'There is nothing here'],
  'text-gone': [410, 'The text of this page is not kept any more'],
  'method-not-allowed': [405, 'This address does not take that method'],
  'edit-conflict': [409, 'Somebody changed this meanwhile'],
  'address-taken': [409, 'There is an account with this address'],
  'handle-taken': [409, 'This handle is taken'],
  'source-exists': [409, 'You gave this page already'],
  'family-full': [409, 'More claims than these cannot be linked'],
  'label-exists': [409, 'There is such a label already'],
  'label-used': [409, 'People have put this label: it can be retired, not deleted'],
  'in-progress': [409, 'The same request is being worked on'],
  'has-replies': [409, 'Others took part: it can be withdrawn, not deleted'],
  'article-locked': [409, 'The article is locked'],
  'comments-closed': [409, 'The article is closed to comments'],
  'own-comment': [403, 'This is your own'],
  'own-assessment': [403, 'This assessment is your own'],
  'already-decided': [409, 'Another moderator decided this a moment ago'],
  'wrong-state': [409, 'This does not go with how it stands now'],
  'source-in-ruling': [409, 'A published ruling rests on this source'],
  'too-large': [413, 'That is too large'],
  'unsupported-media-type': [415, 'The content type is not one of those taken here'],
  invalid: [422, 'Something in it is not as it should be'],
  'ruling-incomplete': [422, 'The ruling lacks something that it has to have here'],
  'target-not-found': [422, 'These words do not stand in the article'],
  'target-ambiguous': [422, 'These words stand in the article more than once'],
  'empty-text': [422, 'There is no text in it'],
  'binary-text': [422, 'This is not text'],
  'bad-export': [422, 'This export cannot be read'],
  'export-no-match': [422, 'No post in this export is the article'],
  'no-comments': [422, 'No comments were found in it'],
  'bad-file': [422, 'This file cannot be read'],
  'no-article': [422, 'No article was found in it'],
  'bad-url': [422, 'This address cannot be used'],
  'fetch-failed': [422, 'The page could not be fetched'],
  'no-address': [422, 'This article has no address to look at'],
  'article-gone': [422, 'The page no longer shows this article'],
  'token-invalid': [422, 'This link has expired or was used already'],
  registered: [422, 'This name or address belongs to somebody with an account'],
  'key-reused': [422, 'This Idempotency-Key belongs to another request'],
  'too-often': [429, 'Too often: wait a moment'],
  internal: [500, 'Something went wrong here'],
  'too-slow': [503, 'This took too long'],
  unavailable: [503, 'Not ready to serve'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemCode = keyof typeof PROBLEMS;

interface ProblemExtra {
  /** What is wrong with which field of the input: path → message. */
  fields?: Record<string, string>;
  /** The state as it is now, with an edit conflict. */
  current?: unknown;
  /** Seconds. */
  retryAfter?: number;
  cause?: unknown;
  [member: string]: unknown;
}

/** An expected refusal. Thrown where it is known, turned into an answer once, in lib/http. */
export class Problem extends Error {
  override name = 'Problem';
  readonly code: ProblemCode;
  readonly status: number;
  readonly extra: ProblemExtra;

  constructor(code: ProblemCode, detail?: string, { cause, ...extra }: ProblemExtra = {}) {
    super(detail ?? PROBLEMS[code][1], { cause });
    this.code = code;
    this.status = PROBLEMS[code][0];
    this.extra = extra;
  }
}
