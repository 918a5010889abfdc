import { report } from '#lib/flows/report.ts';
import { reportOperation } from '#lib/http/contract/reports.ts';
import { route } from '#lib/http/route.ts';

export const POST = route(reportOperation, async ({ viewer, body }) => {
  const { report: made, made: isNew } = await report(viewer, body);
  return { status: isNew ? 201 : 200, body: made };
});
