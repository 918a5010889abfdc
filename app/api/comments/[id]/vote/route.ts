import { voteOn } from '#lib/flows/discuss.ts';
import { voteOnCommentOperation } from '#lib/http/contract/comments.ts';
import { ok, route } from '#lib/http/route.ts';

export const PUT = route(voteOnCommentOperation, async ({ viewer, params, body }) =>
  ok(await voteOn(viewer, params.id, body.value)),
);
