import { z } from 'zod';
import { richText, text } from '#lib/errors/fields.ts';
import { personView } from '#lib/user/schema.ts';
import { OUTCOMES } from '../check/schedule.ts';
import { broughtFile } from '../schema.ts';
import { revisionHead } from './head.ts';
import { showed } from './showed.ts';

/** Whether a revision was read at the article's address or given by hand. */
export const ORIGINS = ['fetched', 'given'] as const;

/** New content for an article; with none of these, its address is looked at again. */
export const revisionInput = z
  .object({
    html: text.optional(),
    markdown: text.optional(),
    text: text.optional(),
    file: broughtFile.optional(),
    document: richText.optional(),
  })
  .refine((input) => Object.values(input).filter((content) => content !== undefined).length <= 1, {
    error:
      'give one of html, markdown, text, file and document, or none of them to have the address looked at',
  });
export type RevisionInput = z.output<typeof revisionInput>;

const count = z.number().int();

const anchorCounts = z
  .object({ exact: count, moved: count, edited: count, changed: count, orphaned: count })
  .meta({ id: 'AnchorCounts', description: 'How many annotations stand in which state in a revision' });

const anchorNews = z
  .object({ moved: count, edited: count, changed: count, orphaned: count, found: count })
  .meta({
    id: 'AnchorNews',
    description:
      'To how many annotations something happened in a revision; `found` are those that had no place in the one before',
  });

const revisionFacts = {
  number: count,
  sha256: z
    .string()
    .describe(
      'SHA-256 (hexadecimal) of `text` in UTF-8. Equal text under the same title makes no revision: see `text`',
    ),
  capturedAt: z.iso.datetime(),
  /** Null for the first one, which came with the article. */
  origin: z.enum(ORIGINS).nullable(),
  /** Null where nothing is known of its source. */
  head: revisionHead.nullable(),
  showed,
  /** Null when it was found by the job that looks again. */
  capturedBy: personView.nullable(),
};

export const revisionListItem = z
  .object({
    ...revisionFacts,
    /** Null for the first one: nothing had to be carried. */
    news: anchorNews.nullable(),
  })
  .meta({ id: 'RevisionListItem' });
export type RevisionListItem = z.output<typeof revisionListItem>;

export const revisionView = z
  .object({
    ...revisionFacts,
    text: z
      .string()
      .describe(
        'The canonical form of the body: its textblocks (paragraphs, headings, captions, lines of code) in their order, joined by one line feed; a hard break is a line feed, every other inline object U+FFFC; no markup, no attributes, nothing trimmed or normalised. Offsets of anchors count UTF-16 units in it',
      ),
    document: richText,
    anchors: anchorCounts,
  })
  .meta({ id: 'Revision', description: 'One immutable version of the body of an article' });
export type RevisionView = z.output<typeof revisionView>;

export const revisionAnswer = revisionView
  .extend({
    look: z
      .enum(OUTCOMES)
      .nullable()
      .describe(
        'What came of looking at the address: `beginning` when only that can be read there now; null where content was given',
      ),
  })
  .meta({ id: 'RevisionAnswer' });
export type RevisionAnswer = z.output<typeof revisionAnswer>;
