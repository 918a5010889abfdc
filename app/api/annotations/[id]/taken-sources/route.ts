import { reuseSource } from '#lib/flows/families.ts';
import { reuseSourceOperation } from '#lib/http/contract/families.ts';
import { route } from '#lib/http/route.ts';

export const POST = route(reuseSourceOperation, async ({ viewer, params, body }) => {
  const source = await reuseSource(viewer, params.id, body.sourceId);
  return { status: 201, body: source, headers: { location: `/api/sources/${source.id}` } };
});
