import { z } from 'zod';
import { line, richText, text, webUrl } from '#lib/errors/fields.ts';
import { personView } from '#lib/user/schema.ts';
import { SHOWN } from '#lib/verdict/verdicts.ts';
import { showed } from './revision/showed.ts';

export const ARTICLE_STATES = ['open', 'closed', 'locked'] as const;

/** What may be pasted, in UTF-16 units; a longer text is refused with `too-large`. */
export const IMPORT_MAX_CHARS = 2_000_000;
/** What the door reads of an import: the same text in UTF-8 and JSON escapes, with room to say no in words. */
export const IMPORT_MAX_BYTES = 12 * 1024 * 1024;

/** A day (2025-12-15), or a moment with its zone. */
export const publicationDate = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

/** More topics say nothing; a longer one is a sentence. */
export const TOPICS_MAX = 12;
export const TOPIC_MAX = 60;

/** What an article is about, each once, however it is spelt. */
const topics = z
  .array(line(TOPIC_MAX))
  .max(TOPICS_MAX)
  .transform((names) => distinctTopics(names));

/** By this topics are one or another. */
export function topicKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Each once, in its first spelling. */
export function distinctTopics(names: readonly string[]): string[] {
  const keys = names.map(topicKey);
  return names.filter((_, at) => keys.indexOf(keys[at] as string) === at);
}

/** What a person says about an article; it wins over what was found. */
const stated = {
  title: line(300).optional(),
  byline: line(200).nullable().optional(),
  site: line(120).nullable().optional(),
  publishedAt: publicationDate.nullable().optional(),
  lang: z
    .string()
    .max(35)
    .refine((tag) => isLanguageTag(tag), 'is not a language tag such as en or de-AT')
    .optional(),
  url: webUrl.nullable().optional(),
  topics: topics.optional(),
};

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** A file by its name and its bytes. */
export const broughtFile = z
  .object({
    name: line(255),
    content: z
      .string()
      .min(1)
      .regex(/^[A-Za-z0-9+/]*={0,2}$/, 'is not base64'),
  })
  .meta({
    description:
      'A file of an article: `name` with its ending (.html, .md, .txt, .docx or .pdf), `content` its bytes in base64; 8 MiB at most',
  });

export const importInput = z
  .object({
    html: text.optional(),
    markdown: text.optional(),
    text: text.optional(),
    file: broughtFile.optional(),
    document: richText.optional(),
    ...stated,
  })
  .refine(
    (input) =>
      [input.html, input.markdown, input.text, input.file, input.document].filter((c) => c !== undefined)
        .length <= 1,
    { error: 'give one of url, html, markdown, text, file and document' },
  )
  .refine(
    (input) =>
      Boolean(input.html ?? input.markdown ?? input.text ?? input.file ?? input.document ?? input.url) ||
      input.text === '',
    {
      error: 'give one of url, html, markdown, text, file and document',
    },
  );
export type ImportInput = z.output<typeof importInput>;

export const articlePatch = z.object({
  title: line(300).optional(),
  byline: line(200).nullable().optional(),
  site: line(120).nullable().optional(),
  publishedAt: publicationDate.nullable().optional(),
  lang: stated.lang,
  topics: stated.topics,
  version: z.number().int(),
});

/** How many claims of an article show what. */
const fareView = z
  .object({
    claims: z.number().int(),
    remarks: z.number().int(),
    shown: z.partialRecord(z.enum(SHOWN), z.number().int()),
    /** Claims of which the caller is not told what they show, and which `shown` leaves out: they could judge them. */
    folded: z.number().int().optional(),
  })
  .meta({ id: 'Fare', description: 'How an article fared: its claims by the verdict they show' });
export type Fare = z.output<typeof fareView>;

const articleLine = {
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  byline: z.string().nullable(),
  site: z.string().nullable(),
  lang: z.string(),
  publishedAt: z.string().nullable(),
  url: z.string().nullable(),
  state: z.enum(ARTICLE_STATES),
  /** What it is about: keywords of its page, or given by hand. */
  topics: z.array(z.string()),
  addedBy: personView,
  createdAt: z.iso.datetime(),
  fare: fareView,
  /** People who made an annotation, added a source or gave a verdict. */
  people: z.number().int(),
};

export const articleListItem = z
  .object({ ...articleLine, excerpt: z.string() })
  .meta({ id: 'ArticleListItem' });
export type ArticleListItem = z.output<typeof articleListItem>;

export const articleView = z
  .object({
    ...articleLine,
    version: z.number().int(),
    revisions: z.number().int(),
    revision: z.object({
      number: z.number().int(),
      sha256: z.string(),
      capturedAt: z.iso.datetime(),
      showed,
      text: z.string(),
    }),
  })
  .meta({ id: 'Article' });
export type ArticleView = z.output<typeof articleView>;

export const importPreview = z
  .object({
    title: z.string(),
    byline: z.string().nullable(),
    site: z.string().nullable(),
    lang: z.string(),
    publishedAt: z.string().nullable(),
    url: z.string().nullable(),
    topics: z.array(z.string()),
    document: richText,
    text: z.string(),
    /** What was taken for something other than the article, so that it can be looked at and brought back. */
    leftOut: z.array(z.object({ why: z.string(), text: z.string() })),
    /** Stable codes of what a person should look at. */
    warnings: z.array(z.string()),
    /** The article that is known under this address, if any. */
    known: z.object({ id: z.string(), slug: z.string(), title: z.string() }).nullable(),
  })
  .meta({ id: 'ImportPreview' });
export type ImportPreview = z.output<typeof importPreview>;
