import { transaction } from '#lib/db/transaction.ts';
import { forgetTexts } from '#lib/evidence/snapshot/mutations.ts';
import { giveVoices } from '#lib/evidence/voice/mutations.ts';
import { getSetting } from '#lib/settings/queries.ts';

const DAY = 86_400_000;
const AT_ONCE = 100;
/** More of them wait for the next night. */
const MOST_BATCHES = 500;

/** Forgets the texts of snapshots that were kept as long as they may be. What was to be read off them is read before. */
export async function keepTextsInTime(now: Date): Promise<void> {
  await inBatches(() => transaction(() => giveVoices(AT_ONCE)));
  const days = await getSetting('sources.keep-text');
  if (days === 'forever') return;
  const before = new Date(now.getTime() - days * DAY);
  await inBatches(() => forgetTexts(before, AT_ONCE));
}

/** Until a batch is not full. */
async function inBatches(next: () => Promise<number>): Promise<void> {
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) if ((await next()) < AT_ONCE) return;
}
