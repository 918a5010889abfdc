import { moderate } from '#lib/flows/moderate.ts';
import { moderateOperation } from '#lib/http/contract/moderation.ts';
import { route } from '#lib/http/route.ts';

export const POST = route(moderateOperation, async ({ viewer, body, receivedAt }) => ({
  status: 201,
  body: { items: await moderate(viewer, body, receivedAt) },
}));
