import { requireSnapshot } from '#lib/flows/source-pages.ts';
import { getSnapshotOperation } from '#lib/http/contract/web-pages.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(getSnapshotOperation, async ({ viewer, params }) =>
  ok(await requireSnapshot(viewer, params.id, params.snapshotId)),
);
