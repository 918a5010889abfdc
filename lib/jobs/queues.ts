import type { Queue } from 'pg-boss';
import { z } from 'zod';
import { mailOrder } from '#lib/mail/schema.ts';

export interface QueueDefinition {
  /** What a job of this queue carries. */
  payload: z.ZodType<object>;
  options: Omit<Queue, 'name'>;
  /** When it happens by itself, as cron writes it, in UTC. */
  cron?: string;
}

const HOUR = 3600;

/** Everything that is done later. A failed job is tried again, later each time; times are in seconds. */
export const QUEUES = {
  'mail.send': {
    payload: mailOrder,
    // From half a minute to two hours: about a day in all, for a mail server that is down.
    options: {
      retryLimit: 12,
      retryDelay: 30,
      retryBackoff: true,
      retryDelayMax: 2 * HOUR,
      expireInSeconds: 120,
      deleteAfterSeconds: HOUR,
    },
  },
  'articles.check': {
    payload: z.object({}),
    // What was not looked at is due again a little later; the next run comes anyway.
    options: {
      retryLimit: 0,
      expireInSeconds: 600,
      deleteAfterSeconds: HOUR,
    },
    cron: '*/5 * * * *',
  },
  // What cannot be had is kept beside the image; a run that was cut off goes on where it was.
  'images.look': {
    payload: z.object({ articleId: z.uuid(), number: z.number().int() }),
    options: {
      retryLimit: 3,
      retryDelay: 30,
      retryBackoff: true,
      expireInSeconds: 300,
      deleteAfterSeconds: HOUR,
    },
  },
  'images.look-all': {
    payload: z.object({ after: z.uuid().nullable() }),
    options: {
      retryLimit: 5,
      retryDelay: 30,
      retryBackoff: true,
      expireInSeconds: 120,
      deleteAfterSeconds: HOUR,
    },
  },
  // A step that took too long, or whose process was killed, is taken again soon.
  'exhibit.load': {
    payload: z.object({ loadId: z.uuid() }),
    options: {
      retryLimit: 20,
      retryDelay: 2,
      retryBackoff: true,
      retryDelayMax: 600,
      expireInSeconds: 60,
      deleteAfterSeconds: HOUR,
    },
  },
  'evidence.look': {
    payload: z.object({ pageId: z.uuid() }),
    // What goes wrong outside is no failure of the job: the page says when it is looked at again.
    options: {
      retryLimit: 3,
      retryDelay: 30,
      retryBackoff: true,
      expireInSeconds: 120,
      deleteAfterSeconds: HOUR,
    },
  },
  'evidence.looks-due': {
    payload: z.object({}),
    options: {
      retryLimit: 1,
      retryDelay: 60,
      expireInSeconds: 120,
      deleteAfterSeconds: HOUR,
    },
    cron: '*/10 * * * *',
  },
  // What was not counted is still noted, for the next run.
  'evidence.count-uses': {
    payload: z.object({}),
    options: {
      retryLimit: 0,
      expireInSeconds: 120,
      deleteAfterSeconds: HOUR,
    },
    cron: '*/2 * * * *',
  },
  'labels.judge': {
    payload: z.object({}),
    options: {
      retryLimit: 3,
      retryDelay: 60,
      retryBackoff: true,
      expireInSeconds: 600,
      deleteAfterSeconds: HOUR,
    },
    cron: '41 3 * * *',
  },
  'ratings.weigh': {
    payload: z.object({}),
    // The next rating orders the next run, and one comes every hour anyway.
    options: {
      retryLimit: 1,
      retryDelay: 60,
      expireInSeconds: 120,
      deleteAfterSeconds: HOUR,
    },
    cron: '37 * * * *',
  },
  'house.clean-up': {
    payload: z.object({}),
    options: {
      retryLimit: 3,
      retryDelay: 60,
      retryBackoff: true,
      expireInSeconds: 600,
      deleteAfterSeconds: 24 * HOUR,
    },
    cron: '23 3 * * *',
  },
} as const satisfies Record<string, QueueDefinition>;

export type QueueName = keyof typeof QUEUES;
export type Payload<N extends QueueName> = z.output<(typeof QUEUES)[N]['payload']>;

export const QUEUE_NAMES = Object.keys(QUEUES) as QueueName[];

/** One function a queue. It may be called twice with the same job: `id` tells. */
export type JobHandlers = { [N in QueueName]: (payload: Payload<N>, id: string) => Promise<void> };
