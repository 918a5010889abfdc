import { queueEventsOperation } from '#lib/http/contract/moderation.ts';
import { deskStream } from '#lib/http/desk-stream.ts';
import { route } from '#lib/http/route.ts';
import { canModerate } from '#lib/moderation/policy.ts';
import { permit } from '#lib/user/require.ts';

export const GET = route(queueEventsOperation, ({ viewer }) =>
  deskStream(permit(viewer, canModerate(viewer))),
);
