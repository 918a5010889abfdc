import { listTopics, requireArticleRow } from '#lib/article/queries.ts';
import { Problem } from '#lib/errors/problem.ts';
import { listClaims } from '#lib/flows/claim-list.ts';
import {
  type ClaimFilter,
  type ClaimListPage,
  claimFilter,
  isByVerdict,
} from '#lib/flows/claim-list-view.ts';
import type { Reading } from '#lib/flows/folds.ts';
import { readLabelList } from '#lib/flows/label.ts';
import type { LabelView } from '#lib/label/schema.ts';
import { canTakePart } from '#lib/user/policy.ts';
import type { SearchParams } from './account-page.ts';
import { asksToReveal, madeByChoice } from './own-choice.ts';
import { getViewer } from './viewer.ts';

const PAGE_SIZE = 25;

/** What the list of claims shows. */
export interface ClaimsView {
  filter: ClaimFilter;
  /** Where only the claims of one article are listed. */
  article: { slug: string; title: string; lang: string } | null;
  /** What articles are about. */
  topics: string[];
  /** What people can say of a passage; retired ones stand at none. */
  labels: LabelView[];
  page: ClaimListPage;
  isFirst: boolean;
  cursor: string | undefined;
  /** Its reader could judge claims: choosing a verdict shows them what others made of those. */
  judges: boolean;
}

const FILTERS = Object.keys(claimFilter.shape) as (keyof ClaimFilter)[];

/** What is asked of the page. A filter that cannot be one is left out: somebody may still be typing an address. */
export async function readClaims(searchParams: SearchParams): Promise<ClaimsView> {
  const given = await searchParams;
  const first = (name: string) => [given[name]].flat()[0] || undefined;
  const filter = Object.fromEntries(
    FILTERS.flatMap((name) => {
      const value = claimFilter.shape[name].safeParse(first(name));
      return value.success && value.data !== undefined ? [[name, value.data]] : [];
    }),
  ) as ClaimFilter;
  const cursor = first('cursor');
  const [viewer, asked, chosen] = await Promise.all([
    getViewer(),
    asksToReveal(searchParams),
    madeByChoice(),
  ]);
  const reading = { viewer, reveal: asked || (chosen && isByVerdict(filter)) };
  const [page, topics, labels, article] = await Promise.all([
    pageOf(filter, cursor, reading),
    listTopics(),
    readLabelList(),
    filter.article ? articleOf(filter.article) : null,
  ]);
  const offered = labels.filter(({ retired }) => !retired);
  const judges = canTakePart(viewer);
  return { filter, article, topics, labels: offered, page, isFirst: cursor === undefined, cursor, judges };
}

/** The page behind a cursor; the first one where that is none of ours. */
async function pageOf(
  filter: ClaimFilter,
  cursor: string | undefined,
  reading: Reading,
): Promise<ClaimListPage> {
  try {
    return await listClaims({ ...filter, cursor, limit: PAGE_SIZE }, reading);
  } catch (error) {
    if (cursor === undefined || !(error instanceof Problem) || !error.extra.fields?.cursor) throw error;
    return listClaims({ ...filter, limit: PAGE_SIZE }, reading);
  }
}

async function articleOf(idOrSlug: string): Promise<ClaimsView['article']> {
  try {
    const { slug, title, lang } = await requireArticleRow(idOrSlug);
    return { slug, title, lang };
  } catch (error) {
    if (error instanceof Problem && error.code === 'not-found') return null;
    throw error;
  }
}
