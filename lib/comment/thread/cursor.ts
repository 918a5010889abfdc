import { Problem } from '#lib/errors/problem.ts';
import { SORTS, type Sort } from '../schema.ts';

/** Where a page of a thread ended, or begins. */
export interface ThreadCursor {
  sort: Sort;
  direction: 'after' | 'before';
  /** The head of the branch, and what it is sorted by: 0 where it is its id alone. */
  headId: string;
  value: number;
  /** The last comment that was told, where a page may end inside of a branch. */
  lastId: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** As text for a URL. Opaque to clients. */
export function encodeThreadCursor({ sort, direction, headId, value, lastId }: ThreadCursor): string {
  const rest = lastId === headId ? [] : [lastId];
  return Buffer.from([sort, direction, value, headId, ...rest].join('~')).toString('base64url');
}

/** Throws `invalid` for anything that was not made for this order. */
export function decodeThreadCursor(cursor: string | undefined, sort: Sort): ThreadCursor | null {
  if (cursor === undefined) return null;
  const [order, direction, value = '', headId = '', lastId = headId] = Buffer.from(cursor, 'base64url')
    .toString()
    .split('~');
  const known = SORTS.some((name) => name === order) && (direction === 'after' || direction === 'before');
  const well =
    known && UUID.test(headId) && UUID.test(lastId) && Number.isFinite(Number(value)) && value !== '';
  if (!well || order !== sort) {
    throw new Problem('invalid', 'cursor: is not one of ours', { fields: { cursor: 'is not one of ours' } });
  }
  return { sort, direction, headId, value: Number(value), lastId };
}
