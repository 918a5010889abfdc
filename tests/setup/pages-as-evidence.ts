import { afterAll, beforeAll } from 'vitest';
import { db } from '#lib/db/client.ts';
import { lookAtPage } from '#lib/flows/look-at-page.ts';
import { addSourceOperation } from '#lib/http/contract/evidence.ts';
import { claim } from '#tests/factories/articles.ts';
import { person } from '#tests/factories/people.ts';
import { call } from './api.ts';
import { PageServer, type ServedPage } from './page-server.ts';

export const server = new PageServer();

/** For a file of tests. */
export function servePages(): void {
  beforeAll(() => server.start());
  afterAll(() => server.stop());
}

interface Laid {
  id: string;
  pageId: string;
  claimId: string;
  url: string;
}

/** A page as evidence on a claim, looked at. */
export async function laid(
  page: ServedPage | string,
  { quote = '', stance = 'supports', on }: { quote?: string; stance?: string; on?: string } = {},
): Promise<Laid> {
  const url = typeof page === 'string' ? page : server.page(page);
  const claimId = on ?? (await claim({ statement: `What ${url} is about.` })).id;
  const body = { url, stance, quote };
  const { id } = (await call(addSourceOperation, { as: await person(), params: { id: claimId }, body })).body;
  const { pageId } = await db().source.findUniqueOrThrow({ where: { id } });
  await lookAtPage(pageId);
  return { id, pageId, claimId, url };
}

/** Words that no other page has. */
export const own = (words: string) =>
  `${words} ${crypto.randomUUID()} was written down by nobody but the clerk of the harbour.`;
