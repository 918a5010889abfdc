import { RequestProblem, request } from '#components/api/request.ts';

/**
 * A request to the sign-in, with the form token that it asks for. Answers where to go next. What is refused throws a
 * RequestProblem.
 */
export async function authRequest(action: string, given: Record<string, string>): Promise<string> {
  const { data } = await request<{ csrfToken: string }>('GET', '/api/auth/csrf');
  const answer = await request<{ url: string }>('POST', `/api/auth/${action}`, {
    ...given,
    csrfToken: data.csrfToken,
    json: 'true',
  });
  const { url } = answer.data;
  // The browser keeps no cookies of ours: then nobody can be signed in.
  if (url.includes('csrf=true')) throw new RequestProblem('bad-request', 400);
  return url;
}

/** With address and password; then goes where the person was. */
export async function signInWithPassword(email: string, password: string, next: string): Promise<void> {
  await authRequest('callback/credentials', { email, password, callbackUrl: next });
  location.assign(next);
}
