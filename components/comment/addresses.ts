import type { Sort } from '#lib/comment/schema.ts';

/** What a link of a thread asks for; see lib/flows/thread-page.ts. */
export interface Asked {
  sort?: Sort;
  cursor?: string | null;
  comment?: string;
  /** The comment whose replies are asked for. */
  replies?: string;
}

/** The address of a page with a thread, leading to the place in it that is asked for. */
export function threadHref(path: string, { sort, cursor, comment, replies }: Asked = {}): string {
  const query = new URLSearchParams();
  if (sort && sort !== 'oldest') query.set('sort', sort);
  if (replies) query.set('replies', replies);
  if (cursor) query.set('cursor', cursor);
  if (comment) query.set('comment', comment);
  const place = comment ?? replies;
  const asked = query.size > 0 ? `?${query}` : '';
  return `${path}${asked}#${place ? `comment-${place}` : 'discussion'}`;
}

/** Where a comment can be found for ever, whatever becomes of the article's address. */
export const permalink = (commentId: string) => `/comments/${commentId}`;

/** To the sign-in, which says what for, and back to the comment. */
export const signInHref = (commentId: string, purpose: 'vote' | 'reply' | 'report') =>
  `/sign-in?for=${purpose}&next=${permalink(commentId)}`;
