import { db } from '#lib/db/client.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Viewer } from '#lib/user/schema.ts';

/** Keeps the language of the interface in the account, where it wins over the cookie. Nothing to do for a guest. */
export async function chooseLanguage(viewer: Viewer, locale: Locale): Promise<void> {
  if (!viewer) return;
  await db().user.update({ where: { id: viewer.id }, data: { locale }, select: { id: true } });
}
