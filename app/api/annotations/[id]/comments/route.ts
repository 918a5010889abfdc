import { listThread, say } from '#lib/flows/discuss.ts';
import {
  commentOnAnnotationOperation,
  listAnnotationCommentsOperation,
} from '#lib/http/contract/comments.ts';
import { enforceGuestLimit } from '#lib/http/limits.ts';
import { ok, posted, route } from '#lib/http/route.ts';

export const GET = route(listAnnotationCommentsOperation, async ({ viewer, params, query }) =>
  ok(await listThread(viewer, { annotation: params.id }, query)),
);

export const POST = route(commentOnAnnotationOperation, async ({ viewer, params, body, address }) => {
  if (!viewer) await enforceGuestLimit(address);
  return posted(await say(viewer, { annotation: params.id }, body));
});
