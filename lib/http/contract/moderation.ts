import { z } from 'zod';
import { LATER_QUEUES, QUEUES, queueCounts, queuePage, queueQuery } from '#lib/moderation/queue/schema.ts';
import { actionView, decisionInput, logEntry, logQuery } from '#lib/moderation/schema.ts';
import { operation } from '../operation.ts';
import { pageOf } from '../pages.ts';
import { idParams } from './params.ts';

export const countQueuesOperation = operation({
  id: 'countQueues',
  method: 'GET',
  path: '/api/moderation/queues',
  tag: 'moderation',
  summary: 'How much lies in each queue',
  auth: 'user',
  limit: 'read',
  answers: { 200: { description: 'The counts', schema: queueCounts } },
  problems: ['not-allowed'],
});

export const listQueueOperation = operation({
  id: 'listQueue',
  method: 'GET',
  path: '/api/moderation/queues/{name}',
  tag: 'moderation',
  summary:
    'What waits for moderators, longest first, each thing in its context; rejected: what was put away, newest first',
  auth: 'user',
  limit: 'read',
  params: z.object({ name: z.enum([...QUEUES, ...LATER_QUEUES]) }),
  query: queueQuery,
  answers: { 200: { description: 'A page of the queue', schema: queuePage } },
  problems: ['not-found', 'not-allowed'],
});

export const queueEventsOperation = operation({
  id: 'queueEvents',
  method: 'GET',
  path: '/api/moderation/events',
  tag: 'moderation',
  summary: 'Tells moderators whenever the queues have changed',
  auth: 'user',
  limit: 'read',
  answers: {
    200: {
      description:
        'Server-Sent Events: `ready` once it stands, then `queues` after each change. What changed is read from the queues',
      schema: z.string(),
      contentType: 'text/event-stream',
    },
  },
  problems: ['not-allowed'],
});

export const moderateOperation = operation({
  id: 'moderate',
  method: 'POST',
  path: '/api/moderation/actions',
  tag: 'moderation',
  summary:
    'Decide about comments, annotations and people: about all that are named, or about none. Approving what is visible dismisses its open reports, taking it away upholds them',
  auth: 'user',
  limit: 'moderate',
  body: decisionInput,
  answers: {
    201: {
      description: 'What was done, in the order of the targets',
      schema: z.object({ items: z.array(actionView) }),
    },
  },
  problems: ['not-found', 'own-comment', 'edit-conflict', 'already-decided', 'wrong-state'],
});

export const undoOperation = operation({
  id: 'undoModeration',
  method: 'POST',
  path: '/api/moderation/actions/{id}/undo',
  tag: 'moderation',
  summary: 'Put a thing back to what stood before an action, once, while nothing else was done to it',
  auth: 'user',
  limit: 'moderate',
  params: idParams,
  answers: { 201: { description: 'The action that took it back', schema: actionView } },
  problems: ['not-found', 'own-comment', 'already-decided', 'wrong-state'],
});

export const listLogOperation = operation({
  id: 'listModerationLog',
  method: 'GET',
  path: '/api/moderation/log',
  tag: 'moderation',
  summary: 'What moderators did, newest first, without the words that they took away',
  auth: 'anyone',
  limit: 'read',
  query: logQuery,
  answers: { 200: { description: 'A page of the log', schema: pageOf(logEntry) } },
});

export const moderationOperations = [
  countQueuesOperation,
  listQueueOperation,
  queueEventsOperation,
  moderateOperation,
  undoOperation,
  listLogOperation,
];
