import { Problem } from '#lib/errors/problem.ts';

/** Where a page of a list ended: the time and the id of its last row, newest first. */
interface Keyset {
  at: Date;
  id: string;
}

/** As text for a URL. Opaque to clients. */
export function encodeCursor({ at, id }: Keyset): string {
  return Buffer.from(`${at.toISOString()}~${id}`).toString('base64url');
}

/** Throws `invalid` for anything that `encodeCursor` did not make. */
export function decodeCursor(cursor: string | undefined): Keyset | null {
  if (cursor === undefined) return null;
  const [time = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split('~');
  const at = new Date(time);
  if (Number.isNaN(at.getTime()) || !/^[0-9a-f-]{36}$/.test(id)) {
    throw new Problem('invalid', 'cursor: is not one of ours', { fields: { cursor: 'is not one of ours' } });
  }
  return { at, id };
}

/** Prisma's condition for "after the cursor" in a list that is ordered newest first. */
export function olderThan(keyset: Keyset | null) {
  if (!keyset) return {};
  return { OR: [{ createdAt: { lt: keyset.at } }, { createdAt: keyset.at, id: { lt: keyset.id } }] };
}

/** Cuts the one row too many that told whether there is more. */
export function pageOfRows<T extends { createdAt: Date; id: string }>(rows: T[], limit: number) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last;
  return { items, nextCursor: more ? encodeCursor({ at: last.createdAt, id: last.id }) : null };
}
