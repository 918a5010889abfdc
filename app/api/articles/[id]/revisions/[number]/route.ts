import { requireArticleRevision } from '#lib/flows/revisions.ts';
import { getRevisionOperation } from '#lib/http/contract/revisions.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(getRevisionOperation, async ({ params }) =>
  ok(await requireArticleRevision(params.id, params.number)),
);
