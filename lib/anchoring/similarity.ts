/*
 * The edits between two texts, 32 of a column at once (Myers 1999, in the blocks of Hyyrö 2003).
 */

/** Above so many blocks times letters the words are compared instead: a second's fraction. */
const MOST_STEPS = 4_000_000;

/** How alike two texts are: 1 less the edits (letters put in, left out, replaced) per letter of the longer. */
export function similarityOf(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  if (longer === 0 || a === b) return 1;
  let head = 0;
  const shorter = Math.min(a.length, b.length);
  while (head < shorter && a.charCodeAt(head) === b.charCodeAt(head)) head += 1;
  let tail = 0;
  while (tail < shorter - head && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail))
    tail += 1;
  const [left, right] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  if (left.length * right.length > MOST_STEPS * 32) return (head + tail) / longer;
  return 1 - edits(left, right) / longer;
}

/** Levenshtein's distance. O(a · b / 32). */
export function edits(a: string, b: string): number {
  if (a.length === 0 || b.length === 0) return a.length + b.length;
  const blocks = Math.ceil(a.length / 32);
  const masks = new Map<number, Int32Array>();
  for (let at = 0; at < a.length; at += 1) {
    const unit = a.charCodeAt(at);
    let mask = masks.get(unit);
    if (!mask) {
      mask = new Int32Array(blocks);
      masks.set(unit, mask);
    }
    mask[at >> 5] = (mask[at >> 5] as number) | (1 << (at & 31));
  }
  const plus = new Int32Array(blocks).fill(-1);
  const minus = new Int32Array(blocks);
  const none = new Int32Array(blocks);
  const lastBit = (a.length - 1) & 31;
  let score = a.length;
  for (let at = 0; at < b.length; at += 1) {
    const mask = masks.get(b.charCodeAt(at)) ?? none;
    // The row above the first grows by one a letter.
    let carry = 1;
    for (let block = 0; block < blocks; block += 1) {
      const pv = plus[block] as number;
      const mv = minus[block] as number;
      const eq = mask[block] as number;
      const hinMinus = carry < 0 ? 1 : 0;
      const xv = eq | mv;
      const eqIn = eq | hinMinus;
      const xh = ((((eqIn & pv) + pv) | 0) ^ pv) | eqIn;
      let ph = mv | ~(xh | pv);
      let mh = pv & xh;
      if (block === blocks - 1) score += ((ph >>> lastBit) & 1) - ((mh >>> lastBit) & 1);
      const out = (ph >>> 31) - (mh >>> 31);
      ph = (ph << 1) | (carry > 0 ? 1 : 0);
      mh = (mh << 1) | hinMinus;
      plus[block] = mh | ~(xv | ph);
      minus[block] = ph & xv;
      carry = out;
    }
  }
  return score;
}
