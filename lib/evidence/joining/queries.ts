import { db } from '#lib/db/client.ts';
import { comparableUrl } from '#lib/fetch/url-variants.ts';

/** So many pages are joined to one at once; the rest waits for its next look. */
const JOINED_AT_ONCE = 20;

/** The page that everything of this one is at: itself, or what it was joined to. */
export async function stayingPage(id: string): Promise<string> {
  const page = await db().webPage.findUnique({ where: { id }, select: { joinedToId: true } });
  return page?.joinedToId ?? id;
}

/** Where a page is looked at that somebody names by an address: at its own, where that is another page's now. */
export async function addressToLook(url: string): Promise<string> {
  const page = await db().webPage.findUnique({
    where: { canonicalUrl: comparableUrl(url) },
    select: { joinedTo: { select: { url: true } } },
  });
  return page?.joinedTo?.url ?? url;
}

/** Pages that call themselves by an address of this one, those given last first. */
export async function listNamesakes(id: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT w."id"::text FROM "WebPage" w
    WHERE w."joinedToId" IS NULL AND w."id" <> ${id}::uuid AND w."selfUrl" IN (
      SELECT own."canonicalUrl" FROM "WebPage" own WHERE own."id" = ${id}::uuid OR own."joinedToId" = ${id}::uuid)
    ORDER BY w."id" DESC LIMIT ${JOINED_AT_ONCE}::int`;
  return rows.map(({ id: namesake }) => namesake);
}
