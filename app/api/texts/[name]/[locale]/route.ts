import { changePublicText, readPublicText } from '#lib/flows/public-texts.ts';
import { changeTextOperation, readTextOperation } from '#lib/http/contract/texts.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(readTextOperation, async ({ params }) =>
  ok(await readPublicText(params.name, params.locale)),
);

export const PUT = route(changeTextOperation, async ({ viewer, params, body }) =>
  ok(await changePublicText(viewer, params.name, params.locale, body)),
);
