/** Something in a queue, by the one thing that this file needs of it. */
interface Keyed {
  /** Unique in the queue. */
  key: string;
}

/** What lies on a moderator's desk: one queue as far as it is loaded, where one is in it, and what is selected. */
export interface Desk<I extends Keyed> {
  readonly items: readonly I[];
  /** The keys of all that lay here, in the order of the queue: what comes back finds its place by it. */
  readonly order: readonly string[];
  /** The one that the keys act on while nothing is selected; null only where there is nothing. */
  readonly active: string | null;
  readonly selected: ReadonlySet<string>;
  /** Where a selection that is extended began. */
  readonly anchor: string | null;
  /** Decided by somebody else: what is to be said of it. It stays until one moves on, and cannot be decided again. */
  readonly settled: ReadonlyMap<string, string>;
}

export function layOut<I extends Keyed>(items: readonly I[]): Desk<I> {
  return {
    items,
    order: items.map(({ key }) => key),
    active: items[0]?.key ?? null,
    selected: new Set(),
    anchor: null,
    settled: new Map(),
  };
}

const placeOf = <I extends Keyed>({ items }: Desk<I>, key: string | null) =>
  items.findIndex((item) => item.key === key);

/** Makes an item the active one; what was settled and is left behind goes. */
export function goTo<I extends Keyed>(desk: Desk<I>, key: string): Desk<I> {
  if (desk.active === key || placeOf(desk, key) < 0) return desk;
  const moved = { ...desk, active: key };
  return desk.active !== null && desk.settled.has(desk.active) ? take(moved, [desk.active]) : moved;
}

/** The next item (1) or the previous one (-1). At an end one stays. A selection begins anew from there. */
export function step<I extends Keyed>(desk: Desk<I>, by: 1 | -1): Desk<I> {
  const next = desk.items[placeOf(desk, desk.active) + by];
  return next ? { ...goTo(desk, next.key), anchor: null } : desk;
}

/** Moves on and selects all from where the selection began. */
export function extend<I extends Keyed>(desk: Desk<I>, by: 1 | -1): Desk<I> {
  const from = desk.anchor ?? desk.active;
  const next = desk.items[placeOf(desk, desk.active) + by];
  if (!next) return from === null ? desk : { ...desk, anchor: from, selected: span(desk, from, from) };
  const moved = goTo(desk, next.key);
  // What was settled may have gone with the step; then the selection begins where one is now.
  const begin = from !== null && placeOf(moved, from) >= 0 ? from : next.key;
  return { ...moved, anchor: begin, selected: span(moved, begin, next.key) };
}

/** Selects from where the selection began to an item, as a press with Shift does. */
export function extendTo<I extends Keyed>(desk: Desk<I>, key: string): Desk<I> {
  const begin = desk.anchor ?? desk.active ?? key;
  if (placeOf(desk, key) < 0) return desk;
  return { ...desk, active: key, anchor: begin, selected: span(desk, begin, key) };
}

function span<I extends Keyed>(desk: Desk<I>, one: string, other: string): ReadonlySet<string> {
  const [from = 0, to = 0] = [placeOf(desk, one), placeOf(desk, other)].sort((a, b) => a - b);
  const keys = desk.items.slice(from, to + 1).map(({ key }) => key);
  return new Set(keys.filter((key) => !desk.settled.has(key)));
}

/** Selects an item, or lets go of it. */
export function toggle<I extends Keyed>(desk: Desk<I>, key: string): Desk<I> {
  if (placeOf(desk, key) < 0 || desk.settled.has(key)) return desk;
  const selected = new Set(desk.selected);
  if (!selected.delete(key)) selected.add(key);
  return { ...desk, selected, anchor: key };
}

export function selectNone<I extends Keyed>(desk: Desk<I>): Desk<I> {
  return { ...desk, selected: new Set(), anchor: null };
}

