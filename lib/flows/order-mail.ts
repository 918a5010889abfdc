import type { Locale } from '#lib/i18n/locale.ts';
import { enqueue } from '#lib/jobs/enqueue.ts';
import type { MailKind } from '#lib/mail/schema.ts';
import { seal } from '#lib/mail/seal.ts';

/** Has a mail sent once the open transaction has committed. `path` is the page of ours that its link opens. */
export async function orderMail(order: {
  kind: MailKind;
  to: string;
  locale: Locale;
  path: string;
}): Promise<void> {
  const { path, ...rest } = order;
  await enqueue('mail.send', { ...rest, sealedPath: seal(path), orderedAt: new Date().toISOString() });
}

/** A path with its query, the values escaped; what is undefined is left out. */
export function pathWith(path: string, query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
