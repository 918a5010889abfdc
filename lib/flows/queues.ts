import { detectLanguage } from '#lib/importers/language.ts';
import { canModerate } from '#lib/moderation/policy.ts';
import { countQueue, readQueue } from '#lib/moderation/queue/queries.ts';
import type { QueueName, QueuePage, QueueQuery } from '#lib/moderation/queue/schema.ts';
import { QUEUES } from '#lib/moderation/queue/schema.ts';
import { permit } from '#lib/user/require.ts';
import type { Viewer } from '#lib/user/schema.ts';

/** A page of what waits for moderators, each thing with what stands around it. */
export async function listQueue(viewer: Viewer, name: QueueName, query: QueueQuery): Promise<QueuePage> {
  permit(viewer, canModerate(viewer));
  const page = await readQueue(viewer, name, query);
  return { ...page, items: page.items.map((item) => ({ ...item, lang: detectLanguage(item.text) })) };
}

/** How much waits in each queue, for the page that lists them. */
export async function countQueues(viewer: Viewer): Promise<Record<QueueName, number>> {
  permit(viewer, canModerate(viewer));
  const counts = await Promise.all(QUEUES.map(async (name) => [name, await countQueue(name)] as const));
  return Object.fromEntries(counts) as Record<QueueName, number>;
}
