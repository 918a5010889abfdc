import { signUp } from '#lib/flows/sign-up.ts';
import { signUpOperation } from '#lib/http/contract/users.ts';
import { enforceMailLimit } from '#lib/http/limits.ts';
import { requestLocale } from '#lib/http/request-locale.ts';
import { route } from '#lib/http/route.ts';

export const POST = route(signUpOperation, async ({ body, headers }) => {
  await enforceMailLimit(body.email);
  const user = await signUp(body, requestLocale(headers, null));
  return user
    ? { status: 201, body: user, headers: { location: `/api/users/${user.handle}` } }
    : { status: 202 };
});
