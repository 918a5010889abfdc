import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip as gzipCallback } from 'node:zlib';
import { db } from '#lib/db/client.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { emit } from '#lib/events/mutations.ts';
import { type CountedRating, listCountedRatings } from '../rating/queries.ts';
import type { WeighedStanding } from '../schema.ts';
import { holdWeighing } from './queries.ts';
import { fingerprintOf, linesOf, type Weighed, weighAll } from './weigh.ts';

const gzip = promisify(gzipCallback);

/**
 * Weighs all ratings and keeps where each assessment stands, with all that is needed to compute it again. Nothing is done
 * while the ratings are those of the last time. Inside of a transaction; several at once come one after the other.
 */
export async function weigh(): Promise<'weighed' | 'unchanged'> {
  const last = await holdWeighing();
  const salt = last?.salt ?? randomBytes(24).toString('hex');
  const counted = await listCountedRatings(salt);
  const lines = linesOf(counted);
  const sha256 = fingerprintOf(lines);
  if (last?.sha256 === sha256) return 'unchanged';
  const weighed = await weighAll(counted, last?.model ?? null);
  await keep({ salt, sha256, count: counted.length }, lines, weighed);
  for (const articleId of await place(weighed.standings, counted))
    await emit({ kind: 'assessment.weighed', articleId });
  return 'weighed';
}

async function keep(
  facts: { salt: string; sha256: string; count: number },
  lines: string,
  { model, why, standings }: Weighed,
): Promise<void> {
  const outcome = {
    basis: model ? 'bridging' : 'counts',
    why,
    model,
    standings: [...standings].map(([assessment, standing]) => ({ assessment, ...standing })),
  };
  const data = {
    ...facts,
    why,
    ratings: await packed(lines),
    outcome: await packed(JSON.stringify(outcome)),
    model: (model as Prisma.InputJsonValue | null) ?? Prisma.DbNull,
    weighedAt: new Date(),
  };
  await db().weighing.upsert({ where: { id: 1 }, create: data, update: data, select: { id: true } });
}

// Prisma asks for bytes with a buffer of their own.
const packed = async (text: string) => new Uint8Array(await gzip(text));

/**
 * Writes where assessments stand, those only that stand elsewhere than before, in one statement; one that says something
 * else since its ratings were read is left alone by them. Returns the articles on which a status is another.
 */
async function place(
  standings: Map<string, WeighedStanding>,
  counted: readonly CountedRating[],
): Promise<string[]> {
  const said = new Map(counted.map((rating) => [rating.assessment, rating.said]));
  const list = JSON.stringify([...standings].map(([id, standing]) => ({ id, said: said.get(id), standing })));
  const moved = await db().$queryRaw<{ articleId: string }[]>`
    WITH now AS (
      SELECT * FROM jsonb_to_recordset(${list}::jsonb) AS one ("id" uuid, "said" int, "standing" jsonb)
    ), before AS (
      SELECT s."id", now."said", s."standing", s."annotationId", now."standing" AS "next"
      FROM "Assessment" s LEFT JOIN now ON now."id" = s."id"
      WHERE s."standing" IS DISTINCT FROM now."standing" AND (now."id" IS NOT NULL OR s."standing" IS NOT NULL)
    ), placed AS (
      UPDATE "Assessment" s SET "standing" = before."next" FROM before
      WHERE s."id" = before."id" AND s."said" = coalesce(before."said", s."said") RETURNING s."id"
    )
    SELECT DISTINCT n."articleId"::text FROM before JOIN placed ON placed."id" = before."id"
    JOIN "Annotation" n ON n."id" = before."annotationId"
    WHERE before."standing"->>'status' IS DISTINCT FROM before."next"->>'status'`;
  return moved.map(({ articleId }) => articleId);
}
