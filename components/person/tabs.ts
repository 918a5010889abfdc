/** What a person's page lists; the names are those of the person's counts. */
export const PERSON_TABS = ['annotations', 'assessments', 'sources'] as const;
export type PersonTab = (typeof PERSON_TABS)[number];

export function isPersonTab(value: unknown): value is PersonTab {
  return PERSON_TABS.some((tab) => tab === value);
}

/** The address of a person's page; the first tab needs no name. */
export function personHref(handle: string, tab: PersonTab = 'annotations', cursor?: string): string {
  const query = new URLSearchParams({
    ...(tab === 'annotations' ? {} : { tab }),
    ...(cursor ? { cursor } : {}),
  });
  return `/people/${handle}${query.size > 0 ? `?${query}` : ''}`;
}
