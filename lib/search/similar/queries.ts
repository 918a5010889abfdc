import { db } from '#lib/db/client.ts';
import type { Shown } from '#lib/verdict/verdicts.ts';
import { bounded } from '../bounded/queries.ts';
import type { SimilarClaim, SimilarQuery } from '../schema.ts';
import { type Term, tsqueryOf } from '../terms.ts';
import { inPairs, partsOf } from '../typed.ts';
import { readTerms, withSpellings } from '../vocabulary/queries.ts';
import { alikeness, type Counted } from './alikeness.ts';

const SHOWN_MAX = 5;
/** So many are compared. */
const COMPARED = 60;
const COMPARED_BY_QUOTE = 20;
/** Of a long statement or quote, so many words are looked up: the longest, which are the rarest. */
const WORDS_MAX = 24;
/** Of a frequent word so many claims are looked at; what only frequent words tell is found where all of them stand. */
const FREQUENT = 400;
/** From here on two statements say the same, or nearly so. */
const ALIKE = 0.45;
const SAME_WORDS = 0.8;
/** Shorter ones say nothing yet. */
const SHORTEST = 12;
const SAID_MAX = 500;

interface Row {
  id: string;
  statement: string;
  shown: Shown;
  createdAt: Date;
  letters: number;
  /** How alike the words are that both mark. */
  quoted: number;
  /** In how many claims each of the words stands that were looked up, a few hundred at the most. */
  counts: number[];
  articleId: string;
  slug: string;
  title: string;
  lang: string;
}

/** What is compared with claims: a statement and the passage that it is made of, and the words in each that tell most. */
interface Said {
  statement: string;
  terms: Term[];
  quote: string;
  quoted: Term[];
}

/** Active claims, of any article, that say the same as a statement with its quote, or nearly so; the most alike first. */
export async function findSimilarClaims({ statement, quote, lang }: SimilarQuery): Promise<SimilarClaim[]> {
  const text = (statement.trim() || quote.trim()).slice(0, SAID_MAX);
  if (lengthOf(text) < SHORTEST) return [];
  return bounded(async () => {
    const tag = lang === 'und' ? undefined : lang;
    const marked = quote.trim().slice(0, SAID_MAX);
    const said: Said = {
      statement: text,
      terms: await readTerms(inPairs(partsOf(text)), tag),
      quote: marked,
      quoted:
        lengthOf(marked) < SHORTEST || marked === text ? [] : await readTerms(inPairs(partsOf(marked)), tag),
    };
    const { alike, unknown } = await readAlike(said);
    if (alike.length > 0 || unknown.length === 0) return alike;
    // Words that stand in no claim may be misspelt.
    const near = await withSpellings(unknown);
    const terms = said.terms.map((term) => near[unknown.indexOf(term)] ?? term);
    return (await readAlike({ ...said, terms })).alike;
  });
}

/** @return besides what is alike, those words of the statement that stand in no claim */
async function readAlike(said: Said): Promise<{ alike: SimilarClaim[]; unknown: Term[] }> {
  const telling = tellingTerms(said.terms);
  const rows = await readComparable(said, telling);
  const counts = new Map(telling.map((term, at) => [term, rows[0]?.counts[at] ?? 0]));
  const counted = said.terms.map((term): Counted => ({ term, claims: counts.get(term) ?? 0 }));
  const alike = rows
    .map((row) => ({
      row,
      similarity: Math.max(alikeness(counted, row.statement, row.letters), sameWords(row)),
    }))
    .filter(({ similarity }) => similarity >= ALIKE)
    .sort((a, b) => b.similarity - a.similarity || (a.row.id < b.row.id ? 1 : -1))
    .slice(0, SHOWN_MAX)
    .map(({ row, similarity }) => toSimilarClaim(row, similarity));
  return { alike, unknown: telling.filter((term) => counts.get(term) === 0) };
}

/** A letter of a script without spaces says as much as two of another. */
const lengthOf = (text: string) =>
  partsOf(text).reduce((sum, part) => sum + (part.kind === 'run' ? 2 : 1) * part.text.length, 0);

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
 * Each word is looked up by itself, and the claims that turn up most are kept, a rare word counting for more; no claim's
 * text is taken apart for that, and a frequent word costs no more than a rare one. Beside them those that hold all words
 * of the statement, and those that hold most of the quote.
 */
function readComparable({ statement, quote, quoted }: Said, terms: readonly Term[]): Promise<Row[]> {
  const queries = terms.map(tsqueryOf);
  const all = queries.length > 0 ? [queries.join('&')] : [];
  const ofQuote = tellingTerms(quoted).map(tsqueryOf);
  return db().$queryRaw<Row[]>`
    WITH sought AS (
      SELECT * FROM unnest(${[...queries, ...all, ...ofQuote]}::text[]) WITH ORDINALITY AS sought ("query", "at")
    ), hit AS MATERIALIZED (
      SELECT sought."at", found."id" FROM sought CROSS JOIN LATERAL (
        SELECT n."id" FROM "Annotation" n
        WHERE search_vector(coalesce(n."statement", '') || ' ' || n."exact") @@ sought."query"::tsquery
          AND n."kind" = 'claim' AND n."state" = 'active' LIMIT ${FREQUENT}::int) found
    ), counted AS (
      SELECT "at", count(*) AS "claims" FROM hit GROUP BY "at"
    ), telling AS (
      SELECT "at", "id", 1 / ln(2.7 + "claims") AS "weight" FROM hit JOIN counted USING ("at")
      WHERE "claims" < ${FREQUENT}::int
    ), of_statement AS (
      SELECT "id" FROM telling WHERE "at" <= ${queries.length + all.length}::int
      GROUP BY "id" ORDER BY sum("weight") DESC, "id" DESC LIMIT ${COMPARED}::int
    ), of_quote AS (
      SELECT "id" FROM telling WHERE "at" > ${queries.length + all.length}::int
      GROUP BY "id" ORDER BY sum("weight") DESC, "id" DESC LIMIT ${COMPARED_BY_QUOTE}::int
    )
    SELECT n."id", n."statement", n."shown", n."createdAt", similarity(n."statement", ${statement})::float AS "letters",
      CASE WHEN ${lengthOf(quote) < SHORTEST} THEN 0 ELSE similarity(left(n."exact", 500), ${quote}) END::float AS "quoted",
      ARRAY(SELECT coalesce(counted."claims", 0)::int FROM sought LEFT JOIN counted USING ("at")
        WHERE "at" <= ${queries.length}::int ORDER BY "at") AS "counts",
      a."id" AS "articleId", a."slug", a."title", a."lang"
    FROM "Annotation" n JOIN "Article" a ON a."id" = n."articleId"
    WHERE n."id" IN (SELECT "id" FROM of_statement UNION SELECT "id" FROM of_quote)`;
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
