import type { Look } from '#components/annotation/passage.ts';
import type { PageUse } from '#lib/evidence/page-record/schema.ts';

/** How a claim is drawn on the page of a source. */
export function lookOfClaim(claim: Pick<PageUse['claim'], 'verdict' | 'folded'> | undefined): Look {
  return claim?.folded ? 'folded' : (claim?.verdict ?? 'open');
}
