import type { Change, ChangeKind } from '../changes.ts';
import { matchWords } from '../match.ts';
import { isFree, isSlight } from './common-words.ts';
import { relationOf } from './inflection.ts';
import { type Language, languageOf } from './language.ts';
import { announcesName, isKnownName } from './names.ts';
import { isSlip } from './slips.ts';
import { spellingOf } from './spelling.ts';
import { tellingOf } from './telling-words.ts';
import { type Term, termsOf } from './terms.ts';

/** A passage as it is read, and the language that both are in. */
interface Side {
  text: string;
  terms: Term[];
}

/** Terms of both sides that replace each other; indexes, ends exclusive. */
interface Gap {
  a0: number;
  a1: number;
  b0: number;
  b1: number;
}

/** Above so many cells a gap is one change, not many. */
const MOST_CELLS = 4_000;

/** What of the difference between two passages says something else; empty for one that says the same. */
export function differences(before: string, after: string): Change[] {
  const language = languageOf(`${before.slice(0, 2000)} ${after.slice(0, 2000)}`);
  const a: Side = { text: before, terms: termsOf(before, language) };
  const b: Side = { text: after, terms: termsOf(after, language) };
  const compared = { a, b, language };
  const gaps = gapsOf(a.terms, b.terms).flatMap((gap) => narrow(compared, gap));
  return withoutMoves(compared, gaps).map(({ gap, kind }) => ({
    kind: kind ?? kindOf(compared, gap),
    before: writing(a, gap.a0, gap.a1),
    after: writing(b, gap.b0, gap.b1),
  }));
}

interface Compared {
  a: Side;
  b: Side;
  language: Language | null;
}

function writing({ text, terms }: Side, from: number, to: number): string {
  return from < to ? text.slice((terms[from] as Term).start, (terms[to - 1] as Term).end) : '';
}

function gapsOf(a: Term[], b: Term[]): Gap[] {
  const numbers = new Map<string, number>();
  const ids = (terms: Term[]) =>
    Int32Array.from(terms, ({ key }) => {
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, numbers.size);
      return numbers.size - 1;
    });
  const match = matchWords(ids(a), ids(b));
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

/** The parts of a gap that say something else: what is spelled otherwise, or slight, is left out. */
function narrow(compared: Compared, gap: Gap): Gap[] {
  const { a, b } = compared;
  if (onlyWords(a, gap.a0, gap.a1) && onlyWords(b, gap.b0, gap.b1)) {
    if (joined(a, gap.a0, gap.a1) === joined(b, gap.b0, gap.b1)) return [];
  }
  const [n, m] = [gap.a1 - gap.a0, gap.b1 - gap.b0];
  if ((n + 1) * (m + 1) > MOST_CELLS) return [gap];
  return telling(gap, align(compared, gap, n, m));
}

function onlyWords({ terms }: Side, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if ((terms[at] as Term).kind !== 'word') return false;
  return true;
}

/** Terms without what stands between them: "kennen lernen" is "kennenlernen". */
function joined({ terms }: Side, from: number, to: number): string {
  let all = '';
  for (let at = from; at < to; at += 1) all += (terms[at] as Term).text.toLowerCase();
  return spellingOf(all.replace(/[^\p{L}\p{N}]/gu, ''));
}

/** One step through a gap: how many terms of each side it takes, and whether they say the same. */
interface Step {
  dx: 0 | 1;
  dy: 0 | 1;
  same: boolean;
}

