import { dismissSourceNews } from '#lib/flows/evidence.ts';
import { dismissSourceNewsOperation } from '#lib/http/contract/evidence.ts';
import { route } from '#lib/http/route.ts';

export const DELETE = route(dismissSourceNewsOperation, async ({ viewer, params }) => {
  await dismissSourceNews(viewer, params.id);
  return { status: 204 };
});
