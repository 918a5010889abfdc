import { countQueues } from '#lib/flows/queues.ts';
import { countQueuesOperation } from '#lib/http/contract/moderation.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(countQueuesOperation, async ({ viewer }) => ok(await countQueues(viewer)));
