import { requireSnapshot } from '#lib/flows/source-pages.ts';
import { getSnapshotOperation } from '#lib/http/contract/web-pages.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(getSnapshotOperation, async ({ viewer, params, query }) =>
  ok(await requireSnapshot({ viewer, reveal: query.reveal }, params.id, params.snapshotId)),
);
