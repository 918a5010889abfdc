/**
 * The page of this address as the server would send it now. Throws when it does not. Guests' pages are kept finished: to
 * read one anew costs the server next to nothing.
 */
export async function readPage(path = location.pathname + location.search): Promise<Document> {
  const response = await fetch(path, { headers: { accept: 'text/html' }, cache: 'no-cache' });
  if (!response.ok) throw new Error(`${path} was answered ${response.status}`);
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}
