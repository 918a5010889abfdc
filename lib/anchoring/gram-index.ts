/** Units of a gram. Of 100 units, a third of them edited, some 24 grams of four stay whole. */
const GRAM = 4;
/** As many occurrences are looked at for one pattern, the rarest grams first: in a long text all are commoner. */
const MOST_HITS = 1_000;
const mostHits = (size: number) => Math.min(MOST_HITS, 500 + (size >> 11));
/** Grams that occur as often as 2 to this, or oftener, tell nothing of a place. */
const MOST_COMMON_BITS = 9;
/** A place that has more votes than this, while no other has a third of them, is clear. */
const CLEAR = 160;
const ALONE = 2;
/** Units of text that are one bin; a pattern whose edits shift it by so much lies in two beside each other. */
const BIN_BITS = 5;

/** A place where a pattern may lie. */
export interface Lead {
  /** About where unit 0 of the pattern would stand; may be negative. */
  at: number;
  /** What speaks for it: the bits that its grams are worth together. */
  votes: number;
}

// Kept between searches, which run one at a time; the votes are all zero but during one.
let votes = new Int32Array(4096);
let touched = new Int32Array(1024);
let firsts = new Int32Array(512);
let counts = new Int32Array(512);
let levels = new Uint8Array(512);

function reserve(grams: number, bins: number): void {
  if (votes.length < bins) votes = new Int32Array(bins * 2);
  if (firsts.length >= grams) return;
  firsts = new Int32Array(grams * 2);
  counts = new Int32Array(grams * 2);
  levels = new Uint8Array(grams * 2);
}

function touch(bin: number, count: number): void {
  if (count === touched.length) {
    const more = new Int32Array(count * 2);
    more.set(touched);
    touched = more;
  }
  touched[count] = bin;
}

/**
 * Where the grams (runs of {@link GRAM} units) of a text stand, so that candidates for an edited
 * pattern are found without reading the text: each gram of the pattern votes for where the pattern
 * would begin, the rarer the stronger. Building is O(text), eight bytes a unit.
 */
export class GramIndex {
  private readonly heads: Int32Array;
  private readonly at: Int32Array;
  private readonly bits: number;
  private readonly size: number;

  constructor(text: string) {
    const count = Math.max(0, text.length - GRAM + 1);
    this.size = text.length;
    this.bits = Math.min(20, Math.max(10, 33 - Math.clz32(count)));
    this.heads = new Int32Array((1 << this.bits) + 1);
    this.at = new Int32Array(count);
    const buckets = new Int32Array(count);
    for (let at = 0; at < count; at += 1) {
      const bucket = this.bucketAt(text, at);
      buckets[at] = bucket;
      this.heads[bucket] = (this.heads[bucket] as number) + 1;
    }
    let sum = 0;
    for (let bucket = 0; bucket < this.heads.length; bucket += 1) {
      sum += this.heads[bucket] as number;
      this.heads[bucket] = sum;
    }
    // From behind, so that the places of a bucket rise.
    for (let at = count - 1; at >= 0; at -= 1) {
      const bucket = buckets[at] as number;
      const slot = (this.heads[bucket] as number) - 1;
      this.heads[bucket] = slot;
      this.at[slot] = at;
    }
  }

  private bucketAt(text: string, at: number): number {
    let hash = 0;
    for (let unit = 0; unit < GRAM; unit += 1)
      hash = Math.imul(hash ^ text.charCodeAt(at + unit), 0x9e3779b1);
    return hash >>> (32 - this.bits);
  }

