import { bringExhibit, getArticleExhibit } from '#lib/flows/exhibits.ts';
import { bringExhibitOperation, getExhibitOperation } from '#lib/http/contract/exhibits.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(getExhibitOperation, async ({ params }) => ok(await getArticleExhibit(params.id)));

export const POST = route(bringExhibitOperation, async ({ viewer, params, body }) => {
  const { exhibit, created, later, ...laid } = await bringExhibit(viewer, params.id, body);
  const status = later ? 202 : created ? 201 : 200;
  return {
    status,
    body: { ...exhibit, ...laid },
    headers: { location: `/api/articles/${exhibit.articleId}/exhibit` },
  };
});
