/** A passage that is to be drawn: UTF-16 offsets, `end` exclusive. */
interface SpanToDraw {
  id: string;
  start: number;
  end: number;
}

/** A stretch of text over which the same spans lie. */
export interface Segment {
  start: number;
  end: number;
  /** The spans over it, outermost lane first. */
  ids: string[];
  /** The lane of each of `ids`: 0 is the outermost, and a span has the same lane all along. */
  lanes: number[];
  /** Those of `ids` that begin where the segment begins. */
  starts: string[];
  /** Those of `ids` that end where the segment ends. */
  ends: string[];
}

interface Lane {
  lane: number;
  id: string;
  start: number;
  end: number;
}

/** Numbers that can be put in and taken out smallest first. */
class SmallestFirst {
  private heap: number[] = [];

  push(value: number): void {
    let at = this.heap.push(value) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((this.heap[parent] as number) <= value) break;
      this.heap[at] = this.heap[parent] as number;
      at = parent;
    }
    this.heap[at] = value;
  }

  pop(): number | undefined {
    const top = this.heap[0];
    const last = this.heap.pop();
    if (last === undefined || this.heap.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.heap.length) break;
      if (child + 1 < this.heap.length && (this.heap[child + 1] as number) < (this.heap[child] as number))
        child += 1;
      if ((this.heap[child] as number) >= last) break;
      this.heap[at] = this.heap[child] as number;
      at = child;
    }
    this.heap[at] = last;
    return top;
  }
}

/** Where a lane stands, or would stand, in a list sorted by lane. */
function laneIndex(active: Lane[], lane: number): number {
  let low = 0;
  let high = active.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((active[middle] as Lane).lane < lane) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Flattens overlapping spans into disjoint segments in the order of the text; text under no span has
 * none. Each span keeps one lane (greedy interval colouring: spans in the order of their starts, the
 * longer first where several start together, each on the lowest free lane), so that no more lanes
 * are used than spans lie over each other, and longer spans lie outside. The same spans in another
 * order give the same segments. Empty spans are left out.
 *
 * O(n log n + size of the result); the result holds the spans over each segment.
 */
export function segments(spans: readonly SpanToDraw[]): Segment[] {
  const order = spans
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
  const borders = [...new Set(order.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const result: Segment[] = [];
  const free = new SmallestFirst();
  let lanes = 0;
  let next = 0;
  let active: Lane[] = [];

  for (const [index, border] of borders.entries()) {
    if (active.some(({ end }) => end === border)) {
      for (const { lane, end } of active) if (end === border) free.push(lane);
      active = active.filter(({ end }) => end !== border);
    }
    for (let span = order[next]; span?.start === border; span = order[next]) {
      let lane = free.pop();
      if (lane === undefined) {
        lane = lanes;
        lanes += 1;
      }
      active.splice(laneIndex(active, lane), 0, { lane, ...span });
      next += 1;
    }
    const end = borders[index + 1];
    if (end === undefined || active.length === 0) continue;
    result.push({
      start: border,
      end,
      ids: active.map(({ id }) => id),
      lanes: active.map(({ lane }) => lane),
      starts: active.filter((span) => span.start === border).map(({ id }) => id),
      ends: active.filter((span) => span.end === end).map(({ id }) => id),
    });
  }
  return result;
}
