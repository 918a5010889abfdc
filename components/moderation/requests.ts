import { request, type Submission } from '#components/api/request.ts';
import type { CommentInContext } from '#lib/comment/schema.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import type { QueueCounts, QueueName, QueuePage } from '#lib/moderation/queue/schema.ts';
import type { ActionView, DecisionInput } from '#lib/moderation/schema.ts';
import type { DeskItem } from './item.ts';

const PATH = '/api/moderation';

export async function readQueue(
  queue: QueueName,
  query: { cursor?: string; limit?: number },
  signal?: AbortSignal,
): Promise<QueuePage> {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  const path = `${PATH}/queues/${queue}?${new URLSearchParams(given)}`;
  return (await request<QueuePage>('GET', path, undefined, { signal })).data;
}

export async function readCounts(signal?: AbortSignal): Promise<QueueCounts> {
  return (await request<QueueCounts>('GET', `${PATH}/queues`, undefined, { signal })).data;
}

/** Decides about all of the targets, or about none. */
export async function sendDecision(decision: DecisionInput, submission: Submission): Promise<ActionView[]> {
  const { data } = await request<{ items: ActionView[] }>('POST', `${PATH}/actions`, decision, {
    submission,
  });
  return data.items;
}

export async function takeBack(actionId: string): Promise<ActionView> {
  return (await request<ActionView>('POST', `${PATH}/actions/${actionId}/undo`)).data;
}

/** The item with the words that stand there now. */
export async function rereadItem(item: DeskItem): Promise<DeskItem> {
  const { type, id } = item.target;
  if (type === 'comment') {
    const { data } = await request<CommentInContext>('GET', `/api/comments/${id}`);
    const { body, text, version, editedAt, state } = data;
    return { ...item, body, text, editedAt, target: { ...item.target, version, state } };
  }
  const { data } = await request<AnnotationDetail>('GET', `/api/annotations/${id}`);
  const { statement, target, version, editedAt, kind } = data;
  const text = statement ?? target.exact;
  const annotation = { id, kind, statement, exact: target.exact };
  return { ...item, kind, text, editedAt, annotation, target: { ...item.target, version } };
}
