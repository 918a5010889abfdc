import { changeComment, requireComment, withdrawComment } from '#lib/flows/discuss.ts';
import {
  deleteCommentOperation,
  editCommentOperation,
  getCommentOperation,
} from '#lib/http/contract/comments.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(getCommentOperation, async ({ viewer, params }) =>
  ok(await requireComment(viewer, params.id)),
);

export const PATCH = route(editCommentOperation, async ({ viewer, params, body }) =>
  ok(await changeComment(viewer, params.id, body)),
);

export const DELETE = route(deleteCommentOperation, async ({ viewer, params }) => {
  await withdrawComment(viewer, params.id);
  return { status: 204 };
});
