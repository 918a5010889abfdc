/** Where a page of the original thread is read, and where one comes back to a comment in it. */
export function exhibitHref(slug: string, cursor: string | null = null, commentId?: string): string {
  const query = cursor === null ? '' : `?original=${cursor}`;
  return `/articles/${encodeURIComponent(slug)}${query}#${commentId ? `original-${commentId}` : 'original'}`;
}

/** Where the original thread of an article is brought here. */
export const bringHref = (slug: string) => `/articles/${encodeURIComponent(slug)}/original`;
