import { db } from '#lib/db/client.ts';

/** What a look at a page needs to know of it. Null when it is not there, or nothing rests on it any more. */
export async function getPageToLook(id: string): Promise<{ id: string; url: string } | null> {
  const page = await db().webPage.findUnique({
    where: { id, sources: { some: {} } },
    select: { id: true, url: true, sources: { orderBy: { id: 'desc' }, take: 1, select: { url: true } } },
  });
  // Of the variants of an address the one that was given last is the likeliest to answer.
  return page && { id: page.id, url: page.sources[0]?.url ?? page.url };
}

/** Pages whose next look is due, longest due first. */
export async function listPagesDue(now: Date, limit: number): Promise<string[]> {
  const rows = await db().webPage.findMany({
    where: { nextLookAt: { lte: now }, sources: { some: {} } },
    orderBy: { nextLookAt: 'asc' },
    take: limit,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
