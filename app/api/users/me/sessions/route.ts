import { sessionCookie } from '#lib/http/auth/session-cookie.ts';
import { endSessionsOperation } from '#lib/http/contract/users.ts';
import { route } from '#lib/http/route.ts';
import { endAllSessions } from '#lib/user/session/mutations.ts';

export const DELETE = route(endSessionsOperation, async ({ viewer }) => {
  await endAllSessions(viewer.id);
  return { status: 204, headers: { 'set-cookie': sessionCookie(null) } };
});
