import { z } from 'zod';
import { plainLine } from '#lib/document/plain-text.ts';
import { text } from '#lib/errors/fields.ts';
import { AT_ONCE, EXHIBIT_SOURCES } from '#lib/exhibit/schema.ts';
import { INPUT_LIMIT } from '../result.ts';
import { AUTHOR_LIMIT, INTEGER_LIMIT, PASSAGE_CONTEXT, PASSAGE_LIMIT } from './original-thread.ts';

const count = z.number().int().min(-INTEGER_LIMIT).max(INTEGER_LIMIT);
const key = text.pipe(
  z
    .string()
    .max(200)
    .regex(/^(?:text|wp|disqus|schema):./),
);
const words = text.pipe(z.string().max(INPUT_LIMIT));
const name = text.transform(plainLine).pipe(z.string().max(AUTHOR_LIMIT));

/** A comment of an original thread, as a preview tells it and an import takes it back. */
const originalComment = z.object({
  key,
  parentKey: key.nullable(),
  author: name,
  body: z.union([z.strictObject({ html: words }), z.strictObject({ text: words })]),
  time: z.object({
    at: z.union([z.iso.date(), z.iso.datetime()]).nullable(),
    words: name.nullable(),
  }),
  votes: z.object({ up: count.nullable(), down: count.nullable(), score: count }).nullable(),
  passage: z
    .object({
      exact: text.pipe(z.string().min(1).max(PASSAGE_LIMIT)),
      prefix: text.pipe(z.string().max(PASSAGE_CONTEXT)),
      suffix: text.pipe(z.string().max(PASSAGE_CONTEXT)),
    })
    .nullable(),
  order: count,
});

export const originalThread = z
  .object({
    source: z.enum(EXHIBIT_SOURCES),
    comments: z.array(originalComment).min(1).max(AT_ONCE),
    declaredCount: z.number().int().min(0).max(INTEGER_LIMIT).nullable(),
    asOf: z.iso.datetime().nullable(),
  })
  .meta({ id: 'OriginalThread', description: 'The discussion that stood under an article, as it was read' });
