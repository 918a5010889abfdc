import { expect } from 'vitest';
import {
  listLogOperation,
  listQueueOperation,
  moderateOperation,
  undoOperation,
} from '#lib/http/contract/moderation.ts';
import { reportOperation } from '#lib/http/contract/reports.ts';
import type { LogEntry, TargetType } from '#lib/moderation/schema.ts';
import type { TestPerson } from '#tests/factories/people.ts';
import { type Answer, call } from './api.ts';

export interface Named {
  type: TargetType;
  id: string;
  version?: number;
}

/** A comment by its id; what else it is has to be said. */
export function about(id: string): { type: 'comment'; id: string };
export function about<T extends TargetType>(id: string, type: T): { type: T; id: string };
export function about(id: string, type: TargetType = 'comment'): Named {
  return { type, id };
}

/** A decision about one or several things, as a moderator's page sends it. */
export function decide(
  as: TestPerson | null,
  action: string,
  targets: Named | Named[],
  reason = 'It breaks the rules.',
): Promise<Answer> {
  return call(moderateOperation, { as, body: { action, targets: [targets].flat(), reason } });
}

/** The same where it has to go well: the action on the first of them. */
export async function decided(as: TestPerson, action: string, targets: Named | Named[]) {
  const { status, body } = await decide(as, action, targets);
  expect(status, JSON.stringify(body)).toBe(201);
  return body.items[0] as LogEntry & { targetId: string; version: number };
}

export function takeBack(as: TestPerson | null, id: string): Promise<Answer> {
  return call(undoOperation, { as, params: { id } });
}

export function queue(
  as: TestPerson | null,
  name: string,
  query: Record<string, string> = {},
): Promise<Answer> {
  return call(listQueueOperation, { as, params: { name }, query });
}

export async function log(query: Record<string, string> = {}) {
  const { status, body } = await call(listLogOperation, { query });
  expect(status).toBe(200);
  return body as { items: LogEntry[]; nextCursor: string | null };
}

export function sendReport(
  as: TestPerson | null,
  target: Named,
  reason = 'abuse',
  detail = '',
): Promise<Answer> {
  return call(reportOperation, { as, body: { target, reason, detail } });
}

/** Every page of a list, one after the other. */
export async function walk<T>(
  read: (query: Record<string, string>) => Promise<{ items: T[]; nextCursor: string | null }>,
  limit: number,
): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: T[]; nextCursor: string | null } = await read({
      limit: String(limit),
      ...(cursor ? { cursor } : {}),
    });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return all;
}
