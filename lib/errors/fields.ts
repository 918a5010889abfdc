import { z } from 'zod';
import { plainLine, plainText } from '#lib/document/plain-text.ts';

/**
 * Text that Postgres can store and that means the same everywhere: no NUL, no lone surrogate. Both would pass a
 * JSON parser and fail in the database.
 */
export const text = z.string().refine((value) => value.isWellFormed() && !value.includes('\0'), {
  error: 'has characters that cannot be stored',
});

/*
 * What a person writes goes through one of these two, never through `text` alone: that is for what is looked for, or
 * read as a document (lib/document/plain-text.ts does the same there). tests/unit/plain-text.test.ts looks at all fields.
 */

/** One line: trimmed, white space folded, without controls and what is not seen, 1 to `max` characters. */
export function line(max: number) {
  return text.transform(plainLine).pipe(z.string().min(1).max(max));
}

/** Some lines, trimmed, without controls, at most `max` characters; may be empty. */
export function prose(max: number) {
  return text.transform((value) => plainText(value).trim()).pipe(z.string().max(max));
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
