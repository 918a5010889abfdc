import { matchWords } from '../match.ts';
import type { Compared, Gap, Side } from './reading.ts';
import { isIdle, isSame } from './sameness.ts';
import { spellingOf } from './spelling.ts';
import type { Term } from './terms.ts';

/** Above so many cells a gap is one change, not many. */
const MOST_CELLS = 4_000;

/** Where the terms of two passages differ. */
export function gapsOf({ a: { terms: a }, b: { terms: b } }: Compared): Gap[] {
  const match = matchWords(idsOf(a), idsOf(b));
  const gaps: Gap[] = [];
  let [x, y] = [0, 0];
  while (x < a.length || y < b.length) {
    if (x < a.length && match[x] === y) {
      x += 1;
      y += 1;
      continue;
    }
    const gap = { a0: x, a1: x, b0: y, b1: y };
    while (gap.a1 < a.length && match[gap.a1] === -1) gap.a1 += 1;
    gap.b1 = gap.a1 < a.length ? (match[gap.a1] as number) : b.length;
    gaps.push(gap);
    [x, y] = [gap.a1, gap.b1];
  }
  return gaps;
}

function idsOf(terms: readonly Term[]): Int32Array {
  const ids = new Int32Array(terms.length);
  for (let at = 0; at < ids.length; at += 1) ids[at] = (terms[at] as Term).id;
  return ids;
}

/** The parts of a gap that say something else: what is spelled otherwise, or slight, is left out. */
export function narrow(compared: Compared, gap: Gap): Gap[] {
  const { a, b } = compared;
  const [n, m] = [gap.a1 - gap.a0, gap.b1 - gap.b0];
  // One word for another is by far the most frequent.
  if (n === 1 && m === 1 && !isIdle(a, gap.a0) && !isIdle(b, gap.b0))
    return isSame(compared, gap.a0, gap.b0) || isJoinedAlike(compared, gap) ? [] : [gap];
  if (isJoinedAlike(compared, gap) || isRepeated(compared, gap)) return [];
  if ((n + 1) * (m + 1) > MOST_CELLS) return [gap];
  return telling(gap, align(compared, gap, n, m));
}

/** So many words are not said twice by chance. */
const LEAST_REPEATED = 4;

/** Whether what came (or went) is what stands right before or behind it: a sentence that was put there twice. */
function isRepeated({ a, b }: Compared, { a0, a1, b0, b1 }: Gap): boolean {
  if (a1 > a0 && b1 > b0) return false;
  const [terms, from, to] = a1 > a0 ? [a.terms, a0, a1] : [b.terms, b0, b1];
  const length = to - from;
  if (length < LEAST_REPEATED) return false;
  const isThere = (there: number) => {
    for (let at = 0; at < length; at += 1) if (terms[there + at]?.id !== terms[from + at]?.id) return false;
    return true;
  };
  return isThere(from - length) || isThere(to);
}

/** "kennen lernen" is "kennenlernen". */
function isJoinedAlike({ a, b }: Compared, { a0, a1, b0, b1 }: Gap): boolean {
  // Of two single words it is known already whether they are the same.
  if (a1 - a0 === 1 && b1 - b0 === 1 && a.terms[a0]?.facts.spelling === b.terms[b0]?.facts.spelling)
    return false;
  if (!onlyWords(a, a0, a1) || !onlyWords(b, b0, b1)) return false;
  const together = joined(a, a0, a1);
  if (together !== joined(b, b0, b1) || isAnother(together)) return false;
  return namesAll(a, a0, a1) === namesAll(b, b0, b1);
}

function onlyWords({ terms }: Side, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const { kind, text } = terms[at] as Term;
    // What is a unit by itself is part of a word when something is put to it: "Jahres", "Jahresbilanz".
    const isPart = kind === 'unit' && to - from > 1 && /^\p{L}{3,}$/u.test(text);
    if (kind !== 'word' && !isPart) return false;
  }
  return true;
}

