/** A day (2025-12-15) or a moment, as it is kept: the day of an article has no zone that could shift it. */
export function storedDate(value: string | null | undefined): {
  publishedAt: Date | null;
  publishedDay: boolean;
} {
  if (!value) return { publishedAt: null, publishedDay: false };
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value);
  return { publishedAt: new Date(day ? `${value}T00:00:00Z` : value), publishedDay: day };
}

/** The stored date as it goes out: a day as a day, a moment in ISO 8601 with its zone. */
export function shownDate(row: { publishedAt: Date | null; publishedDay: boolean }): string | null {
  if (!row.publishedAt) return null;
  const iso = row.publishedAt.toISOString();
  return row.publishedDay ? iso.slice(0, 10) : iso;
}
