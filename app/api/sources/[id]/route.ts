import { changeSource, requireSource, withdrawSource } from '#lib/flows/evidence.ts';
import {
  editSourceOperation,
  getSourceOperation,
  removeSourceOperation,
} from '#lib/http/contract/evidence.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(getSourceOperation, async ({ viewer, params }) =>
  ok(await requireSource(viewer, params.id)),
);

export const PATCH = route(editSourceOperation, async ({ viewer, params, body }) =>
  ok(await changeSource(viewer, params.id, body)),
);

export const DELETE = route(removeSourceOperation, async ({ viewer, params }) => {
  await withdrawSource(viewer, params.id);
  return { status: 204 };
});
