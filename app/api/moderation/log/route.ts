import { listLogOperation } from '#lib/http/contract/moderation.ts';
import { ok, route } from '#lib/http/route.ts';
import { listLog } from '#lib/moderation/log/queries.ts';

export const GET = route(listLogOperation, async ({ query }) => ok(await listLog(query)));
