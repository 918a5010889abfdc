import { z } from 'zod';
import { storedDate } from '../publication-date.ts';

/** What the source of an article says above it. Null is what could not be told. */
export const revisionHead = z
  .object({ title: z.string().nullable(), byline: z.string().nullable(), publishedAt: z.string().nullable() })
  .meta({
    id: 'RevisionHead',
    description: 'What the source called the article, whom it named, and its date',
  });
export type RevisionHead = z.output<typeof revisionHead>;

/** Of a stored value; null for what has none. */
export function storedHead(value: unknown): RevisionHead | null {
  const parsed = revisionHead.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** What the article says of itself here. */
export interface ShownHead {
  title: string;
  byline: string | null;
  publishedAt: Date | null;
  publishedDay: boolean;
}

/**
 * What of the source's head the article takes over: each thing that changed there since it was last seen, unless somebody
 * corrected it here, and only what could be read. An editor's word stands whatever the source does.
 */
export function followedHead(shown: ShownHead, seen: RevisionHead, now: RevisionHead): Partial<ShownHead> {
  const followed: Partial<ShownHead> = {};
  if (now.title !== null && now.title !== seen.title && shown.title === seen.title)
    followed.title = now.title;
  if (now.byline !== null && now.byline !== seen.byline && shown.byline === seen.byline)
    followed.byline = now.byline;
  const sameDate = (one: string | null) => {
    const { publishedAt, publishedDay } = storedDate(one);
    return publishedAt?.getTime() === shown.publishedAt?.getTime() && publishedDay === shown.publishedDay;
  };
  if (now.publishedAt !== null && sameDate(seen.publishedAt) && !sameDate(now.publishedAt))
    Object.assign(followed, storedDate(now.publishedAt));
  return followed;
}
