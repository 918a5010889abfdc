import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { weighAll } from '#lib/assessment/weighing/weigh.ts';
import type { PlainModel } from '#lib/verdict/bridging/model.ts';
import { countRatings, parseRatings, type Rating, totalOf } from '#lib/verdict/ratings.ts';
import { UsageError } from './command.ts';

interface Input {
  file: string;
  assessment?: string | undefined;
}

/**
 * Computes from nothing but the lines of `GET /api/ratings` where assessments stand, and prints it: one line each, or of one
 * all that is known. No database is opened; the site that the lines come from need not be trusted.
 */
export async function recomputeRatings({ file, assessment }: Input): Promise<void> {
  const ratings = await readLines(path.resolve(process.env.INIT_CWD ?? '.', file));
  const weighed = await weighAll(ratings, null);
  const { model, why, standings } = weighed;
  if (assessment !== undefined) return printOne(assessment, ratings, weighed);
  process.stderr.write(`${model ? told(model) : `Counts only: ${why}`}\n`);
  process.stdout.write('assessment\tstatus\treason\tscore\thelpful\tsomewhat\tnot-helpful\n');
  for (const [id, own] of [...Map.groupBy(ratings, (one) => one.assessment)].sort()) {
    const standing = standings.get(id);
    const said = standing ? [standing.status, standing.reason, standing.score] : ['counts', why, ''];
    const counts = countRatings(own);
    const columns = [id, ...said, counts.helpful, counts.somewhat, counts['not-helpful']];
    process.stdout.write(`${columns.join('\t')}\n`);
  }
}

function printOne(id: string, ratings: Rating[], { why, standings }: Awaited<ReturnType<typeof weighAll>>) {
  const counts = countRatings(ratings.filter((one) => one.assessment === id));
  if (totalOf(counts) === 0) throw new UsageError(`Nobody rated ${id} in these lines.`);
  const standing = standings.get(id) ?? { basis: 'counts', why };
  process.stdout.write(`${JSON.stringify({ assessment: id, counts, ...standing }, null, 2)}\n`);
}

const told = ({ ratings, raters, assessments, division, sweeps }: PlainModel) =>
  `${ratings} ratings of ${raters.length} people on ${assessments.length} assessments are in the model; division ${division.toFixed(2)}, ${sweeps} sweeps`;

async function readLines(file: string): Promise<Rating[]> {
  try {
    return parseRatings(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`${file}: ${error.message}`, { cause: error });
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new UsageError(`There is no file ${file}.`, { cause: error });
    throw error;
  }
}
