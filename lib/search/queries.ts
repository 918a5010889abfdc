import { getArticleRow } from '#lib/article/queries.ts';
import { Problem } from '#lib/errors/problem.ts';
import { cursorAt } from '#lib/exhibit/queries.ts';
import type { Shown } from '#lib/verdict/verdicts.ts';
import { bounded } from './bounded/queries.ts';
import { readCandidates, readExcerpts } from './candidates/queries.ts';
import { type Candidate, type Filters, soughtOf } from './candidates/sought.ts';
import { decodePage, encodePage } from './cursor.ts';
import { marked, matchesIn, snippet } from './marks.ts';
import { scoreOf } from './rank.ts';
import {
  type Fit,
  type FoundPage,
  RANKED_MAX,
  SEARCH_KINDS,
  type SearchItem,
  type SearchQuery,
  TERMS_MAX,
} from './schema.ts';
import { suggestionFor } from './suggestion.ts';
import { anyPattern, type Term, tsqueryOf } from './terms.ts';
import { partsOf } from './typed.ts';
import { readTerms, withSpellings } from './vocabulary/queries.ts';

/** With fewer that hold all words, similar spellings are looked for too. */
const FEW = 3;

/**
 * What everybody can read and holds what is sought, the best first; the same for every viewer. Throws `invalid` where
 * nothing can be sought by what was typed, and `too-slow` when the database was asked for too long.
 */
export async function search(query: SearchQuery): Promise<FoundPage> {
  return bounded(async () => {
    const page = decodePage(query.cursor);
    const terms = await readTerms(partsOf(query.q));
    if (terms.length === 0) throw refusal('empty', 'has no word in it that could be sought');
    if (terms.length > TERMS_MAX)
      throw refusal('many', `has ${terms.length} words; ${TERMS_MAX} at most can be sought`);
    const filters = await filtersOf(query, page.at);
    const { fit, found, by } = filters ? await widening(query, terms, filters) : NOTHING;
    const ranked = rank(found, by, page.at);
    const shown = ranked.slice(page.offset, page.offset + query.limit);
    const next = page.offset + shown.length;
    return {
      items: await itemsOf(shown, by),
      nextCursor: next < ranked.length ? encodePage({ ...page, offset: next }) : null,
      fit,
      total: ranked.length,
      more: SEARCH_KINDS.some((kind) => found.filter((one) => one.kind === kind).length >= RANKED_MAX),
      suggestion: fit === 'similar' ? suggestionFor(query.q, terms, by, ranked.slice(0, query.limit)) : null,
    };
  });
}

const refusal = (reason: 'empty' | 'many', why: string) =>
  new Problem('invalid', `q: ${why}`, { fields: { q: why }, reason });

const NOTHING = { fit: 'all', found: [], by: [] } satisfies { fit: Fit; found: Candidate[]; by: Term[] };

/** Null where there is no such article. */
async function filtersOf(query: SearchQuery, at: Date): Promise<Filters | null> {
  const article = query.article === undefined ? null : await getArticleRow(query.article);
  if (query.article !== undefined && !article) return null;
  const dayAfter = query.to ? new Date(Date.parse(query.to) + 86_400_000) : at;
  return {
    lang: query.lang?.toLowerCase() ?? null,
    verdict: query.verdict ?? null,
    from: query.from ? new Date(query.from) : null,
    before: dayAfter < at ? dayAfter : at,
    articleId: article?.id ?? null,
  };
}

/** First what holds all words; where that is little, what holds similar ones besides; where that is nothing, some of them. */
async function widening(query: SearchQuery, terms: Term[], filters: Filters) {
  const exact = await readAll(query, terms, false, filters);
  if (exact.length >= FEW) return { fit: 'all' as Fit, found: exact, by: terms };
  const near = await withSpellings(terms);
  // Where nothing is spelt like it, that was sought already.
  const isSame = near.every((term, at) => tsqueryOf(term) === tsqueryOf(terms[at] as Term));
  const similar = isSame ? exact : await readAll(query, near, false, filters);
  if (similar.length > 0)
    return { fit: (exact.length > 0 ? 'all' : 'similar') as Fit, found: similar, by: near };
  if (terms.filter(({ needed }) => needed).length < 2) return NOTHING;
  return { fit: 'some' as Fit, found: await readAll(query, near, true, filters), by: near };
}

async function readAll(
  { kind, verdict }: SearchQuery,
  terms: readonly Term[],
  any: boolean,
  filters: Filters,
): Promise<Candidate[]> {
  const sought = soughtOf(terms, any, filters);
  const found: Candidate[] = [];
  // One after another: a search takes one connection.
  for (const one of SEARCH_KINDS) {
    if ((kind && kind !== one) || (verdict && one !== 'claim' && one !== 'ruling')) continue;
    found.push(...(await readCandidates(one, sought, anyPattern(terms))));
  }
  return found;
}

/** An article that has the words in its text only, which is too long to be read for every one that matches. */
const WEIGHT_OF_UNREAD = 0.8;
const WEIGHT = { title: 1.6, text: 1, beside: 0.6 };

function rank(found: readonly Candidate[], terms: readonly Term[], now: Date): Candidate[] {
  return found
    .map((one) => {
      const fields = (['title', 'text', 'beside'] as const).map((name) => ({
        text: one[name] ?? '',
        weight: WEIGHT[name],
      }));
      const atLeast = one.kind === 'article' ? WEIGHT_OF_UNREAD : 0;
      return { one, score: scoreOf({ ...one, fields, atLeast }, terms, now) };
    })
    .sort((a, b) => b.score - a.score || (a.one.id < b.one.id ? 1 : -1))
    .map(({ one }) => one);
}

async function itemsOf(shown: readonly Candidate[], terms: readonly Term[]): Promise<SearchItem[]> {
  const articles = shown.filter(({ kind }) => kind === 'article').map(({ id }) => id);
  const excerpts =
    articles.length > 0 ? await readExcerpts(articles, anyPattern(terms)) : new Map<string, string>();
  return shown.map((one) => {
    const text = one.text ?? excerpts.get(one.id) ?? '';
    return {
      kind: one.kind,
      id: one.id,
      path: pathOf(one),
      title: one.title === null ? null : marked(one.title, terms),
      snippet: snippet(text, matchesIn(text, terms)),
      article: { id: one.articleId, slug: one.slug, title: one.articleTitle, lang: one.lang, site: one.site },
      claimId: one.kind === 'comment' ? null : one.annotationId,
      // A CHECK constraint holds it to the list.
      verdict: one.verdict as Shown | null,
      folded: false,
      url: one.kind === 'source' ? one.url : null,
      person: one.handle && one.name ? { handle: one.handle, name: one.name } : null,
      guest: one.guestName === null ? null : { name: one.guestName },
      author: one.author ?? null,
      createdAt: one.createdAt.toISOString(),
    };
  });
}

function pathOf({ kind, id, slug, annotationId, place }: Candidate): string {
  if (kind === 'article') return `/articles/${slug}`;
  if (kind === 'claim') return `/claims/${id}`;
  if (kind === 'ruling') return `/claims/${annotationId}#ruling`;
  if (kind === 'exhibit-comment')
    return `/articles/${slug}${place ? `?original=${cursorAt(place)}` : ''}#original-${id}`;
  if (kind === 'source') return `/claims/${annotationId}#source-${id}`;
  return `/comments/${id}`;
}