/** What a key acts on: the selected, or the active one. What is settled is decided already. */
export function chosen<I extends Keyed>(desk: Desk<I>): I[] {
  const keys = desk.selected.size > 0 ? desk.selected : new Set([desk.active]);
  return desk.items.filter(({ key }) => keys.has(key) && !desk.settled.has(key));
}

/** Takes items off the desk. If the active one is among them, the one behind it becomes active, or the last. */
export function take<I extends Keyed>(desk: Desk<I>, keys: readonly string[]): Desk<I> {
  const gone = new Set(keys);
  return {
    items: desk.items.filter(({ key }) => !gone.has(key)),
    order: desk.order,
    active: desk.active !== null && gone.has(desk.active) ? heir(desk, gone) : desk.active,
    selected: new Set([...desk.selected].filter((key) => !gone.has(key))),
    anchor: desk.anchor !== null && gone.has(desk.anchor) ? null : desk.anchor,
    settled: new Map([...desk.settled].filter(([key]) => !gone.has(key))),
  };
}

function heir<I extends Keyed>(desk: Desk<I>, gone: ReadonlySet<string>): string | null {
  const stays = ({ key }: I) => !gone.has(key);
  const place = placeOf(desk, desk.active);
  return (desk.items.slice(place).find(stays) ?? desk.items.slice(0, place).findLast(stays))?.key ?? null;
}

/** Lays items back where they were, and before all others where they never lay here. */
export function layBack<I extends Keyed>(desk: Desk<I>, back: readonly I[]): Desk<I> {
  const strange = back.map(({ key }) => key).filter((key) => !desk.order.includes(key));
  const order = [...strange, ...desk.order];
  const places = new Map(order.map((key, place) => [key, place]));
  const items = [...desk.items, ...unknownTo(desk, back)].sort(
    (a, b) => (places.get(a.key) ?? 0) - (places.get(b.key) ?? 0),
  );
  return { ...desk, items, order, active: desk.active ?? items[0]?.key ?? null };
}

function unknownTo<I extends Keyed>(desk: Desk<I>, items: readonly I[]): I[] {
  const known = new Set(desk.items.map(({ key }) => key));
  return items.filter(({ key }) => !known.has(key));
}

/** Adds a further page at the end. */
export function append<I extends Keyed>(desk: Desk<I>, more: readonly I[]): Desk<I> {
  const fresh = unknownTo(desk, more);
  const items = [...desk.items, ...fresh];
  const order = [...desk.order, ...fresh.map(({ key }) => key).filter((key) => !desk.order.includes(key))];
  return { ...desk, items, order, active: desk.active ?? items[0]?.key ?? null };
}

/** Says of items that somebody else decided them. */
export function settle<I extends Keyed>(desk: Desk<I>, words: ReadonlyMap<string, string>): Desk<I> {
  const here = [...words].filter(([key]) => placeOf(desk, key) >= 0);
  const selected = new Set([...desk.selected].filter((key) => !words.has(key)));
  return { ...desk, selected, settled: new Map([...desk.settled, ...here]) };
}

/** Puts newer states of items in the place of those that lie there. */
export function renew<I extends Keyed>(desk: Desk<I>, newer: readonly I[]): Desk<I> {
  const byKey = new Map(newer.map((item) => [item.key, item]));
  return { ...desk, items: desk.items.map((item) => byKey.get(item.key) ?? item) };
}

/**
 * Lets go what others decided: items that were read anew and are not `open` any more. The active one stays under the eye,
 * with `words` that say so, until one moves on.
 */
export function letGo<I extends Keyed>(
  desk: Desk<I>,
  gone: readonly string[],
  words: string,
): { desk: Desk<I>; left: number } {
  const here = gone.filter((key) => placeOf(desk, key) >= 0 && !desk.settled.has(key));
  const away = here.filter((key) => key !== desk.active);
  const rest = take(desk, away);
  const kept = here.includes(desk.active ?? '') ? new Map([[desk.active as string, words]]) : new Map();
  return { desk: settle(rest, kept), left: here.length };
}
