import { giveSource } from '#lib/flows/evidence.ts';
import { addSourceOperation } from '#lib/http/contract/evidence.ts';
import { route } from '#lib/http/route.ts';

export const POST = route(addSourceOperation, async ({ viewer, params, body }) => {
  const source = await giveSource(viewer, params.id, body);
  return { status: 201, body: source, headers: { location: `/api/sources/${source.id}` } };
});
