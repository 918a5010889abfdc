import { z } from 'zod';
import { richText, text } from '#lib/errors/fields.ts';
import { LOCALES } from '#lib/i18n/locale.ts';
import { TEXT_NAMES } from '#lib/i18n/texts.ts';

/** More than a few pages nobody reads. */
export const PUBLIC_TEXT_MAX = 50_000;

export const publicTextPatch = z.object({
  body: richText.optional(),
  /** Markdown instead of `body`. */
  markdown: text.pipe(z.string().max(PUBLIC_TEXT_MAX)).optional(),
  /** The version that was seen: 0 for the text that comes with the program. */
  version: z.number().int().min(0),
});
export type PublicTextPatch = z.output<typeof publicTextPatch>;

export const publicTextView = z
  .object({
    name: z.enum(TEXT_NAMES),
    locale: z.enum(LOCALES),
    body: richText,
    text: z.string(),
    /** 0 until an admin changes it. */
    version: z.number().int(),
    editedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'PublicText', description: 'What this place says of itself on a page of its own' });
export type PublicTextView = z.output<typeof publicTextView>;
