import type { JSONContent } from '@tiptap/core';
import { fromText } from '#lib/document/from-text.ts';
import { parseDocument } from '#lib/document/schema.ts';
import { documentText, isBlank } from '#lib/document/text.ts';
import { Problem } from '#lib/errors/problem.ts';

/** What a person wrote, checked against the schema for rationales and comments, with its plain words. */
export interface RichText {
  body: JSONContent;
  text: string;
}

/** Null for what says nothing. Throws `invalid`, naming `field`, for what is no document of ours. */
export function richTextFrom(field: string, input: JSONContent | string | null | undefined): RichText | null {
  if (input === null || input === undefined) return null;
  const parsed = parseDocument(typeof input === 'string' ? fromText(input) : input, 'comment');
  if (!parsed.ok)
    throw new Problem('invalid', `${field}: ${parsed.problem}`, { fields: { [field]: parsed.problem } });
  return isBlank(parsed.doc) ? null : { body: parsed.doc, text: documentText(parsed.doc) };
}
