import { beforeAll, beforeEach, expect } from 'vitest';
import { db } from '#lib/db/client.ts';
import type { QueueItem } from '#lib/moderation/queue/schema.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { queue } from './moderating.ts';

/** There once `playQueues` was called. */
export let moderator: TestPerson;

/** For a file of tests: each begins with empty queues. */
export function playQueues(): void {
  beforeAll(async () => {
    moderator = await person({ role: 'moderator', name: 'Ann Petrov' });
  });

  beforeEach(async () => {
    // What earlier tests left waiting.
    await db().comment.updateMany({
      where: { state: { in: ['pending', 'hidden', 'rejected', 'removed'] } },
      data: { state: 'deleted' },
    });
    await db().annotation.updateMany({
      where: { state: { in: ['hidden', 'removed'] } },
      data: { state: 'active' },
    });
    await db().report.updateMany({
      where: { decidedAt: null },
      data: { decidedAt: new Date(), upheld: false },
    });
  });
}

/** A page of a queue, as the moderator reads it. */
export async function page(name: string, query: Record<string, string> = {}) {
  const { status, body } = await queue(moderator, name, query);
  expect(status, JSON.stringify(body)).toBe(200);
  return body as { items: QueueItem[]; nextCursor: string | null; total: number };
}

export const idsIn = async (name: string) => (await page(name)).items.map(({ target }) => target.id);
