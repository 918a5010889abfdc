import { headers } from 'next/headers';
import { listLanguages, requireArticleRow } from '#lib/article/queries.ts';
import { Problem } from '#lib/errors/problem.ts';
import type { Reading } from '#lib/flows/folds.ts';
import { searchFor } from '#lib/flows/search.ts';
import { type SearchPage, type SearchQuery, SOUGHT_MAX, searchQuery } from '#lib/search/schema.ts';
import { canTakePart } from '#lib/user/policy.ts';
import type { SearchParams } from './account-page.ts';
import { enforceLimit } from './limits.ts';
import { asksToReveal, madeByChoice } from './own-choice.ts';
import { getViewer } from './viewer.ts';

/** Why nothing was sought. */
export type Refusal = { why: 'long' | 'many' | 'empty' | 'slow' } | { why: 'often'; seconds: number };

/** What the page of a search shows. */
export interface SearchView {
  /** As it was typed; empty where nothing was. */
  typed: string;
  filter: SearchFilter;
  /** Where only one article is searched. */
  article: { slug: string; title: string; lang: string } | null;
  /** Of the articles that there are, as tags. */
  languages: string[];
  cursor: string | undefined;
  /** Its reader could judge claims: choosing a verdict shows them what others made of those. */
  judges: boolean;
  found: SearchPage | null;
  refused: Refusal | null;
}

export type SearchFilter = Partial<
  Pick<SearchQuery, 'kind' | 'lang' | 'verdict' | 'from' | 'to' | 'article'>
>;

const FILTERS = ['kind', 'lang', 'verdict', 'from', 'to', 'article'] as const;

/** What is asked of the page. A filter that cannot be one is left out: somebody may still be typing an address. */
export async function readSearch(searchParams: SearchParams): Promise<SearchView> {
  const given = await searchParams;
  const first = (name: string) => [given[name]].flat()[0] || undefined;
  const filter = Object.fromEntries(
    FILTERS.flatMap((name) => {
      const value = searchQuery.shape[name].safeParse(first(name));
      return value.success && value.data !== undefined ? [[name, value.data]] : [];
    }),
  ) as SearchFilter;
  const typed = (first('q') ?? '').trim();
  const [languages, article, viewer, asked, chosen] = await Promise.all([
    listLanguages(),
    filter.article ? articleOf(filter.article) : null,
    getViewer(),
    asksToReveal(searchParams),
    madeByChoice(),
  ]);
  const [cursor, judges] = [first('cursor'), canTakePart(viewer)];
  const common = { typed: typed.slice(0, SOUGHT_MAX), filter, article, languages, cursor, judges };
  if (typed === '') return { ...common, found: null, refused: null };
  const reading = { viewer, reveal: asked || (chosen && filter.verdict !== undefined) };
  return { ...common, ...(await answer(reading, typed, filter, cursor)) };
}

async function articleOf(idOrSlug: string) {
  const row = await requireArticleRow(idOrSlug).catch(ignoring('not-found'));
  return row ? { slug: row.slug, title: row.title, lang: row.lang } : null;
}

type Answer = Pick<SearchView, 'found' | 'refused'>;

async function answer(
  reading: Reading,
  typed: string,
  filter: SearchFilter,
  cursor: string | undefined,
): Promise<Answer> {
  if (typed.length > SOUGHT_MAX) return { found: null, refused: { why: 'long' } };
  const query = searchQuery.safeParse({ ...filter, q: typed, cursor });
  if (!query.success) return { found: null, refused: { why: 'empty' } };
  try {
    const address = (await headers()).get('x-obelus-address');
    await enforceLimit('search', reading.viewer?.id ?? address ?? 'unknown');
    return { found: await searchFor(reading, query.data), refused: null };
  } catch (error) {
    // A page that is none of ours: the first one is shown.
    if (cursor !== undefined && error instanceof Problem && error.extra.fields?.cursor)
      return answer(reading, typed, filter, undefined);
    const refused = error instanceof Problem ? refusalOf(error) : null;
    if (!refused) throw error;
    return { found: null, refused };
  }
}

function refusalOf({ code, extra }: Problem): Refusal | null {
  if (code === 'too-often') return { why: 'often', seconds: extra.retryAfter ?? 1 };
  if (code === 'too-slow') return { why: 'slow' };
  if (code === 'invalid') return { why: extra.reason === 'many' ? 'many' : 'empty' };
  return null;
}

const ignoring = (code: Problem['code']) => (error: unknown) => {
  if (error instanceof Problem && error.code === code) return null;
  throw error;
};
