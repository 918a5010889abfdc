import { readSome } from '#lib/flows/discuss.ts';
import { readCommentsOperation } from '#lib/http/contract/comments.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(readCommentsOperation, async ({ viewer, query }) =>
  ok(await readSome(viewer, query.ids)),
);
