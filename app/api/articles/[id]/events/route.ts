import { requireArticleRow } from '#lib/article/queries.ts';
import { articleEventsOperation } from '#lib/http/contract/events.ts';
import { articleStream } from '#lib/http/event-stream.ts';
import { route } from '#lib/http/route.ts';

export const GET = route(articleEventsOperation, async ({ params, query, ...input }) => {
  const { id } = await requireArticleRow(params.id);
  return articleStream([{ articleId: id, after: null }], { ...input, after: query.after });
});
