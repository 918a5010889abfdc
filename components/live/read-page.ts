/** Pages that are being read: who asks meanwhile for the same gets the same. */
const underWay = new Map<string, Promise<string>>();

/**
 * The page of an address as the server would send it now; this page's without one. Throws when it does not. Guests' pages
 * are kept finished: to read one anew costs the server next to nothing.
 */
export async function readPage(path = location.pathname + location.search): Promise<Document> {
  let text = underWay.get(path);
  if (!text) {
    text = fetchText(path).finally(() => underWay.delete(path));
    underWay.set(path, text);
  }
  return new DOMParser().parseFromString(await text, 'text/html');
}

async function fetchText(path: string): Promise<string> {
  const response = await fetch(path, { headers: { accept: 'text/html' }, cache: 'no-cache' });
  if (!response.ok) throw new Error(`${path} was answered ${response.status}`);
  return response.text();
}
