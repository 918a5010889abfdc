import { db } from '#lib/db/client.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { TextName } from '#lib/i18n/texts.ts';

/** As an admin wrote it; null where nobody did. */
export async function getPublicText(name: TextName, locale: Locale) {
  return db().publicText.findUnique({
    where: { name_locale: { name, locale } },
    select: { body: true, text: true, version: true, editedAt: true },
  });
}
