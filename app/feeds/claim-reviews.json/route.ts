import { claimReviewFeed } from '#lib/flows/claim-reviews.ts';
import { getClaimReviewsOperation } from '#lib/http/contract/feeds.ts';
import { answerKept } from '#lib/http/kept-answers.ts';
import { route } from '#lib/http/route.ts';

export const GET = route(getClaimReviewsOperation, ({ headers, query: { cursor = '' } }) =>
  answerKept(headers, `claim-reviews ${cursor}`, async () => {
    const { feed, nextCursor } = await claimReviewFeed(cursor || undefined);
    const next = nextCursor && `/feeds/claim-reviews.json?${new URLSearchParams({ cursor: nextCursor })}`;
    return {
      body: JSON.stringify(feed),
      contentType: 'application/ld+json; charset=utf-8',
      subject: 'list',
      ...(next ? { headers: { link: `<${next}>; rel="next"` } } : {}),
    };
  }),
);
