import { sendPasswordReset } from '#lib/flows/reset-password.ts';
import { requestPasswordResetOperation } from '#lib/http/contract/users.ts';
import { enforceMailLimit } from '#lib/http/limits.ts';
import { requestLocale } from '#lib/http/request-locale.ts';
import { route } from '#lib/http/route.ts';

export const POST = route(requestPasswordResetOperation, async ({ body, headers }) => {
  await enforceMailLimit(body.email);
  await sendPasswordReset(body.email, requestLocale(headers, null));
  return { status: 202 };
});
