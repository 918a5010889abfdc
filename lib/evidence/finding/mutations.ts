import { db } from '#lib/db/client.ts';
import { passageAt } from '../passage.ts';

/** How a source fares from now on. */
export interface Fared {
  sourceId: string;
  state: string;
  start: number | null;
  end: number | null;
}

/** Keeps how sources fare in a snapshot, with the words that stand at their places in its text. */
export async function keepFindings(
  fared: readonly Fared[],
  snapshot: { id: string; text: string },
  at: Date,
): Promise<void> {
  await db().finding.createMany({
    data: fared.map((one) => ({
      ...one,
      ...(one.start === null || one.end === null ? {} : passageAt(snapshot.text, one.start, one.end)),
      snapshotId: snapshot.id,
      at,
    })),
  });
}

/** Keeps that the page of some sources could not be had. */
export async function keepUnreachable(sourceIds: readonly string[], at: Date): Promise<void> {
  await db().finding.createMany({
    data: sourceIds.map((sourceId) => ({ sourceId, state: 'unreachable', at })),
  });
}
