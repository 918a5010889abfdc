import type { Published } from '#lib/flows/rule.ts';

/** 201 with the ruling, 200 for a corrected one; 202 with all that checkers see of it where it awaits approval. */
export function published({ outcome, ruling, desk }: Published) {
  if (!ruling) return { status: 202, body: desk };
  return { status: outcome === 'corrected' ? 200 : 201, body: ruling };
}
