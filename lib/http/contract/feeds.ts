import { z } from 'zod';
import { FEED_KINDS, type FeedKind } from '#lib/flows/feed-kinds.ts';
import { DEFAULT_LOCALE, LOCALES } from '#lib/i18n/locale.ts';
import { FEED_FORMATS, type FeedFormat } from '#lib/interchange/feeds/feed.ts';
import { operation } from '../operation.ts';

/** `articles.rss`: of what, and in which format. */
const feedName = z
  .string()
  .regex(new RegExp(`^(${FEED_KINDS.join('|')})\\.(${FEED_FORMATS.join('|')})$`))
  .transform((name) => {
    const [kind, format] = name.split('.') as [FeedKind, FeedFormat];
    return { kind, format };
  });

export const getFeedOperation = operation({
  id: 'getFeed',
  method: 'GET',
  path: '/feeds/{name}',
  tag: 'interchange',
  summary: `The newest of ${FEED_KINDS.join(', ')} as a feed: {kind}.{format} with a format of ${FEED_FORMATS.join(', ')}, which are RSS 2.0, Atom and JSON Feed 1.1`,
  auth: 'anyone',
  params: z.object({ name: feedName }),
  query: z.object({ lang: z.enum(LOCALES).default(DEFAULT_LOCALE) }),
  answers: {
    200: { description: 'The feed', schema: z.string(), contentType: 'application/atom+xml' },
    304: { description: 'It is as it was', schema: null },
  },
  problems: ['not-found'],
});

export const getClaimReviewsOperation = operation({
  id: 'getClaimReviews',
  method: 'GET',
  path: '/feeds/claim-reviews.json',
  tag: 'interchange',
  summary:
    "The published rulings as a data feed of schema.org's ClaimReview, newest first, a hundred at a time; a Link header leads to the next ones",
  auth: 'anyone',
  query: z.object({ cursor: z.string().max(200).optional() }),
  answers: {
    200: {
      description: 'The feed in JSON-LD',
      schema: z.looseObject({ '@type': z.literal('DataFeed') }),
      contentType: 'application/ld+json',
    },
    304: { description: 'It is as it was', schema: null },
  },
});

export const feedOperations = [getFeedOperation, getClaimReviewsOperation];