/** The cheapest way from the terms of one side to those of the other (Wagner, Fischer 1974). */
function align(compared: Compared, gap: Gap, n: number, m: number): Step[] {
  const { a, b } = compared;
  const width = m + 1;
  const cost = new Float64Array((n + 1) * width);
  const steps = new Array<Step>((n + 1) * width);
  const idleA = Array.from({ length: n }, (_, x) => isIdle(a, gap.a0 + x));
  const idleB = Array.from({ length: m }, (_, y) => isIdle(b, gap.b0 + y));
  for (let x = 0; x <= n; x += 1) {
    for (let y = 0; y <= m; y += 1) {
      const at = x * width + y;
      if (at === 0) continue;
      let least = Number.POSITIVE_INFINITY;
      const take = (from: number, price: number, step: Step) => {
        const sum = (cost[from] as number) + price;
        if (sum >= least) return;
        least = sum;
        steps[at] = step;
      };
      if (x > 0 && y > 0) {
        const same = isSame(compared, gap.a0 + x - 1, gap.b0 + y - 1);
        take(at - width - 1, same ? 0.1 : 1.5, { dx: 1, dy: 1, same });
      }
      if (x > 0) take(at - width, idleA[x - 1] ? 0.4 : 1, { dx: 1, dy: 0, same: idleA[x - 1] as boolean });
      if (y > 0) take(at - 1, idleB[y - 1] ? 0.4 : 1, { dx: 0, dy: 1, same: idleB[y - 1] as boolean });
      cost[at] = least;
    }
  }
  const way: Step[] = [];
  for (let at = n * width + m; at > 0; ) {
    const step = steps[at] as Step;
    way.push(step);
    at -= step.dx * width + step.dy;
  }
  return way.reverse();
}

