import { headers } from 'next/headers';
import { Problem } from '#lib/errors/problem.ts';
import {
  type PageSort,
  type WebPagePage,
  type WebPageQuery,
  webPageQuery,
} from '#lib/evidence/page-list/schema.ts';
import { listSourcePages } from '#lib/flows/source-pages.ts';
import type { SearchParams } from './account-page.ts';
import { enforceLimit } from './limits.ts';
import { getViewer } from './viewer.ts';

const FILTERS = ['q', 'site', 'state', 'stance'] as const;

/** What the list is narrowed down to, as it was typed. */
export type SourcesFilter = Partial<Pick<WebPageQuery, (typeof FILTERS)[number]>>;

export interface SourcesView {
  filter: SourcesFilter;
  sort: PageSort;
  /** A later page of the list. */
  isLater: boolean;
  found: WebPagePage | null;
  refused: Refusal | null;
}

/** Why nothing was looked for. */
type Refusal = { why: 'slow' | 'wrong' } | { why: 'often'; seconds: number };

const PAGE_SIZE = 20;

/** What is asked of the list of sources. A state or stance that there is not is left out. */
export async function readSources(searchParams: SearchParams): Promise<SourcesView> {
  const given = await searchParams;
  const first = (name: string) => [given[name]].flat()[0]?.trim() || undefined;
  const typed = Object.fromEntries(
    FILTERS.flatMap((name) => {
      const value = first(name);
      const known = name === 'q' || name === 'site' || webPageQuery.shape[name].safeParse(value).success;
      return value && known ? [[name, value]] : [];
    }),
  ) as SourcesFilter;
  const cursor = first('cursor');
  const sort = webPageQuery.shape.sort.catch('newest').parse(first('sort'));
  const common = { filter: typed, sort, isLater: cursor !== undefined };
  const query = webPageQuery.safeParse({ ...typed, sort, cursor, limit: PAGE_SIZE });
  if (!query.success) return { ...common, found: null, refused: { why: 'wrong' } };
  try {
    const viewer = await getViewer();
    await enforceLimit('search', viewer?.id ?? (await headers()).get('x-obelus-address') ?? 'unknown');
    return { ...common, found: await listSourcePages(query.data), refused: null };
  } catch (error) {
    const refused = error instanceof Problem ? refusalOf(error) : null;
    if (!refused) throw error;
    return { ...common, found: null, refused };
  }
}

function refusalOf({ code, extra }: Problem): Refusal | null {
  if (code === 'too-often') return { why: 'often', seconds: extra.retryAfter ?? 1 };
  if (code === 'too-slow') return { why: 'slow' };
  return code === 'invalid' ? { why: 'wrong' } : null;
}
