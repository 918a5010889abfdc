import { sendSignInLink } from '#lib/flows/sign-in.ts';
import { nextPath } from '#lib/http/auth/next-path.ts';
import { requestSignInLinkOperation } from '#lib/http/contract/users.ts';
import { enforceMailLimit } from '#lib/http/limits.ts';
import { requestLocale } from '#lib/http/request-locale.ts';
import { route } from '#lib/http/route.ts';

export const POST = route(requestSignInLinkOperation, async ({ body, headers }) => {
  await enforceMailLimit(body.email);
  await sendSignInLink(body.email, body.next && nextPath(body.next), requestLocale(headers, null));
  return { status: 202 };
});
