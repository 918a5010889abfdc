/** How far a reader has come: everything up to and including this event. */
export interface EventPosition {
  /** Transaction that wrote it, as decimal digits. */
  xid: string;
  id: bigint;
}

export const START: EventPosition = { xid: '0', id: 0n };

/** What Postgres can hold in an xid8 and in a bigint. */
const MAX_XID = 2n ** 64n - 1n;
const MAX_ID = 2n ** 63n - 1n;

/** As text, for the `id` of a Server-Sent Event and for addresses. */
export function formatPosition({ xid, id }: EventPosition): string {
  return `${xid}-${id}`;
}

/** Null for anything that `formatPosition` cannot have made. */
export function parsePosition(text: string | null | undefined): EventPosition | null {
  const [, xid, id] = /^(\d{1,20})-(\d{1,19})$/.exec(text ?? '') ?? [];
  if (xid === undefined || id === undefined) return null;
  const position = { xid: String(BigInt(xid)), id: BigInt(id) };
  return BigInt(xid) <= MAX_XID && position.id <= MAX_ID ? position : null;
}
