/** Where the history of an article stands, with two revisions compared if they are named. */
export function historyPath(slug: string, compared?: { from: number; to: number }): string {
  const path = `/articles/${encodeURIComponent(slug)}/history`;
  return compared ? `${path}?from=${compared.from}&to=${compared.to}` : path;
}

/** Where a revision can be read: the newest one is the article itself. */
export function revisionPath(slug: string, number: number, newest: number): string {
  const path = `/articles/${encodeURIComponent(slug)}`;
  return number === newest ? path : `${path}/revisions/${number}`;
}
