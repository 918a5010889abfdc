import { newRevision } from '#lib/flows/new-revision.ts';
import { listArticleRevisions } from '#lib/flows/revisions.ts';
import { listRevisionsOperation, reviseArticleOperation } from '#lib/http/contract/revisions.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(listRevisionsOperation, async ({ params, query }) =>
  ok(await listArticleRevisions(params.id, query)),
);

export const POST = route(reviseArticleOperation, async ({ viewer, params, body }) => {
  const { articleId, revision, created, look } = await newRevision(viewer, params.id, body);
  const headers = { location: `/api/articles/${articleId}/revisions/${revision.number}` };
  return { status: created ? 201 : 200, body: { ...revision, look }, headers };
});
