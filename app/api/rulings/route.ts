import { listRulingsOperation } from '#lib/http/contract/rulings.ts';
import { ok, route } from '#lib/http/route.ts';
import { pageOfRulings } from '#lib/ruling/queries.ts';

export const GET = route(listRulingsOperation, async ({ query: { article, ...query } }) =>
  ok(await pageOfRulings({ ...query, articleId: article })),
);
