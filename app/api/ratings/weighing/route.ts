import { readWeighing } from '#lib/assessment/weighing/queries.ts';
import { readWeighingOperation } from '#lib/http/contract/ratings.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(readWeighingOperation, async () => ok(await readWeighing()));
