/** Units of a gram. Of 100 units, a third of them edited, some 24 grams of four stay whole. */
const GRAM = 4;
/** As many occurrences are looked at for one pattern, the rarest grams first. */
const MOST_HITS = 1_500;
/** Grams that occur oftener than this tell nothing of a place. */
const MOST_COMMON = 400;
/** Units of text that are one bin; a pattern whose edits shift it by so much lies in two beside each other. */
const BIN_BITS = 5;

/** A place where a pattern may lie. */
export interface Lead {
  /** About where unit 0 of the pattern would stand; may be negative. */
  at: number;
  /** What speaks for it: the bits that its grams are worth together. */
  votes: number;
}

// Kept between searches, which run one at a time; all zero but during one.
let votes = new Int32Array(4096);

/**
 * Where the grams (runs of {@link GRAM} units) of a text stand, so that candidates for an edited
 * pattern are found without reading the text: each gram of the pattern votes for where the pattern
 * would begin, the rarer the stronger. Building is O(text), eight bytes a unit.
 */
export class GramIndex {
  private readonly heads: Int32Array;
  private readonly places: Int32Array;
  private readonly bits: number;
  private readonly size: number;

  constructor(text: string) {
    const count = Math.max(0, text.length - GRAM + 1);
    this.size = text.length;
    this.bits = Math.min(20, Math.max(10, 33 - Math.clz32(count)));
    this.heads = new Int32Array((1 << this.bits) + 1);
    this.places = new Int32Array(count);
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
      this.places[slot] = at;
    }
  }

  private bucketAt(text: string, at: number): number {
    let hash = 0;
    for (let unit = 0; unit < GRAM; unit += 1)
      hash = Math.imul(hash ^ text.charCodeAt(at + unit), 0x9e3779b1);
    return hash >>> (32 - this.bits);
  }

  /** The best leads for a pattern, the best first. O(pattern + hits), both bounded. */
  leads(pattern: string, most: number): Lead[] {
    const grams = this.rarest(pattern);
    const shift = pattern.length + (1 << BIN_BITS);
    // One more at each end, so that every bin has neighbours.
    const bins = ((this.size + 2 * shift) >> BIN_BITS) + 3;
    if (votes.length < bins) votes = new Int32Array(bins * 2);
    const touched: number[] = [];
    for (const { at, bucket, worth } of grams) {
      const end = this.heads[bucket + 1] as number;
      for (let slot = this.heads[bucket] as number; slot < end; slot += 1) {
        const bin = (((this.places[slot] as number) - at + shift) >> BIN_BITS) + 1;
        if (votes[bin] === 0) touched.push(bin);
        votes[bin] = (votes[bin] as number) + worth;
      }
    }
    const leads = peaks(touched, shift, most);
    for (const bin of touched) votes[bin] = 0;
    return leads;
  }

  private rarest(pattern: string): { at: number; bucket: number; worth: number }[] {
    const grams: { at: number; bucket: number; worth: number; count: number }[] = [];
    const all = Math.clz32(1) - Math.clz32(this.size) + 1;
    for (let at = 0; at + GRAM <= pattern.length; at += 1) {
      const bucket = this.bucketAt(pattern, at);
      const count = (this.heads[bucket + 1] as number) - (this.heads[bucket] as number);
      if (count === 0 || count > MOST_COMMON) continue;
      grams.push({ at, bucket, count, worth: Math.max(1, all - (32 - Math.clz32(count))) });
    }
    grams.sort((a, b) => a.count - b.count);
    let hits = 0;
    let taken = 0;
    while (taken < grams.length && hits < MOST_HITS) {
      hits += (grams[taken] as { count: number }).count;
      taken += 1;
    }
    return grams.slice(0, taken);
  }
}

/** The best of the bins that have votes; two beside each other count together. */
function peaks(touched: readonly number[], shift: number, most: number): Lead[] {
  const best: Lead[] = [];
  for (const bin of touched) {
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
