import { z } from 'zod';
import { id } from '#lib/errors/fields.ts';
import { operation } from '../operation.ts';
import { articleParams } from './params.ts';

const ARTICLES_MAX = 20;

const after = z
  .string()
  .max(50)
  .describe(
    'Where an earlier stream broke off, for clients that cannot send Last-Event-ID: the last id that it told. What happened since is told first',
  )
  .optional();

/** `id`, or `id@position` where an article was followed from somewhere else than the others. */
const wanted = z.string().transform((entry, context) => {
  const [articleId, position] = entry.split('@', 2);
  const known = id.safeParse(articleId);
  if (known.success) return { articleId: known.data, after: position ?? null };
  context.addIssue({ code: 'custom', message: 'is not the id of an article' });
  return z.NEVER;
});

const articles = z
  .string()
  .max(2_000)
  .transform((list) => [...new Set(list.split(','))])
  .pipe(z.array(wanted).min(1).max(ARTICLES_MAX));

const stream = {
  method: 'GET',
  tag: 'events',
  auth: 'anyone',
  limit: 'read',
  answers: {
    200: {
      description: `Server-Sent Events. Each names in \`event\` what happened and in \`data\` to what: {kind, id, articleId, annotationId?, parentId?, readers}, never any words. \`ready\` says that everything missed was told, \`reset\` with {articleIds} that too much was: read those anew. With the header Last-Event-ID a stream goes on where it broke off`,
      schema: z.string(),
      contentType: 'text/event-stream',
    },
  },
} as const;

export const articleEventsOperation = operation({
  ...stream,
  id: 'articleEvents',
  path: '/api/articles/{id}/events',
  summary: 'What happens to an article and to all that stands under it, as it happens',
  params: articleParams,
  query: z.object({ after }),
  problems: ['not-found'],
});

export const eventsOperation = operation({
  ...stream,
  id: 'events',
  path: '/api/events',
  summary: `The same of up to ${ARTICLES_MAX} articles in one stream: ids, or id@position, with commas between them`,
  query: z.object({ articles, after }),
});

export const eventOperations = [articleEventsOperation, eventsOperation];
