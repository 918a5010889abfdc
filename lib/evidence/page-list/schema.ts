import { z } from 'zod';
import { text } from '#lib/errors/fields.ts';
import { comparableHost } from '#lib/fetch/url-variants.ts';
import { SOURCE_STATES, STANCES } from '../schema.ts';

/** How a source fared, for finding pages: `gone` was there and is not any more, `unreachable` never could be had. */
export const PAGE_STATES = [...SOURCE_STATES, 'gone'] as const;

/** `failing`: not had the last time, and given the benefit of the doubt. */
const STANDINGS = ['pending', 'there', 'failing', 'gone', 'unreachable'] as const;
export type Standing = (typeof STANDINGS)[number];

/** By when they were first given, or by how often they are used. */
export const PAGE_SORTS = ['newest', 'most-used'] as const;
export type PageSort = (typeof PAGE_SORTS)[number];

export const NAMED_MAX = 300;
export const WORDS_MAX = 8;

const parts = (value: string) => value.replace(/\s+/gu, ' ').trim();

/** A host, or an address on it. */
const site = text
  .transform((value) => parts(value).toLowerCase())
  .pipe(z.string().max(NAMED_MAX))
  .transform((value) => {
    const url = /^https?:\/\//.test(value) ? value : `https://${value}`;
    return URL.canParse(url) ? comparableHost(new URL(url).hostname) : value;
  });

export const webPageQuery = z.object({
  /** Parts of the title or of the address, all of them; or an address, in any of its variants. */
  q: text
    .transform(parts)
    .pipe(z.string().max(NAMED_MAX))
    .refine((value) => value.split(' ').length <= WORDS_MAX, `are more than ${WORDS_MAX} words`)
    .optional(),
  site: site.optional(),
  state: z.enum(PAGE_STATES).optional(),
  stance: z.enum(STANCES).optional(),
  /** `most-used` follows within minutes when something changes. */
  sort: z.enum(PAGE_SORTS).default('newest'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type WebPageQuery = z.output<typeof webPageQuery>;

const count = z.number().int();

const webPageBrief = z.object({
  id: z.string(),
  url: z.string(),
  /** Host without the marks of mobile pages, for display and for `site`. */
  host: z.string(),
  title: z.string().nullable(),
});
export type WebPageBrief = z.output<typeof webPageBrief>;

export const webPageItem = webPageBrief
  .extend({
    /** By the newest snapshot, as are those that follow. */
    publisher: z.string().nullable(),
    byline: z.string().nullable(),
    lang: z.string().nullable(),
    /** A day (2025-12-15) or a moment. */
    publishedAt: z.string().nullable(),
    /** When it was first given as evidence. */
    addedAt: z.iso.datetime(),
    lookedAt: z.iso.datetime().nullable(),
    standing: z.enum(STANDINGS),
    /** Why the last look found no page. */
    failure: z.string().nullable(),
    /** Equal for pages that carry the same text. */
    voice: z.string(),
    /** On active claims, of this page and of those that carry the same text: the newest 1,000. */
    uses: z.object({
      total: count,
      stances: z.object({ supports: count, refutes: count, context: count }),
      states: z.object({
        pending: count,
        verified: count,
        altered: count,
        missing: count,
        'no-quote': count,
        unreachable: count,
      }),
    }),
    /** The other pages that carry the same text: how many, and the newest twenty. */
    sameText: z.object({ total: count, pages: z.array(webPageBrief) }),
  })
  .meta({ id: 'WebPage' });
export type WebPageItem = z.output<typeof webPageItem>;

export const webPagePage = z.object({ items: z.array(webPageItem), nextCursor: z.string().nullable() });
export type WebPagePage = z.output<typeof webPagePage>;
