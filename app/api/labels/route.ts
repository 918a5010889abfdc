import { offerLabel, readLabelList } from '#lib/flows/label.ts';
import { addLabelOperation, listLabelsOperation } from '#lib/http/contract/labels.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(listLabelsOperation, async () =>
  ok({ items: await readLabelList(), nextCursor: null }),
);

export const POST = route(addLabelOperation, async ({ viewer, body }) => ({
  status: 201,
  body: await offerLabel(viewer, body),
}));
