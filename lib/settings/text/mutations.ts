import { db } from '#lib/db/client.ts';
import type { Prisma } from '#lib/db/generated/client.ts';
import { emit } from '#lib/events/mutations.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { TextName } from '#lib/i18n/texts.ts';

/** Whoever changes this text does so one after the other, until the transaction ends; also the first to change it. */
export async function holdPublicText(name: TextName, locale: Locale): Promise<void> {
  await db().$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`text.${name}.${locale}`}))`;
}

/** Puts a text in the place of the one that stood there. Who may is for the flow to check. */
export async function putPublicText(
  actorId: string,
  name: TextName,
  locale: Locale,
  { body, text }: { body: Prisma.InputJsonValue; text: string },
): Promise<void> {
  const data = { body, text, editedById: actorId, editedAt: new Date() };
  await db().publicText.upsert({
    where: { name_locale: { name, locale } },
    create: { name, locale, ...data },
    update: { ...data, version: { increment: 1 } },
  });
  await emit({ kind: 'text.changed', actorId, data: { name, locale } });
}
