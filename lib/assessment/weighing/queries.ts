import { promisify } from 'node:util';
import { gunzip as gunzipCallback } from 'node:zlib';
import { db } from '#lib/db/client.ts';
import type { PlainModel } from '#lib/verdict/bridging/model.ts';
import { formatRatings } from '#lib/verdict/ratings.ts';
import type { WeighingView } from './schema.ts';

const gunzip = promisify(gunzipCallback);

/** What the last weighing began from and came to, held until the transaction ends: one weighs at a time. */
export async function holdWeighing() {
  await db().$executeRaw`SELECT pg_advisory_xact_lock(hashtext('obelus weighing'))`;
  const row = await db().weighing.findUnique({
    where: { id: 1 },
    select: { salt: true, sha256: true, model: true },
  });
  return row && { ...row, model: row.model as PlainModel | null };
}

/** The ratings of the last weighing, as lines. */
export async function readRatingLines(): Promise<string> {
  const row = await db().weighing.findUnique({ where: { id: 1 }, select: { ratings: true } });
  return row ? (await gunzip(row.ratings)).toString() : formatRatings([]);
}

/** What came of them, as JSON. */
export async function readWeighing(): Promise<WeighingView> {
  const row = await db().weighing.findUnique({
    where: { id: 1 },
    select: { outcome: true, weighedAt: true, sha256: true, count: true },
  });
  if (!row) return { weighedAt: null, ratings: 0, sha256: null, basis: 'counts', why: 'few-raters', ...NONE };
  const { outcome, weighedAt, sha256, count } = row;
  return {
    weighedAt: weighedAt.toISOString(),
    sha256,
    ratings: count,
    ...JSON.parse((await gunzip(outcome)).toString()),
  };
}

const NONE = { model: null, standings: [] };
