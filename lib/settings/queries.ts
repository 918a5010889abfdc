import { db } from '#lib/db/client.ts';
import { SETTING_KEYS, SETTINGS, type SettingKey, type SettingValue, type SettingView } from './schema.ts';

/** The value in force. One that no longer fits its schema counts as unset. */
export async function getSetting<K extends SettingKey>(key: K): Promise<SettingValue<K>> {
  const row = await db().setting.findUnique({ where: { key }, select: { value: true } });
  return settingInForce(key, row?.value);
}

/** All of them, set or not. */
export async function listSettings(): Promise<SettingView[]> {
  const rows = await db().setting.findMany({
    select: { key: true, value: true, version: true, updatedAt: true },
  });
  const stored = new Map(rows.map((row) => [row.key, row]));
  return SETTING_KEYS.map((key) => {
    const row = stored.get(key);
    return {
      key,
      value: settingInForce(key, row?.value),
      default: settingInForce(key, undefined),
      version: row?.version ?? 0,
      updatedAt: row?.updatedAt.toISOString() ?? null,
    };
  });
}

/** What is in force for a value as it is stored, or not stored (undefined). */
export function settingInForce<K extends SettingKey>(key: K, stored: unknown): SettingValue<K> {
  const parsed = SETTINGS[key].safeParse(stored);
  return (parsed.success ? parsed.data : SETTINGS[key].parse(undefined)) as SettingValue<K>;
}