/** With a hyphen after "re" these are other words: "resigned", "re-signed". */
const ANOTHER =
  /^re(?:sign|sort|cover|creat|sent|leas|form|mark|press|sound|treat|collect|dress|lay|present|strain|serv|solv)(?:e?s|e?d|ing|ation|e)?$/;

const isAnother = (joined: string) => ANOTHER.test(joined);

/** "Ärzt*innen" and "ÄrztInnen" are not only women. */
const namesAll = ({ text, terms }: Side, from: number, to: number) =>
  /\p{L}(?:[*:_/·]-?in|In)(?:nen)?\b/u.test(text.slice(terms[from]?.start, terms[to - 1]?.end));

/** Terms without what stands between them. */
function joined({ terms }: Side, from: number, to: number): string {
  let all = '';
  for (let at = from; at < to; at += 1) {
    const { text, start } = terms[at] as Term;
    // One that was taken apart stands there once: "gibt's", "gibts".
    if (at === from || start !== terms[at - 1]?.start || !text.endsWith('s')) all += text.toLowerCase();
  }
  return spellingOf(all.replace(/[^\p{L}\p{N}]/gu, ''));
}

/** The steps of a way through a gap: a term of each side that say the same or do not, or one of one side. */
const SAME = 1;
const REPLACED = 2;
const IDLE_OUT = 3;
const OUT = 4;
const IDLE_IN = 5;
const IN = 6;

// Kept between gaps, which are looked at one at a time.
const costs = new Float64Array(2 * MOST_CELLS);
const steps = new Uint8Array(2 * MOST_CELLS);

/** The cheapest way from the terms of one side to those of the other (Wagner, Fischer 1974). */
function align(compared: Compared, gap: Gap, n: number, m: number): number[] {
  const { a, b } = compared;
  const width = m + 1;
  const idleB = Array.from({ length: m }, (_, y) => isIdle(b, gap.b0 + y));
  costs[0] = 0;
  for (let x = 0; x <= n; x += 1) {
    const idle = x > 0 && isIdle(a, gap.a0 + x - 1);
    for (let y = x === 0 ? 1 : 0; y <= m; y += 1) {
      const at = x * width + y;
      let [least, step] = [Number.POSITIVE_INFINITY, 0];
      if (x > 0 && y > 0) {
        const same = isSame(compared, gap.a0 + x - 1, gap.b0 + y - 1);
        least = (costs[at - width - 1] as number) + (same ? 0.1 : 1.5);
        step = same ? SAME : REPLACED;
      }
      const out = x > 0 ? (costs[at - width] as number) + (idle ? 0.4 : 1) : least;
      if (out < least) [least, step] = [out, idle ? IDLE_OUT : OUT];
      const into = y > 0 ? (costs[at - 1] as number) + (idleB[y - 1] ? 0.4 : 1) : least;
      if (into < least) [least, step] = [into, idleB[y - 1] ? IDLE_IN : IN];
      costs[at] = least;
      steps[at] = step;
    }
  }
  const way: number[] = [];
  for (let at = n * width + m; at > 0; ) {
    const step = steps[at] as number;
    way.push(step);
    at -= dxOf(step) * width + dyOf(step);
  }
  return way.reverse();
}

const dxOf = (step: number) => (step < IDLE_IN ? 1 : 0);
const dyOf = (step: number) => (step < IDLE_OUT || step > OUT ? 1 : 0);

/** The stretches of a way that do not say the same. */
function telling(gap: Gap, way: readonly number[]): Gap[] {
  const found: Gap[] = [];
  let open: Gap | null = null;
  let [x, y] = [gap.a0, gap.b0];
  for (const step of way) {
    const [dx, dy] = [dxOf(step), dyOf(step)];
    if (step === SAME || step === IDLE_OUT || step === IDLE_IN) open = null;
    else if (open) [open.a1, open.b1] = [x + dx, y + dy];
    else {
      open = { a0: x, a1: x + dx, b0: y, b1: y + dy };
      found.push(open);
    }
    x += dx;
    y += dy;
  }
  return found;
}
