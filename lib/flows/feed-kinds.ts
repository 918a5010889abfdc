/** What there are feeds of. */
export const FEED_KINDS = ['articles', 'claims', 'rulings', 'corrections'] as const;
export type FeedKind = (typeof FEED_KINDS)[number];