  /**
   * The best leads for a pattern, the best first; `all`, even if one has no rival. O(pattern + hits), both
   * bounded.
   */
  leads(pattern: string, most: number, all: boolean): Lead[] {
    const shift = pattern.length + (1 << BIN_BITS);
    const grams = Math.max(0, pattern.length - GRAM + 1);
    // One more at each end, so that every bin has neighbours.
    reserve(grams, ((this.size + 2 * shift) >> BIN_BITS) + 3);
    for (let at = 0; at < grams; at += 1) {
      const bucket = this.bucketAt(pattern, at);
      const first = this.heads[bucket] as number;
      const count = (this.heads[bucket + 1] as number) - first;
      firsts[at] = first;
      counts[at] = count;
      levels[at] = 32 - Math.clz32(count);
    }
    const bits = 32 - Math.clz32(this.size);
    const limit = mostHits(this.size);
    let [hits, bins, best, top] = [0, 0, 0, CLEAR];
    // The rarest first: those that occur once, less than four times, less than eight …
    for (let level = 1; level <= MOST_COMMON_BITS && hits < limit; level += 1) {
      // What is as clear as this the grams that stand everywhere do not change.
      if (!all && top > CLEAR && isAlone(bins, best)) break;
      const worth = Math.max(1, bits - level);
      for (let at = 0; at < grams; at += 1) {
        if (levels[at] !== level) continue;
        const first = firsts[at] as number;
        const end = first + (counts[at] as number);
        hits += end - first;
        for (let slot = first; slot < end; slot += 1) {
          const bin = (((this.at[slot] as number) - at + shift) >> BIN_BITS) + 1;
          const had = votes[bin] as number;
          const sum = had + worth;
          votes[bin] = sum;
          if (sum > top) {
            top = sum;
            best = bin;
          }
          if (had > 0) continue;
          touch(bin, bins);
          bins += 1;
        }
      }
    }
    const leads = peaks(bins, shift, most);
    for (let at = 0; at < bins; at += 1) votes[touched[at] as number] = 0;
    return leads;
  }

  /** Where exactly a pattern stands, if it has a gram that is not everywhere; else null. */
  places(text: string, pattern: string): number[] | null {
    let rarest = -1;
    let least = MOST_HITS;
    for (let at = 0; at + GRAM <= pattern.length; at += 1) {
      const bucket = this.bucketAt(pattern, at);
      const count = (this.heads[bucket + 1] as number) - (this.heads[bucket] as number);
      if (count === 0) return [];
      if (count >= least) continue;
      [rarest, least] = [at, count];
    }
    if (rarest < 0) return null;
    const bucket = this.bucketAt(pattern, rarest);
    const found: number[] = [];
    for (let slot = this.heads[bucket] as number; slot < (this.heads[bucket + 1] as number); slot += 1) {
      const start = (this.at[slot] as number) - rarest;
      if (start >= 0 && text.startsWith(pattern, start)) found.push(start);
    }
    return found;
  }
}

/** Whether no place but the best, and the bins beside it, has a third of its votes. */
function isAlone(bins: number, best: number): boolean {
  const top = votes[best] as number;
  for (let one = 0; one < bins; one += 1) {
    const bin = touched[one] as number;
    if ((votes[bin] as number) * ALONE > top && (bin < best - 1 || bin > best + 1)) return false;
  }
  return true;
}

/** The best of the bins that have votes; two beside each other count together. */
function peaks(bins: number, shift: number, most: number): Lead[] {
  const best: Lead[] = [];
  for (let one = 0; one < bins; one += 1) {
    const bin = touched[one] as number;
    const next = votes[bin + 1] as number;
    const sum = (votes[bin] as number) + next;
    if (best.length === most && sum <= (best[most - 1] as Lead).votes) continue;
    // Of bins beside each other the pair with the most votes stands for all.
    if ((votes[bin - 1] as number) > next) continue;
    const at = ((bin - 1) << BIN_BITS) + (next > 0 ? 1 << BIN_BITS : 1 << (BIN_BITS - 1)) - shift;
    let slot = best.length;
    while (slot > 0 && (best[slot - 1] as Lead).votes < sum) slot -= 1;
    best.splice(slot, 0, { at, votes: sum });
    if (best.length > most) best.pop();
  }
  return best;
}
