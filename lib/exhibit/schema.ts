import { z } from 'zod';
import { richText } from '#lib/errors/fields.ts';
import { personView } from '#lib/user/schema.ts';

/** What kind of page or file an exhibit was read from. */
export const EXHIBIT_SOURCES = [
  'text',
  'wpdiscuz',
  'wordpress',
  'disqus',
  'schema',
  'wxr',
  'disqus-xml',
] as const;
export type ExhibitSource = (typeof EXHIBIT_SOURCES)[number];

/** A comment of the original stands there, or a moderator put it away. */
export const EXHIBIT_COMMENT_STATES = ['visible', 'hidden'] as const;
export type ExhibitCommentState = (typeof EXHIBIT_COMMENT_STATES)[number];

/** So many comments come with a request; more are laid down by a job. */
export const AT_ONCE = 500;
/** More than that is not a thread under an article. */
export const COMMENTS_MAX = 50_000;

/** A comment on the original as it is laid down. */
export interface FoundComment {
  key: string;
  parentKey: string | null;
  author: string;
  /** A document of our schema for comments, and its plain words. */
  body: object;
  text: string;
  /** A day, or a moment with its zone; null where none can be had. */
  at: string | null;
  timeWords: string | null;
  votes: { up: number | null; down: number | null; score: number } | null;
  passage: { exact: string; prefix: string; suffix: string } | null;
  /** Puts it among its siblings where times do not tell. */
  sequence: number;
}

/** What a source says of itself. */
export interface FoundAbout {
  source: ExhibitSource;
  declaredCount: number | null;
  asOf: Date;
}

const exhibitLoadView = z
  .object({
    id: z.string(),
    total: z.number().int(),
    done: z.number().int(),
    added: z.number().int(),
    changed: z.number().int(),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ExhibitLoad', description: 'An import that a job does, and how far it is' });
export type ExhibitLoadView = z.output<typeof exhibitLoadView>;

export const exhibitView = z
  .object({
    id: z.string(),
    articleId: z.string(),
    source: z.enum(EXHIBIT_SOURCES),
    /** When the comments stood so. */
    asOf: z.iso.datetime(),
    /** How many are here, and how many there are by the source's own word. */
    present: z.number().int(),
    declared: z.number().int().nullable(),
    importedBy: personView.nullable(),
    /** The newest import that was, or is, done by a job. */
    load: exhibitLoadView.nullable(),
  })
  .meta({ id: 'Exhibit', description: 'The discussion that stood under the original of an article' });
export type ExhibitView = z.output<typeof exhibitView>;

export const exhibitCommentView = z
  .object({
    id: z.string(),
    key: z.string(),
    parentId: z.string().nullable(),
    depth: z.number().int(),
    /** Of a hidden one nothing is told but its place. */
    state: z.enum(EXHIBIT_COMMENT_STATES),
    version: z.number().int(),
    author: z.string(),
    body: richText,
    text: z.string(),
    /** A day or a moment; null where only words tell it. */
    writtenAt: z.string().nullable(),
    timeWords: z.string().nullable(),
    /** Of the original; null where none were shown. Where only their sum is known, the sides are null. */
    votes: z
      .object({ up: z.number().int().nullable(), down: z.number().int().nullable(), score: z.number().int() })
      .nullable(),
    /** The passage of the article that it was tied to; without a place where the newest revision does not have it. */
    passage: z
      .object({
        exact: z.string(),
        prefix: z.string(),
        suffix: z.string(),
        revision: z.number().int(),
        start: z.number().int().nullable(),
        end: z.number().int().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'ExhibitComment' });
export type ExhibitCommentView = z.output<typeof exhibitCommentView>;
