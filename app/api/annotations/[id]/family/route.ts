import { leaveFamily, linkFamily, readFamily } from '#lib/flows/families.ts';
import {
  leaveFamilyOperation,
  linkFamilyOperation,
  readFamilyOperation,
} from '#lib/http/contract/families.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(readFamilyOperation, async ({ viewer, params }) =>
  ok(await readFamily(viewer, params.id)),
);

export const POST = route(linkFamilyOperation, async ({ viewer, params, body }) =>
  ok(await linkFamily(viewer, params.id, body.annotationId)),
);

export const DELETE = route(leaveFamilyOperation, async ({ viewer, params }) => {
  await leaveFamily(viewer, params.id);
  return { status: 204 };
});
