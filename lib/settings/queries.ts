import { db } from '#lib/db/client.ts';
import { SETTINGS, type SettingKey, type SettingValue } from './schema.ts';

/** The value in force. One that no longer fits its schema counts as unset. */
export async function getSetting<K extends SettingKey>(key: K): Promise<SettingValue<K>> {
  const row = await db().setting.findUnique({ where: { key }, select: { value: true } });
  const parsed = SETTINGS[key].safeParse(row?.value);
  return (parsed.success ? parsed.data : SETTINGS[key].parse(undefined)) as SettingValue<K>;
}
