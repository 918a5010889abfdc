import { z } from 'zod';
import { LOCALES } from '#lib/i18n/locale.ts';

/** Everything we write to people. */
export const MAIL_KINDS = [
  'confirm',
  'address-known',
  'sign-in',
  'no-account',
  'reset',
  'password-changed',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** What the queue keeps of a mail. It is put into words when it is sent. */
export const mailOrder = z.object({
  kind: z.enum(MAIL_KINDS),
  to: z.string(),
  locale: z.enum(LOCALES),
  /** The page that its link opens, sealed: whoever reads the database cannot sign in with what waits there. */
  sealedPath: z.string(),
  orderedAt: z.iso.datetime(),
});
export type MailOrder = z.output<typeof mailOrder>;

/** A mail as its reader sees it. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
}
