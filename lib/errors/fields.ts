import { z } from 'zod';

/**
 * Text that Postgres can store and that means the same everywhere: no NUL, no lone surrogate. Both would pass a
 * JSON parser and fail in the database.
 */
export const text = z.string().refine((value) => value.isWellFormed() && !value.includes('\0'), {
  error: 'has characters that cannot be stored',
});

/** One line: trimmed, white space folded, 1 to `max` characters. */
export function line(max: number) {
  return text.transform((value) => value.replace(/\s+/gu, ' ').trim()).pipe(z.string().min(1).max(max));
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
