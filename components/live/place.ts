/**
 * How far the events of an article are known: `xid-id`, as the server's streams tell it (lib/events/position.ts). Empty
 * where nothing is known; from there on only what is new is told.
 */
export type Place = string;

/** Whether `a` lies before `b`: whoever goes on from it hears all that somebody at `b` would, and more. */
export function isBefore(a: Place, b: Place): boolean {
  const [xid, id] = numbersOf(a);
  const [otherXid, otherId] = numbersOf(b);
  return xid < otherXid || (xid === otherXid && id < otherId);
}

function numbersOf(place: Place): [bigint, bigint] {
  const [, xid = '0', id = '0'] = /^(\d+)-(\d+)$/.exec(place) ?? [];
  return [BigInt(xid), BigInt(id)];
}

/** The earlier of the two. One that knows nothing cannot have missed anything. */
export function earlier(a: Place, b: Place): Place {
  if (a === '' || b === '') return a || b;
  return isBefore(a, b) ? a : b;
}
