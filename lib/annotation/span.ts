import { locate as locateWords } from '#lib/anchoring/locate.ts';
import { describe } from '#lib/anchoring/selector.ts';
import { snap } from '#lib/document/sentences.ts';
import { Problem } from '#lib/errors/problem.ts';
import type { TargetInput } from './schema.ts';

/** A passage found in a text: its words as they stand there, their context, and where. Offsets in UTF-16. */
export interface Span {
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
}

/**
 * Finds what a client selected in the text that is kept here; the client's offsets are only a hint. Throws
 * `target-not-found`, or `target-ambiguous` with the places.
 */
export function locate(text: string, target: TargetInput): Span {
  if (!/[\p{L}\p{N}\p{S}]/u.test(target.exact)) {
    throw new Problem('target-not-found', 'Nothing that could be said something about is selected.');
  }
  const found = locateWords(text, target);
  if (!found.found) throw new Problem(found.why, undefined, { places: found.places });
  const { start, end } = snap(text, found.start, found.end);
  return describe(text, start, end);
}
