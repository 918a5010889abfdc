import { listCorrectionsOperation } from '#lib/http/contract/rulings.ts';
import { ok, route } from '#lib/http/route.ts';
import { pageOfCorrections } from '#lib/ruling/queries.ts';

export const GET = route(listCorrectionsOperation, async ({ query: { article, ...query } }) =>
  ok(await pageOfCorrections({ ...query, articleId: article })),
);
