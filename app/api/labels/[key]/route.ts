import { changeLabelOfList, removeLabelOfList } from '#lib/flows/label.ts';
import { deleteLabelOperation, editLabelOperation } from '#lib/http/contract/labels.ts';
import { ok, route } from '#lib/http/route.ts';

export const PATCH = route(editLabelOperation, async ({ viewer, params, body }) =>
  ok(await changeLabelOfList(viewer, params.key, body)),
);

export const DELETE = route(deleteLabelOperation, async ({ viewer, params }) => {
  await removeLabelOfList(viewer, params.key);
  return { status: 204 };
});
