import type { PageSort } from '#lib/evidence/page-list/schema.ts';
import type { SourcesFilter } from '#lib/http/sources-page.ts';

interface Listed {
  sort?: PageSort;
  cursor?: string | null;
}

/** The list of sources, narrowed down. */
export function sourcesHref(filter: SourcesFilter = {}, { sort, cursor }: Listed = {}): string {
  const order = sort === 'newest' ? undefined : sort;
  const given = Object.entries({ ...filter, sort: order, cursor }).filter(([, value]) => value);
  return given.length > 0 ? `/sources?${new URLSearchParams(given as [string, string][])}` : '/sources';
}

interface Where {
  snapshot?: string;
  part?: number;
  compare?: readonly [string, string];
  cursor?: string;
  /** An id on the page. */
  at?: string;
}

/** One source, or a place on its page. */
export function sourceHref(pageId: string, { snapshot, part, compare, cursor, at }: Where = {}): string {
  const given = { snapshot, part, compare: compare?.join('.'), cursor };
  const query = Object.entries(given).flatMap(([name, value]) => (value ? [[name, String(value)]] : []));
  const search = query.length > 0 ? `?${new URLSearchParams(query)}` : '';
  return `/sources/${pageId}${search}${at ? `#${at}` : ''}`;
}

/** The id of a passage on the page of its source. */
export const passageId = ({ start, end }: { start: number; end: number }) => `passage-${start}-${end}`;
