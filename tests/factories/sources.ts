import { db } from '#lib/db/client.ts';
import { transaction } from '#lib/db/transaction.ts';
import { keepLook, pageFor, type SeenPage } from '#lib/evidence/page/mutations.ts';
import { person } from './people.ts';

interface Given {
  on: { id: string };
  url: string;
  stance?: string;
  quote?: string;
  /** What stands at the address; nothing is looked at where this is left out. */
  page?: Partial<SeenPage>;
}

/** A source beside a claim whose page was seen to hold something. Nothing is fetched. */
export async function seenSource({ on, url, stance = 'supports', quote = '', page }: Given) {
  const { id: pageId } = await pageFor(url);
  const { id: addedById } = await person();
  const { id } = await db().source.create({
    data: { annotationId: on.id, pageId, addedById, url, stance, quote },
    select: { id: true },
  });
  if (page) await see(pageId, { url, ...page });
  return { id, pageId };
}

/** A look at a page that finds something else, or the same. */
export async function see(pageId: string, page: Partial<SeenPage> & { url: string }): Promise<void> {
  const seen = {
    canonicalUrl: null,
    status: 200,
    contentType: 'text/html',
    title: 'A page',
    publisher: 'The Lindow Gazette',
    byline: 'Nora Lind',
    lang: 'en',
    publishedAt: new Date('2020-02-03'),
    publishedDay: true,
    text: 'Nothing.',
    ...page,
  };
  await transaction(() => keepLook(pageId, seen));
}
