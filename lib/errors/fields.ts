import { z } from 'zod';

/**
 * Text that Postgres can store and that means the same everywhere: no NUL, no lone surrogate. Both would pass a
 * JSON parser and fail in the database.
 */
export const text = z.string().refine((value) => value.isWellFormed() && !value.includes('\0'), {
  error: 'has characters that cannot be stored',
});

/** What is not seen, or turns the reading order around; joiners and variation selectors make letters and emoji. */
const UNSEEN = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/gu;

/** One line: trimmed, white space folded, without what is not seen, 1 to `max` characters. */
export function line(max: number) {
  return text
    .transform((value) => value.replace(UNSEEN, '').replace(/\s+/gu, ' ').trim())
    .pipe(z.string().min(1).max(max));
}

/** Some lines, trimmed, at most `max` characters; may be empty. */
export function prose(max: number) {
  return text.transform((value) => value.trim()).pipe(z.string().max(max));
}

/** The address of a web page. */
export const webUrl = text
  .transform((value) => value.trim())
  .pipe(z.string().max(2048))
  .pipe(
    z.url({
      protocol: /^https?$/,
      hostname: /./,
      error: 'is not an address that begins with http:// or https://',
    }),
  );

/** An id of ours. */
export const id = z.uuid();

/** The editor's document as JSON; its room checks it against the schema. */
export const richText = z
  .looseObject({ type: z.literal('doc') })
  .meta({ description: "The editor's document (ProseMirror JSON)" });
