import { chooseLanguage } from '#lib/flows/choose-language.ts';
import { setPreferencesOperation } from '#lib/http/contract/preferences.ts';
import { preferenceHeaders } from '#lib/http/preferences.ts';
import { route } from '#lib/http/route.ts';

export const POST = route(setPreferencesOperation, async ({ viewer, body }) => {
  if (body.language) await chooseLanguage(viewer, body.language);
  return new Response(null, { status: 204, headers: preferenceHeaders(body) });
});
