import { db } from '#lib/db/client.ts';
import { bandsOf, type Signature, sameAmong, signatureOf } from '../likeness.ts';

/**
 * So many are compared: those that share most bands. A text that is the same shares five of sixty and more; of unrelated
 * ones three in two thousand share one.
 */
const MOST_COMPARED = 50;

/**
 * The voice of a text: that of the first text that it is alike to, or a new one. In a transaction: who finds none waits for
 * others that make one, and looks again.
 */
export async function voiceFor(text: string): Promise<string> {
  const signature = signatureOf(text);
  if (!signature) return makeVoice({ size: 0, minima: [] }, []);
  const bands = bandsOf(signature);
  const known = await findVoice(signature, bands);
  if (known) return known;
  await db().$executeRaw`SELECT pg_advisory_xact_lock(hashtext('voice'))`;
  return (await findVoice(signature, bands)) ?? makeVoice(signature, bands);
}

async function findVoice(signature: Signature, bands: number[]): Promise<string | null> {
  const rows = await db().$queryRaw<{ id: string; size: number; signature: number[] }[]>`
    SELECT "id"::text, "size", "signature" FROM voices_near(${bands}::int[], ${MOST_COMPARED}::int)`;
  const others = rows.map(({ id, size, signature: minima }) => ({ id, size, minima }));
  return sameAmong(signature, others)?.id ?? null;
}

async function makeVoice({ size, minima }: Signature, bands: number[]): Promise<string> {
  const { id } = await db().voice.create({ data: { size, signature: minima, bands }, select: { id: true } });
  return id;
}

/** Gives voices to texts that were kept before there were any: so many at the most. Answers how many it was. */
export async function giveVoices(limit: number): Promise<number> {
  const waiting = await db().snapshot.findMany({
    where: { voiceId: null, text: { not: null } },
    orderBy: { id: 'asc' },
    take: limit,
    select: { id: true, pageId: true, text: true },
  });
  for (const { id, pageId, text } of waiting) {
    const voiceId = await voiceFor(text ?? '');
    await db().snapshot.update({ where: { id }, data: { voiceId } });
    // That of a page is that of its newest text.
    await db().webPage.updateMany({
      where: { id: pageId, snapshots: { none: { id: { gt: id } } } },
      data: { voiceId },
    });
  }
  return waiting.length;
}
