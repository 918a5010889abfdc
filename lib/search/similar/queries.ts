import { db } from '#lib/db/client.ts';
import type { Shown } from '#lib/verdict/verdicts.ts';
import { bounded } from '../bounded/queries.ts';
import type { SimilarClaim, SimilarQuery } from '../schema.ts';
import { type Term, tsqueryOf } from '../terms.ts';
import { inPairs, partsOf } from '../typed.ts';
import { readTerms } from '../vocabulary/queries.ts';
import { alikeness } from './alikeness.ts';

const SHOWN_MAX = 5;
/** So many are compared, of those that share most words and of those that share most letters. */
const COMPARED = 40;
/** Of a long statement or quote, so many words are looked up: the longest, which are the rarest. */
const WORDS_MAX = 24;
/** From here on two statements say the same, or nearly so. */
const ALIKE = 0.45;
const SAME_WORDS = 0.8;
/** Shorter ones say nothing yet. */
const SHORTEST = 12;

interface Row {
  id: string;
  statement: string;
  exact: string;
  shown: Shown;
  createdAt: Date;
  letters: number;
  /** How alike the words are that both mark. */
  quoted: number;
  articleId: string;
  slug: string;
  title: string;
  lang: string;
}

/** Active claims, of any article, that say the same as a statement with its quote, or nearly so; the most alike first. */
export async function findSimilarClaims({ statement, quote }: SimilarQuery): Promise<SimilarClaim[]> {
  const said = statement.trim() || quote.trim();
  if (said.length < SHORTEST) return [];
  return bounded(async () => {
    const terms = await readTerms(inPairs(partsOf(said.slice(0, 500))));
    const rows = await readComparable(said.slice(0, 500), quote.slice(0, 500), tellingTerms(terms));
    return rows
      .map((row) => ({
        row,
        similarity: Math.max(alikeness(terms, row.statement, row.letters), sameWords(row)),
      }))
      .filter(({ similarity }) => similarity >= ALIKE)
      .sort((a, b) => b.similarity - a.similarity || (a.row.id < b.row.id ? 1 : -1))
      .slice(0, SHOWN_MAX)
      .map(({ row, similarity }) => toSimilarClaim(row, similarity));
  });
}

/** Two who mark the same words, as where two papers print one report, speak of the same. */
const sameWords = ({ quoted }: Row) => (quoted >= SAME_WORDS ? quoted : 0);

function tellingTerms(terms: readonly Term[]): Term[] {
  const length = ({ words }: Term) => words.reduce((sum, word) => sum + word.length, 0);
  return terms
    .filter(({ needed }) => needed)
    .sort((a, b) => length(b) - length(a))
    .slice(0, WORDS_MAX);
}

/**
 * Each word is looked up by itself and the claims that turn up most are kept, a rare word counting for more; no claim's
 * text is taken apart for that. Beside them the nearest by their letters.
 */
function readComparable(said: string, quote: string, terms: readonly Term[]): Promise<Row[]> {
  return db().$queryRaw<Row[]>`
    WITH hit AS (
      SELECT n."id", sought."at", count(*) OVER (PARTITION BY sought."at") AS "in"
      FROM unnest(${terms.map(tsqueryOf)}::text[]) WITH ORDINALITY AS sought ("query", "at")
      JOIN "Annotation" n ON search_vector(coalesce(n."statement", '') || ' ' || n."exact") @@ sought."query"::tsquery
      WHERE n."kind" = 'claim' AND n."state" = 'active'
    ), by_words AS (
      SELECT "id" FROM hit GROUP BY "id" ORDER BY sum(1 / ln(2.7 + "in")) DESC, "id" DESC LIMIT ${COMPARED}::int
    ), by_letters AS (
      SELECT n."id" FROM "Annotation" n
      WHERE n."kind" = 'claim' AND n."state" = 'active' AND n."statement" % ${said}
      ORDER BY similarity(n."statement", ${said}) DESC LIMIT ${COMPARED}::int
    )
    SELECT n."id", n."statement", n."exact", n."shown", n."createdAt",
      similarity(n."statement", ${said})::float AS "letters",
      CASE WHEN length(${quote}) < ${SHORTEST}::int THEN 0 ELSE similarity(left(n."exact", 500), ${quote}) END::float AS "quoted",
      a."id" AS "articleId", a."slug", a."title", a."lang"
    FROM "Annotation" n JOIN "Article" a ON a."id" = n."articleId"
    WHERE n."id" IN (SELECT "id" FROM by_words UNION SELECT "id" FROM by_letters)`;
}

function toSimilarClaim(row: Row, similarity: number): SimilarClaim {
  return {
    id: row.id,
    path: `/claims/${row.id}`,
    statement: row.statement,
    verdict: row.shown,
    folded: false,
    article: { id: row.articleId, slug: row.slug, title: row.title, lang: row.lang },
    createdAt: row.createdAt.toISOString(),
    similarity: Math.round(similarity * 100) / 100,
  };
}
