import { transaction } from '#lib/db/transaction.ts';
import { Problem } from '#lib/errors/problem.ts';
import { enqueue } from '#lib/jobs/enqueue.ts';
import { holdSetting, putSetting } from '#lib/settings/mutations.ts';
import { listSettings } from '#lib/settings/queries.ts';
import { SETTINGS, type SettingKey, type SettingPatch, type SettingView } from '#lib/settings/schema.ts';
import { canChangeSettings } from '#lib/user/policy.ts';
import { permit } from '#lib/user/require.ts';
import type { Viewer } from '#lib/user/schema.ts';

/** What an admin can change while the server runs. */
export async function readSettings(viewer: Viewer): Promise<SettingView[]> {
  permit(viewer, canChangeSettings(viewer));
  return listSettings();
}

/** Puts a Setting in force, if nobody changed it since `version`. */
export async function changeSetting(
  viewer: Viewer,
  key: SettingKey,
  { value, version }: SettingPatch,
): Promise<SettingView> {
  const actor = permit(viewer, canChangeSettings(viewer));
  const parsed = SETTINGS[key].safeParse(value);
  if (!parsed.success) {
    const message = parsed.error.issues[0]?.message ?? 'is not a value of this Setting';
    throw new Problem('invalid', `value: ${message}`, { fields: { value: message } });
  }
  return transaction(async () => {
    await holdSetting(key);
    const current = await requireSetting(key);
    if (version !== undefined && version !== current.version)
      throw new Problem('edit-conflict', undefined, { current });
    await putSetting(actor.id, key, parsed.data);
    if (key === 'articles.images' && parsed.data === true) await enqueue('images.look-all', { after: null });
    return requireSetting(key);
  });
}

async function requireSetting(key: SettingKey): Promise<SettingView> {
  return (await listSettings()).find((setting) => setting.key === key) as SettingView;
}
