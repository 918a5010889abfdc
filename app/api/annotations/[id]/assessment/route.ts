import { giveVerdict, takeVerdictBack } from '#lib/flows/judge.ts';
import { giveVerdictOperation, takeVerdictBackOperation } from '#lib/http/contract/evidence.ts';
import { route } from '#lib/http/route.ts';

export const PUT = route(giveVerdictOperation, async ({ viewer, params, body }) => {
  const { assessment, outcome } = await giveVerdict(viewer, params.id, body);
  return { status: outcome === 'given' ? 201 : 200, body: assessment };
});

export const DELETE = route(takeVerdictBackOperation, async ({ viewer, params }) => {
  await takeVerdictBack(viewer, params.id);
  return { status: 204 };
});
