import { STATEMENT_MAX } from './schema.ts';

/** The selected words as one sentence, where the person gave none. */
export function statementFrom(exact: string): string {
  const flat = exact.replace(/\s+/g, ' ').trim();
  if (flat.length <= STATEMENT_MAX) return flat;
  return `${flat
    .slice(0, STATEMENT_MAX - 2)
    .toWellFormed()
    .replace(/\ufffd$/, '')} …`;
}
