import { db } from '#lib/db/client.ts';
import { emit } from '#lib/events/mutations.ts';
import type { ExhibitCommentState } from '#lib/exhibit/schema.ts';
import { tellRelatives } from '../family/mutations.ts';
import { statementFrom } from '../statement.ts';
import { type ClaimWords, givenBack, WITHHELD, withheld } from './words.ts';

/**
 * Takes the words of comments on the original out of the claims about them, or puts them back, in the transaction that
 * hides or restores the comments, and holds them. Whoever makes a claim or moves one shares the comment, so that none is
 * made of words that go at the same moment.
 */
export async function setClaimsOf(
  commentIds: readonly string[],
  actorId: string,
  state: ExhibitCommentState,
): Promise<void> {
  const rows = await db().$queryRaw<ClaimRow[]>`
    SELECT n."id", n."articleId", n."statement", n."exact", n."exhibitStart", n."exhibitEnd", x."text"
    FROM "Annotation" n JOIN "ExhibitComment" x ON x."id" = n."exhibitCommentId"
    WHERE n."exhibitCommentId" = ANY(${[...commentIds]}::uuid[]) ORDER BY n."id" FOR UPDATE OF n`;
  const due = rows.filter(({ exact }) => (exact === WITHHELD) === (state === 'visible'));
  if (due.length === 0) return;
  const words = due.map((row) =>
    state === 'hidden' ? withheld(row) : givenBack(row.statement, row.text, row.exhibitStart, row.exhibitEnd),
  );
  await put(due, words);
  for (const { id, articleId } of due)
    await emit({
      kind: 'annotation.regrouped',
      actorId,
      articleId,
      subjectId: id,
      data: { original: true },
    });
  await tellRelatives(due.map(({ id }) => id));
}

interface ClaimRow {
  id: string;
  articleId: string;
  statement: string | null;
  exact: string;
  exhibitStart: number;
  exhibitEnd: number;
  text: string;
}

/** Also into wordings that were kept while the words were away: until they came back, the place stayed the same. */
async function put(rows: readonly ClaimRow[], words: readonly ClaimWords[]): Promise<void> {
  const all = JSON.stringify(words.map((one, at) => ({ id: rows[at]?.id, ...one })));
  await db().$executeRaw`
    UPDATE "Annotation" n SET "statement" = v."statement", "exact" = v."exact", "prefix" = v."prefix", "suffix" = v."suffix"
    FROM json_to_recordset(${all}::json) AS v ("id" uuid, "statement" text, "exact" text, "prefix" text, "suffix" text)
    WHERE n."id" = v."id"`;
  await db().$executeRaw`
    UPDATE "Wording" w SET "exact" = v."exact", "prefix" = v."prefix", "suffix" = v."suffix",
      "statement" = CASE WHEN w."statement" = ${WITHHELD} THEN v."said" ELSE w."statement" END
    FROM json_to_recordset(${saidOf(rows, words)}::json)
      AS v ("id" uuid, "said" text, "exact" text, "prefix" text, "suffix" text)
    WHERE w."annotationId" = v."id" AND w."exact" = ${WITHHELD}`;
}

const saidOf = (rows: readonly ClaimRow[], words: readonly ClaimWords[]) =>
  JSON.stringify(
    words.map(({ exact, prefix, suffix }, at) => ({
      ...{ id: rows[at]?.id, said: statementFrom(exact), exact, prefix, suffix },
    })),
  );
