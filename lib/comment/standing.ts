import { confidence } from '#lib/verdict/confidence.ts';

/** What the orders of a thread sort by. */
export interface Standing {
  up: number;
  down: number;
  /** "Most voted": votes for minus votes against. */
  score: number;
  /** "Best", between 0 and 1: see `confidence`. */
  best: number;
}

/** The standing after one vote changed from `before` to `after` (each -1, 0 or 1). */
export function revote({ up, down }: Pick<Standing, 'up' | 'down'>, before: number, after: number): Standing {
  const ups = up - Number(before === 1) + Number(after === 1);
  const downs = down - Number(before === -1) + Number(after === -1);
  return { up: ups, down: downs, score: ups - downs, best: confidence(ups, downs) };
}
