import { listPeople } from '#lib/flows/people.ts';
import { signUp } from '#lib/flows/sign-up.ts';
import { listUsersOperation, signUpOperation } from '#lib/http/contract/users.ts';
import { enforceMailLimit } from '#lib/http/limits.ts';
import { requestLocale } from '#lib/http/request-locale.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(listUsersOperation, async ({ viewer, query }) =>
  ok(await listPeople(viewer, query)),
);

export const POST = route(signUpOperation, async ({ body, headers }) => {
  await enforceMailLimit(body.email);
  const user = await signUp(body, requestLocale(headers, null));
  return user
    ? { status: 201, body: user, headers: { location: `/api/users/${user.handle}` } }
    : { status: 202 };
});
