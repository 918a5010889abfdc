/** What there are feeds of. */
export const FEED_KINDS = ['articles', 'claims'] as const;
export type FeedKind = (typeof FEED_KINDS)[number];
