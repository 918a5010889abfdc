import type { HtmlMarker, HtmlRange } from '#lib/document/html.ts';

/** What lies over the text, with whatever else decides how it looks. UTF-16 offsets. */
export interface Drawn {
  id: string;
  start: number;
  end: number;
}

interface Stretch {
  start: number;
  end: number;
}

type Weave<P> = (passages: readonly P[]) => { ranges: readonly HtmlRange[]; markers: readonly HtmlMarker[] };

/**
 * The stretches of text that look different with other passages over them. Only passages that hang together with one
 * that changed are woven again: where none lies over a border, what is on one side has no effect on the other.
 */
export function touched<P extends Drawn>(
  before: readonly P[],
  after: readonly P[],
  weave: Weave<P>,
): Stretch[] {
  const changed = changes(before, after);
  if (changed.length === 0) return [];
  const around = chains([...before, ...after]).filter((chain) => changed.some((one) => meet(chain, one)));
  const [old, now] = [before, after].map((all) => pieces(weave(within(all, around))));
  return [...onlyIn(old ?? new Map(), now ?? new Map()), ...onlyIn(now ?? new Map(), old ?? new Map())];
}

/** The passages over some stretches, and all that hang together with those. */
export function near<P extends Drawn>(passages: readonly P[], stretches: readonly Stretch[]): P[] {
  return within(
    passages,
    chains(passages).filter((chain) => stretches.some((stretch) => meet(chain, stretch))),
  );
}

function within<P extends Drawn>(passages: readonly P[], stretches: readonly Stretch[]): P[] {
  return passages.filter((passage) => stretches.some((stretch) => meet(passage, stretch)));
}

/** Also where one only begins as the other ends: the marker of that one stands there. */
const meet = (a: Stretch, b: Stretch) => a.start <= b.end && b.start <= a.end;

function changes<P extends Drawn>(before: readonly P[], after: readonly P[]): P[] {
  const known = new Map(before.map((passage) => [passage.id, passage]));
  const changed: P[] = [];
  for (const passage of after) {
    const old = known.get(passage.id);
    known.delete(passage.id);
    if (old === passage || (old && JSON.stringify(old) === JSON.stringify(passage))) continue;
    changed.push(passage, ...(old ? [old] : []));
  }
  return [...changed, ...known.values()];
}

/** Passages that lie over each other, as one stretch each. */
function chains(passages: readonly Drawn[]): Stretch[] {
  const found: Stretch[] = [];
  for (const { start, end } of passages.toSorted((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else found.push({ start, end });
  }
  return found;
}

/** Every piece of a drawing, by all that it is. */
function pieces({ ranges, markers }: ReturnType<Weave<Drawn>>): Map<string, Stretch> {
  const all = new Map<string, Stretch>();
  for (const { start, end, open } of ranges) all.set(`${start} ${end} ${open}`, { start, end });
  for (const { at, html } of markers) all.set(`${at} ${html}`, { start: at, end: at });
  return all;
}

function onlyIn(one: Map<string, Stretch>, other: Map<string, Stretch>): Stretch[] {
  return [...one].flatMap(([key, stretch]) => (other.has(key) ? [] : [stretch]));
}
