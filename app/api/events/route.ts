import { eventsOperation } from '#lib/http/contract/events.ts';
import { articleStream } from '#lib/http/event-stream.ts';
import { route } from '#lib/http/route.ts';

export const GET = route(eventsOperation, ({ query, ...input }) =>
  articleStream(query.articles, { ...input, after: query.after }),
);
