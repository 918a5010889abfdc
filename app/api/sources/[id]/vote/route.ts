import { voteOnEvidence } from '#lib/flows/evidence.ts';
import { voteOnSourceOperation, withdrawSourceVoteOperation } from '#lib/http/contract/evidence.ts';
import { ok, route } from '#lib/http/route.ts';

export const PUT = route(voteOnSourceOperation, async ({ viewer, params, body }) =>
  ok(await voteOnEvidence(viewer, params.id, body.value)),
);

export const DELETE = route(withdrawSourceVoteOperation, async ({ viewer, params }) =>
  ok(await voteOnEvidence(viewer, params.id, 0)),
);
