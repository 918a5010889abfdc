import { db } from '#lib/db/client.ts';
import { transaction } from '#lib/db/transaction.ts';
import { keepFindings } from '../finding/mutations.ts';
import { holdPage } from '../page/mutations.ts';

/**
 * Forgets the texts of snapshots that were captured before a moment, the oldest first, so many at the most. Their hash and
 * what sources quote of them, with its place and some words around it, stay. Answers how many it was.
 */
export async function forgetTexts(before: Date, limit: number): Promise<number> {
  const due = await db().snapshot.findMany({
    where: { text: { not: null }, capturedAt: { lt: before } },
    orderBy: { capturedAt: 'asc' },
    take: limit,
    select: { id: true, pageId: true },
  });
  for (const { id, pageId } of due) await transaction(() => forgetText(id, pageId));
  return due.length;
}

async function forgetText(id: string, pageId: string): Promise<void> {
  // No look moves what sources quote meanwhile.
  await holdPage(pageId);
  await keepUnkeptPlaces(id);
  await db().snapshot.update({ where: { id }, data: { text: null } });
}

/** Of sources that were looked for before findings were kept. */
async function keepUnkeptPlaces(id: string): Promise<void> {
  const { text, capturedAt, sources } = await db().snapshot.findUniqueOrThrow({
    where: { id },
    select: {
      text: true,
      capturedAt: true,
      sources: {
        where: { quoteStart: { not: null } },
        select: {
          id: true,
          state: true,
          quoteStart: true,
          quoteEnd: true,
          findings: { where: { snapshotId: id }, select: { start: true, end: true } },
        },
      },
    },
  });
  const unkept = sources.filter(
    ({ quoteStart, quoteEnd, findings }) =>
      !findings.some(({ start, end }) => start === quoteStart && end === quoteEnd),
  );
  await keepFindings(
    unkept.map((source) => ({
      sourceId: source.id,
      state: source.state,
      start: source.quoteStart,
      end: source.quoteEnd,
    })),
    { id, text: text ?? '' },
    capturedAt,
  );
}
