import { changePassword } from '#lib/flows/change-password.ts';
import { presentedSecret, sessionCookie } from '#lib/http/auth/session-cookie.ts';
import { changePasswordOperation } from '#lib/http/contract/users.ts';
import { requestLocale } from '#lib/http/request-locale.ts';
import { route } from '#lib/http/route.ts';

export const PUT = route(changePasswordOperation, async ({ viewer, body, headers }) => {
  const withSession = presentedSecret(headers) !== null;
  const secret = await changePassword(viewer, body, { locale: requestLocale(headers, viewer), withSession });
  return secret ? { status: 204, headers: { 'set-cookie': sessionCookie(secret) } } : { status: 204 };
});
