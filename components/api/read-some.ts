import { request } from './request.ts';

/** What one request takes. */
const AT_ONCE = 50;

/**
 * Some things by their ids, in no order. What is not among them is not there for this reader: it was taken away, or one
 * may not see it.
 */
export async function readSome<T>(what: 'annotations' | 'comments', ids: readonly string[]): Promise<T[]> {
  const found: T[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const asked = ids.slice(from, from + AT_ONCE).join(',');
    const { data } = await request<{ items: T[] }>('GET', `/api/${what}?ids=${asked}`);
    found.push(...data.items);
  }
  return found;
}
