import { readSnapshotText } from '#lib/flows/look-at-page.ts';
import { readSnapshotTextOperation } from '#lib/http/contract/evidence.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(readSnapshotTextOperation, async ({ viewer, params, query }) =>
  ok(await readSnapshotText(viewer, params, query.start)),
);
