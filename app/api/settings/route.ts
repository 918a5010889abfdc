import { readSettings } from '#lib/flows/change-settings.ts';
import { listSettingsOperation } from '#lib/http/contract/settings.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(listSettingsOperation, async ({ viewer }) =>
  ok({ items: await readSettings(viewer) }),
);