/** The stretches of a way that do not say the same. */
function telling(gap: Gap, way: Step[]): Gap[] {
  const found: Gap[] = [];
  let open: Gap | null = null;
  let [x, y] = [gap.a0, gap.b0];
  for (const { dx, dy, same } of way) {
    if (same) open = null;
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

/** Whether a term may come and go: an article, or a word that stands there twice. */
function isIdle({ terms }: Side, at: number): boolean {
  const term = terms[at] as Term;
  if (term.kind !== 'word') return false;
  if (isSlight(term.text.toLowerCase())) return true;
  return terms[at - 1]?.key === term.key || terms[at + 1]?.key === term.key;
}

function isSame({ a, b, language }: Compared, x: number, y: number): boolean {
  const [before, after] = [a.terms[x] as Term, b.terms[y] as Term];
  if (before.key === after.key) return true;
  if (before.kind !== 'word' || after.kind !== 'word') return false;
  const [low, high] = [before.text.toLowerCase(), after.text.toLowerCase()];
  if (isSlight(low) && isSlight(high)) return true;
  // Of two words that decide something neither is a slip for the other.
  if (tellingOf(low) && tellingOf(high)) return false;
  // Nobody errs in the first letter, but by swapping it.
  if (low[0] !== high[0] && low[0] !== high[1] && spellingOf(low)[0] !== spellingOf(high)[0]) return false;
  const name = isName(a, x, language) && isName(b, y, language);
  return isSlip({ before: before.text, after: after.text, name, language });
}

const LARGE = /^\p{Lu}/u;
const COMMON_NOUN =
  /(?:ung|ungen|heit|keit|schaft|tion|tionen|taet|nis|tum|chen|lein|ismus|ment|ei|ende|enden|er|ern|innen)$/;

/** Whether a term looks like a name where it stands. */
function isName({ terms, text }: Side, at: number, language: Language | null): boolean {
  const term = terms[at] as Term;
  if (term.kind !== 'word' || !LARGE.test(term.text)) return false;
  const spelling = spellingOf(term.text);
  if (isKnownName(spelling)) return true;
  const [before, after] = [terms[at - 1], terms[at + 1]];
  const large = (other: Term | undefined) => other?.kind === 'word' && LARGE.test(other.text);
  if (before && announcesName(spellingOf(before.text))) return true;
  if (language !== 'de') return begins(terms, text, at) ? large(after) : true;
  // German writes all nouns large; two in a row are a name, most of the time.
  if (COMMON_NOUN.test(spelling) || !before) return false;
  if (isKnownName(spellingOf(before.text))) return true;
  const beside = /^ $/.test(text.slice(before.end, term.start));
  return Boolean(beside && large(before) && !begins(terms, text, at - 1));
}

/** Whether a sentence begins with a term, so that it is written large whatever it is. */
function begins(terms: Term[], text: string, at: number): boolean {
  const before = terms[at - 1];
  return before === undefined || /[.!?:\n“„"]\s*$/.test(text.slice(before.end, (terms[at] as Term).start));
}

/** What kind of change a gap is: the most telling of what its two sides do not share. */
function kindOf(compared: Compared, gap: Gap): ChangeKind {
  const { a, b, language } = compared;
  const kinds = new Set<ChangeKind>();
  const meet = (side: Side, from: number, to: number, other: Set<string>) => {
    for (let at = from; at < to; at += 1) {
      const term = side.terms[at] as Term;
      if (other.has(term.key)) continue;
      kinds.add(ownKind(side, at, language));
    }
  };
  const keys = ({ terms }: Side, from: number, to: number) =>
    new Set(terms.slice(from, to).map(({ key }) => key));
  meet(a, gap.a0, gap.a1, keys(b, gap.b0, gap.b1));
  meet(b, gap.b0, gap.b1, keys(a, gap.a0, gap.a1));
  const relation = relationIn(compared, gap);
  if (relation) kinds.add(relation);
  return RANK.find((kind) => kinds.has(kind)) ?? 'words';
}

/** The most telling first. */
const RANK: ChangeKind[] = [
  'negation',
  'date',
  'number',
  'unit',
  'quantifier',
  'comparison',
  'tense',
  'modal',
  'hedge',
  'name',
  'words',
];

function ownKind(side: Side, at: number, language: Language | null): ChangeKind {
  const term = side.terms[at] as Term;
  if (term.kind === 'question') return 'modal';
  if (term.kind === 'number')
    return /^n:(?:1[89]|20)[0-9]{2}$/.test(term.key) && isYear(side, at) ? 'date' : 'number';
  if (term.kind !== 'word') return term.kind;
  const told = tellingOf(term.text.toLowerCase());
  if (told) return told.kind;
  if (term.key === 't:not' || term.key === 'w:not') return 'negation';
  return isName(side, at, language) ? 'name' : 'words';
}

/** Four digits with nothing that they count behind them. */
function isYear({ terms }: Side, at: number): boolean {
  const [term, next] = [terms[at] as Term, terms[at + 1]];
  return /^[0-9]{4}$/.test(term.text) && next?.kind !== 'unit';
}

function relationIn({ a, b, language }: Compared, gap: Gap): ChangeKind | null {
  if (gap.a1 - gap.a0 !== 1 || gap.b1 - gap.b0 !== 1) return null;
  const [before, after] = [a.terms[gap.a0] as Term, b.terms[gap.b0] as Term];
  if (before.kind !== 'word' || after.kind !== 'word') return null;
  const noun = LARGE.test(before.text) && LARGE.test(after.text);
  const relation = relationOf(spellingOf(before.text), spellingOf(after.text), language, noun);
  if (relation === 'tense') return 'tense';
  if (relation === 'degree') return 'comparison';
  if (relation !== 'opposite') return null;
  // What has a prefix more is denied; what has another one is something else.
  const [low, high] = [before.text.toLowerCase(), after.text.toLowerCase()];
  return denies(low, high) || denies(high, low) ? 'negation' : null;
}

const DENYING = /^(?:un|in|im|il|ir|dis|non|non-|nicht)$/;

function denies(long: string, short: string): boolean {
  return long.endsWith(short) && DENYING.test(long.slice(0, -short.length));
}

/** Takes words that only stand elsewhere together: another order, or none that matters. */
/** What a gap is, if its place alone tells. */
interface Told {
  gap: Gap;
  kind: ChangeKind | null;
}

function withoutMoves({ a, b }: Compared, gaps: Gap[]): Told[] {
  const count = (side: Side, from: 'a0' | 'b0', to: 'a1' | 'b1') => {
    const keys: string[] = [];
    for (const gap of gaps)
      for (let at = gap[from]; at < gap[to]; at += 1) keys.push((side.terms[at] as Term).key);
    return keys;
  };
  const removed = new Set(count(a, 'a0', 'a1'));
  const both = new Set(count(b, 'b0', 'b1').filter((key) => removed.has(key)));
  if (both.size === 0) return gaps.map((gap) => ({ gap, kind: null }));
  return gaps.flatMap((gap): Told[] => {
    const terms = [...a.terms.slice(gap.a0, gap.a1), ...b.terms.slice(gap.b0, gap.b1)];
    if (!terms.every(({ key }) => both.has(key))) return [{ gap, kind: null }];
    const free = terms.every(({ text }) => isFree(text.toLowerCase()) || isSlight(text.toLowerCase()));
    return free ? [] : [{ gap, kind: 'order' }];
  });
}
