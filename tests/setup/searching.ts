import { expect } from 'vitest';
import { searchOperation } from '#lib/http/contract/search.ts';
import type { SearchItem, SearchPage } from '#lib/search/schema.ts';
import type { TestPerson } from '#tests/factories/people.ts';
import { call } from './api.ts';

/** What somebody finds, through the door. */
export async function finding(
  q: string,
  query: Record<string, string> = {},
  as: TestPerson | null = null,
): Promise<SearchPage> {
  const { status, body } = await call(searchOperation, { as, query: { q, ...query } });
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

/** The same as a list of kinds and ids, to be compared with what is expected. */
export async function found(
  q: string,
  query: Record<string, string> = {},
  as: TestPerson | null = null,
): Promise<string[]> {
  return (await finding(q, query, as)).items.map(nameOf);
}

const nameOf = ({ kind, id }: SearchItem) => `${kind} ${id}`;

/** The words that are marked in a title or a snippet. */
export function markedIn({ text, marks }: { text: string; marks: [number, number][] }): string[] {
  return marks.map(([start, end]) => text.slice(start, end));
}
