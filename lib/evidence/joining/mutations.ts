import { db } from '#lib/db/client.ts';
import { emit } from '#lib/events/mutations.ts';
import { enqueue } from '#lib/jobs/enqueue.ts';
import { nextTry } from '../page/schedule.ts';
import { isSamePage, type Namesake } from './plausible.ts';

/**
 * Joins to a page those of its namesakes that hold what it was just seen to hold: their sources, with votes and findings,
 * and their snapshots go over to it, and their addresses are its own from now on. All are held; in the flow's transaction,
 * before the look is kept, which looks for all quotes again. Answers how many it was.
 *
 * This is done only with a text that was fetched at the address that stays: whoever names it as theirs has no say in what
 * stands there.
 */
export async function joinNamesakes(id: string, text: string, namesakes: readonly string[]): Promise<number> {
  let joined = 0;
  for (const namesake of namesakes) {
    const known = await readNamesake(namesake);
    if (!known || !isSamePage(text, known)) continue;
    await join(namesake, id);
    joined += 1;
  }
  return joined;
}

/** Null where it was joined meanwhile. */
async function readNamesake(id: string): Promise<Namesake | null> {
  const page = await db().webPage.findUnique({
    where: { id, joinedToId: null },
    select: {
      sources: { select: { quote: true, state: true } },
      snapshots: {
        orderBy: { id: 'desc' },
        take: 1,
        select: { text: true, voice: { select: { size: true, signature: true } } },
      },
    },
  });
  const [snapshot] = page?.snapshots ?? [];
  if (!page || !snapshot) return null;
  const { text, voice } = snapshot;
  // Of a text that is too short to tell there is an empty one.
  const signature = voice && voice.size > 0 ? { size: voice.size, minima: voice.signature } : null;
  return { text, signature, sources: page.sources };
}

async function join(goes: string, stays: string): Promise<void> {
  await db().webPage.update({
    where: { id: goes },
    data: { joinedToId: stays, nextLookAt: null, voiceId: null },
  });
  // What was joined to it before: nobody has to go from one to the next.
  await db().webPage.updateMany({ where: { joinedToId: goes }, data: { joinedToId: stays } });
  await db().source.updateMany({ where: { pageId: goes }, data: { pageId: stays } });
  await db().snapshot.updateMany({ where: { pageId: goes }, data: { pageId: stays } });
  await emit({ kind: 'web-page.joined', subjectId: goes, data: { joinedTo: stays } });
}

/**
 * Orders a look at the page that another one says it is, which joins them if it bears that out. One that nobody gave is
 * made where two or more say so.
 * @param address as the page gives it
 * @param selfUrl the same, as comparableUrl has it
 */
export async function askNamed(id: string, address: string, selfUrl: string): Promise<void> {
  // Two that say so at the same moment: the second one knows of the first.
  await db().$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${selfUrl}))`;
  const named = await db().webPage.findUnique({
    where: { canonicalUrl: selfUrl },
    select: { id: true, joinedToId: true },
  });
  const known = named?.joinedToId ?? named?.id;
  if (known === id) return;
  const pageId = known ?? (await makeNamed(id, address, selfUrl));
  if (pageId) await enqueue('evidence.look', { pageId });
}

async function makeNamed(id: string, url: string, canonicalUrl: string): Promise<string | null> {
  const another = await db().webPage.findFirst({
    where: { selfUrl: canonicalUrl, joinedToId: null, id: { not: id } },
    select: { id: true },
  });
  if (!another) return null;
  await db().webPage.createMany({
    data: [{ url, canonicalUrl, nextLookAt: nextTry(new Date(), 1) }],
    skipDuplicates: true,
  });
  const made = await db().webPage.findUnique({ where: { canonicalUrl }, select: { id: true } });
  return made?.id ?? null;
}
