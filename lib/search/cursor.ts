import { Problem } from '#lib/errors/problem.ts';
import { RANKED_MAX, SEARCH_KINDS } from './schema.ts';

/** Which page of a ranking: what came after the first one was made is not in it. */
export interface Page {
  offset: number;
  at: Date;
}

/** As text for a URL. Opaque to clients. */
export function encodePage({ offset, at }: Page): string {
  return Buffer.from(`${offset}~${at.getTime()}`).toString('base64url');
}

/** The first page without a cursor. Throws `invalid` for anything that `encodePage` did not make. */
export function decodePage(cursor: string | undefined): Page {
  // What is written in this very millisecond is there too.
  if (cursor === undefined) return { offset: 0, at: new Date(Date.now() + 1) };
  const [, offset, at] = /^(\d{1,4})~(\d{10,14})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (!offset || !at || Number(offset) >= RANKED_MAX * SEARCH_KINDS.length || Number(at) > Date.now() + 1) {
    throw new Problem('invalid', 'cursor: is not one of ours', { fields: { cursor: 'is not one of ours' } });
  }
  return { offset: Number(offset), at: new Date(Number(at)) };
}
