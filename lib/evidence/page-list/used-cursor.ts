import { Problem } from '#lib/errors/problem.ts';

/** Where a page of the list ended that has those first that are used most. */
interface UsedKeyset {
  uses: number;
  id: string;
}

/** As text for a URL. Opaque to clients. */
export const encodeUsed = ({ uses, id }: UsedKeyset): string =>
  Buffer.from(`used~${uses}~${id}`).toString('base64url');

/** Throws `invalid` for anything that `encodeUsed` did not make. */
export function decodeUsed(cursor: string | undefined): UsedKeyset | null {
  if (cursor === undefined) return null;
  const [, uses, id] =
    /^used~(\d{1,9})~([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (uses === undefined || id === undefined) {
    throw new Problem('invalid', 'cursor: is not one of ours', { fields: { cursor: 'is not one of ours' } });
  }
  return { uses: Number(uses), id };
}
