import { undo } from '#lib/flows/moderate.ts';
import { undoOperation } from '#lib/http/contract/moderation.ts';
import { route } from '#lib/http/route.ts';

export const POST = route(undoOperation, async ({ viewer, params }) => ({
  status: 201,
  body: await undo(viewer, params.id),
}));
