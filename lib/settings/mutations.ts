import { db } from '#lib/db/client.ts';
import { transaction } from '#lib/db/transaction.ts';
import { emit } from '#lib/events/mutations.ts';
import type { SettingKey, SettingValue } from './schema.ts';

/** Whoever changes this Setting does so one after the other, until the transaction ends; also the first to set it. */
export async function holdSetting(key: SettingKey): Promise<void> {
  await db().$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`setting.${key}`}))`;
}

/** Puts a Setting in force. Who may is for the flow to check. */
export async function putSetting<K extends SettingKey>(
  actorId: string | null,
  key: K,
  value: SettingValue<K>,
): Promise<void> {
  await transaction(async () => {
    await db().$executeRaw`
      INSERT INTO "Setting" ("key", "value", "updatedAt") VALUES (${key}, ${JSON.stringify(value)}::jsonb, now())
      ON CONFLICT ("key") DO UPDATE SET "value" = excluded."value", "version" = "Setting"."version" + 1, "updatedAt" = now()`;
    await emit({ kind: 'setting.changed', actorId, data: { key } });
  });
}
