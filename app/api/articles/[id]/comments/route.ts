import { listThread, say } from '#lib/flows/discuss.ts';
import { commentOnArticleOperation, listArticleCommentsOperation } from '#lib/http/contract/comments.ts';
import { enforceGuestLimit } from '#lib/http/limits.ts';
import { ok, posted, route } from '#lib/http/route.ts';

export const GET = route(listArticleCommentsOperation, async ({ viewer, params, query }) =>
  ok(await listThread(viewer, { article: params.id }, query)),
);

export const POST = route(commentOnArticleOperation, async ({ viewer, params, body, address }) => {
  if (!viewer) await enforceGuestLimit(address);
  return posted(await say(viewer, { article: params.id }, body));
});
