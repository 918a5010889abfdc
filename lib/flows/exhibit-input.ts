import { z } from 'zod';
import { plainLine } from '#lib/document/plain-text.ts';
import { text } from '#lib/errors/fields.ts';
import { exhibitView } from '#lib/exhibit/schema.ts';

/** What an export may have, in UTF-16 units. */
const EXPORT_MAX_CHARS = 28_000_000;

/** Where the original thread is read from; nothing of it means the page at the article's address. */
export const exhibitInput = z
  .object({
    /** An export of WordPress (WXR) or of Disqus: their XML. */
    export: text.pipe(z.string().max(EXPORT_MAX_CHARS)).optional(),
    /** The id of a post in the export, where none fits by its address. */
    post: text.transform(plainLine).pipe(z.string().max(40)).optional(),
    html: text.optional(),
    text: text.optional(),
  })
  .refine(
    ({ export: xml, html, text: pasted }) => [xml, html, pasted].filter((c) => c !== undefined).length <= 1,
    {
      error: 'give one of export, html and text',
    },
  );
export type ExhibitInput = z.output<typeof exhibitInput>;

/** The exhibit as it is now, and what the import did to it so far. */
export const exhibitBrought = exhibitView
  .extend({ added: z.number().int(), changed: z.number().int() })
  .meta({ id: 'ExhibitImport' });
