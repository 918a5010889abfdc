import { commentOn, listComments } from '#lib/flows/discuss.ts';
import { listCommentsOperation, postCommentOperation } from '#lib/http/contract/comments.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(listCommentsOperation, async ({ params }) =>
  ok({ items: await listComments(params.id), nextCursor: null }),
);

export const POST = route(postCommentOperation, async ({ viewer, params, body }) => {
  const comment = await commentOn(viewer, params.id, body);
  return { status: 201, body: comment, headers: { location: `/api/comments/${comment.id}` } };
});
