import type { IncomingMessage } from 'node:http';
import { preferred } from './negotiation.ts';

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const CONTAINER = new RegExp(`^/annotations/(${UUID})/(\\?.*)?$`);
const ANNOTATION = new RegExp(`^/claims/(${UUID})(?:\\?|$)`);

/**
 * The address of an annotation is that of its page and of its data, by what is asked for: where the data is, when it is
 * that; null for every other request. What can be done with it (OPTIONS) is what can be done with the data. A container of
 * annotations is data alone; the protocol of the W3C wants a slash at the end of its name.
 */
export function addressOfData({
  method,
  url = '',
  headers,
}: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): string | null {
  const [, articleId, query = ''] = CONTAINER.exec(url) ?? [];
  if (articleId !== undefined) return `/api/articles/${articleId}/annotation-collection${query}`;
  const id = ANNOTATION.exec(url)?.[1];
  if (id === undefined) return null;
  const isRead = method === 'GET' || method === 'HEAD';
  if (isRead && preferred(headers.accept, ['text/html', 'application/ld+json']) !== 'application/ld+json')
    return null;
  return isRead || method === 'OPTIONS' ? `/api/annotations/${id}/web-annotation` : null;
}
