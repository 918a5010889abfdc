import { detectLanguage } from '#lib/importers/language.ts';
import { canModerate } from '#lib/moderation/policy.ts';
import { countQueue, readQueue } from '#lib/moderation/queue/queries.ts';
import type { QueueCounts, QueueName, QueuePage, QueueQuery } from '#lib/moderation/queue/schema.ts';
import { QUEUES } from '#lib/moderation/queue/schema.ts';
import { permit } from '#lib/user/require.ts';
import type { Viewer } from '#lib/user/schema.ts';

/** A page of what waits for moderators, each thing with what stands around it. */
export async function listQueue(viewer: Viewer, name: QueueName, query: QueueQuery): Promise<QueuePage> {
  permit(viewer, canModerate(viewer));
  const page = await readQueue(viewer, name, query);
  return { ...page, items: page.items.map((item) => ({ ...item, lang: detectLanguage(item.text) })) };
}

/** How much lies in each queue. */
export async function countQueues(viewer: Viewer): Promise<QueueCounts> {
  permit(viewer, canModerate(viewer));
  const counts = await Promise.all(QUEUES.map(async (name) => [name, await countQueue(name)] as const));
  return Object.fromEntries(counts) as QueueCounts;
}

/** How much waits for moderators, in whichever queue. */
export async function countWaiting(viewer: Viewer): Promise<number> {
  permit(viewer, canModerate(viewer));
  const [reported, pending] = await Promise.all([countQueue('reported'), countQueue('pending')]);
  return reported + pending;
}
