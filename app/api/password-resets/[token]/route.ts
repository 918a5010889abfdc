import { resetPassword } from '#lib/flows/reset-password.ts';
import { resetPasswordOperation } from '#lib/http/contract/users.ts';
import { ok, route } from '#lib/http/route.ts';

export const PUT = route(resetPasswordOperation, async ({ params, body }) =>
  ok(await resetPassword(params.token, body.password)),
);
