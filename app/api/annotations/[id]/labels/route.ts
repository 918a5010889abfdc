import { readLabels } from '#lib/flows/label.ts';
import { readLabelsOperation } from '#lib/http/contract/labels.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(readLabelsOperation, async ({ viewer, params }) =>
  ok(await readLabels(viewer, params.id)),
);
