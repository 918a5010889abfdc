import { db } from '#lib/db/client.ts';
import { SETTINGS, type SettingKey, type SettingValue } from './schema.ts';

/** The value in force. One that no longer fits its schema counts as unset. */
export async function getSetting<K extends SettingKey>(key: K): Promise<SettingValue<K>> {
  const row = await db().setting.findUnique({ where: { key }, select: { value: true } });
  return inForce(key, row?.value);
}

/** Several of them in one query. */
export async function getSettings<K extends SettingKey>(
  ...keys: K[]
): Promise<{ [key in K]: SettingValue<key> }> {
  const rows = await db().setting.findMany({
    where: { key: { in: keys } },
    select: { key: true, value: true },
  });
  const stored = new Map(rows.map(({ key, value }) => [key, value]));
  const values = keys.map((key) => [key, inForce(key, stored.get(key))]);
  return Object.fromEntries(values) as { [key in K]: SettingValue<key> };
}

function inForce<K extends SettingKey>(key: K, stored: unknown): SettingValue<K> {
  const parsed = SETTINGS[key].safeParse(stored);
  return (parsed.success ? parsed.data : SETTINGS[key].parse(undefined)) as SettingValue<K>;
}
