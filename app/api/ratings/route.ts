import { readRatingLines } from '#lib/assessment/weighing/queries.ts';
import { readRatingsOperation } from '#lib/http/contract/ratings.ts';
import { route } from '#lib/http/route.ts';

export const GET = route(
  readRatingsOperation,
  async () =>
    new Response(await readRatingLines(), {
      headers: {
        'content-type': 'text/tab-separated-values; charset=utf-8',
        'content-disposition': 'attachment; filename="ratings.tsv"',
        'cache-control': 'no-cache',
      },
    }),
);
