import { db } from '#lib/db/client.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { spellings, swapsOf } from '../spelling.ts';
import type { Term } from '../terms.ts';
import type { Part } from '../typed.ts';

const FORMS_MAX = 30;
/** Of the nearest by their trigrams, those are taken that could be meant. */
const NEAREST = 40;
const FIT_OF_FORM = 0.85;
/** Accents that were left out, or written as two letters (ue for ü). */
const FIT_OF_PLAIN = 0.95;

/** The languages in whose words something was written, by a few looks into an index. */
const LANGUAGES = Prisma.sql`RECURSIVE language AS (
  (SELECT "language" FROM "SearchWord" ORDER BY "language" LIMIT 1)
  UNION ALL SELECT (SELECT w."language" FROM "SearchWord" w WHERE w."language" > l."language" ORDER BY w."language" LIMIT 1)
  FROM language l WHERE l."language" IS NOT NULL)`;

interface WordRow {
  part: number;
  word: string;
  place: number;
  small: boolean;
  forms: string[];
  plain: string[];
}

/** A single one, by its tag. */
const languageOf = (tag: string) => Prisma.sql`language AS (SELECT search_language(${tag}) AS "language")`;

/**
 * What was typed, in the words of the index: each with its other forms, in all languages that are written here, or in
 * the one of the tag. One query, whatever the number of words.
 */
export async function readTerms(parts: readonly Part[], tag?: string): Promise<Term[]> {
  const rows = await db().$queryRaw<WordRow[]>`
    WITH ${tag === undefined ? LANGUAGES : languageOf(tag)}
    SELECT part."n"::int AS "part", found."lexeme" AS "word", place::int,
      EXISTS (SELECT FROM language l WHERE search_stem(l."language", found."lexeme") = '') AS "small",
      ARRAY(SELECT DISTINCT w."word" FROM language l JOIN "SearchWord" w
        ON w."language" = l."language" AND w."stem" = search_stem(l."language", found."lexeme")
        WHERE w."stem" <> '' LIMIT ${FORMS_MAX}::int) AS "forms",
      ARRAY(SELECT DISTINCT w."word" FROM "SearchWord" w
        WHERE w."plain" = search_plain(found."lexeme")
          OR (w."plain" = ${umlauts(Prisma.sql`found."lexeme"`)} AND w."word" <> w."plain")
        LIMIT ${FORMS_MAX}::int) AS "plain"
    FROM unnest(${parts.map(({ text }) => text)}::text[]) WITH ORDINALITY AS part ("text", "n"),
      unnest(search_vector(part."text")) AS found, unnest(found."positions") AS place
    ORDER BY "part", "place"`;
  return parts.flatMap((part, at) =>
    termsOf(
      part,
      rows.filter((row) => row.part === at + 1),
    ),
  );
}

/** How a word reads whose ä, ö and ü were typed as ae, oe and ue. */
const umlauts = (word: Prisma.Sql) =>
  Prisma.sql`search_plain(regexp_replace(${word}, '([aou])e', '\\1', 'g'))`;

function termsOf({ kind, text }: Part, rows: readonly WordRow[]): Term[] {
  const words = rows.map(({ word }) => word);
  const whole = { words, run: text.trim(), forms: new Map(), needed: true };
  if (kind === 'run') return words.length > 0 ? [{ ...whole, kind }] : [];
  if (kind === 'phrase' && words.length > 1) return [{ ...whole, kind }];
  const each = [...new Map(rows.map((row) => [row.word, row])).values()];
  const onlySmall = each.every(({ small }) => small);
  return each.map((row) => ({
    kind: 'word',
    words: [row.word],
    run: '',
    // What stands in quotation marks is meant as it is.
    forms: kind === 'phrase' ? new Map([[row.word, 1]]) : formsOf(row),
    needed: kind === 'phrase' || onlySmall || !row.small,
  }));
}

function formsOf({ word, forms, plain }: WordRow): Map<string, number> {
  return new Map([
    ...forms.map((form) => [form, FIT_OF_FORM] as const),
    ...plain.map((form) => [form, FIT_OF_PLAIN] as const),
    [word, 1] as const,
  ]);
}

interface NearRow {
  typed: string;
  plain: string;
  known: { word: string; plain: string }[];
}

/** The same terms, each word with those besides that could have been meant by it. */
export async function withSpellings(terms: readonly Term[]): Promise<Term[]> {
  const words = terms
    .filter(({ kind, needed }) => kind === 'word' && needed)
    .map(({ words: [word = ''] }) => word);
  const swaps = words.map((word) => swapsOf(word).join(' '));
  const rows = await db().$queryRaw<NearRow[]>`
    SELECT typed, search_plain(typed) AS "plain", coalesce((
      SELECT jsonb_agg(jsonb_build_object('word', near."word", 'plain', near."plain")) FROM (
        SELECT DISTINCT w."word", w."plain", w."plain" = ANY(string_to_array(search_plain(swaps), ' ')) AS "swapped",
          similarity(w."plain", search_plain(typed)) AS "likeness"
        FROM "SearchWord" w
        WHERE w."plain" % search_plain(typed) OR search_plain(typed) <% w."plain"
          OR w."plain" = ANY(string_to_array(search_plain(swaps), ' '))
        ORDER BY "swapped" DESC, "likeness" DESC LIMIT ${NEAREST}::int) AS near), '[]') AS "known"
    FROM unnest(${words}::text[], ${swaps}::text[]) AS asked (typed, swaps)`;
  const near = new Map(rows.map((row) => [row.typed, row]));
  return terms.map((term) => {
    const row = term.kind === 'word' ? near.get(term.words[0] ?? '') : undefined;
    if (!row) return term;
    return { ...term, forms: new Map([...spellings(row.plain, row.known), ...term.forms]) };
  });
}
