import { changeSetting } from '#lib/flows/change-settings.ts';
import { changeSettingOperation } from '#lib/http/contract/settings.ts';
import { ok, route } from '#lib/http/route.ts';

export const PATCH = route(changeSettingOperation, async ({ viewer, params, body }) =>
  ok(await changeSetting(viewer, params.key, body)),
);
