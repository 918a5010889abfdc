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

/** What can be open at a comment as soon as one comes back from the sign-in. */
export const OPENABLE = ['reply', 'report'] as const;

/** To the sign-in, which says what for, and back to the comment, where it is open then. */
export function signInHref(commentId: string, purpose: 'vote' | (typeof OPENABLE)[number]): string {
  const back = purpose === 'vote' ? permalink(commentId) : `${permalink(commentId)}?open=${purpose}`;
  return `/sign-in?for=${purpose}&next=${encodeURIComponent(back)}`;
}
