import { ZodError } from 'zod';
import { PROBLEMS, Problem } from '#lib/errors/problem.ts';

/** Any error as an RFC 9457 answer. What we did not expect is logged and told to nobody. */
export function problemResponse(error: unknown): Response {
  const problem = asProblem(error);
  const { retryAfter, ...extra } = problem.extra;
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  if (retryAfter !== undefined) headers.set('retry-after', String(retryAfter));
  if (problem.status === 401) headers.set('www-authenticate', 'Bearer realm="Obelus"');
  const body = {
    type: `/problems/${problem.code}`,
    title: PROBLEMS[problem.code][1],
    status: problem.status,
    detail: problem.message,
    code: problem.code,
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...extra,
  };
  return new Response(JSON.stringify(body), { status: problem.status, headers });
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ZodError) {
    const fields = Object.fromEntries(error.issues.map((issue) => [issue.path.join('.'), issue.message]));
    const detail = Object.entries(fields).map(([path, message]) => (path ? `${path}: ${message}` : message));
    return new Problem('invalid', detail.join('; '), { fields });
  }
  console.error(error);
  return new Problem('internal', undefined, { cause: error });
}
