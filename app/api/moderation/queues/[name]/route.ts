import { Problem } from '#lib/errors/problem.ts';
import { listQueue } from '#lib/flows/queues.ts';
import { listQueueOperation } from '#lib/http/contract/moderation.ts';
import { ok, route } from '#lib/http/route.ts';
import { isQueue } from '#lib/moderation/queue/schema.ts';

export const GET = route(listQueueOperation, async ({ viewer, params, query }) => {
  if (!isQueue(params.name)) throw new Problem('not-found', 'Nothing is put into this queue yet.');
  return ok(await listQueue(viewer, params.name, query));
});
