import { sameMeaning } from './changes.ts';
import type { Candidate, Pattern } from './search.ts';
import { similarityOf } from './similarity.ts';

/*
 * Whether a place that was found is the passage. Newspapers say similar things again and again, so that
 * similar words alone are no proof: words between the same neighbours may differ much, words elsewhere
 * hardly. The thresholds were tuned on seeded prose whose sentences resemble each other (tests/bench,
 * seed 1) until no absent and no removed passage was given a place, and are reported on another seed.
 */

/** From here on a side of the context is the same. */
const SAME_SIDE = 0.95;
/** Words between the same neighbours are alike at least so much. */
const LEAST_BETWEEN = 0.35;
/** Without that they are alike by half, and with their context so many units long. */
const LEAST = 0.5;
const SHORTEST = 24;
/** Garbled words have letters wrong here and there, and hardly one is another word. */
const FEW_REPLACED = 0.1;
const MORE_PARTLY = 1.5;
/**
 * A passage is alike by itself, and much more alike than the next similar place: of words that stand
 * nowhere the best place is hardly better than the second. What both must come to together depends on
 * how alike the sentences of a text are (see {@link standoutOf}): so many deviations above their mean,
 * and within these bounds …
 */
const DEVIATIONS = 5;
const LEAST_STANDOUT = 0.75;
export const MOST_STANDOUT = 1.05;
/** … where it may stand anywhere, and less, in shares of the text, the nearer it is to where it stood. */
const NEARNESS: readonly [share: number, worth: number][] = [
  [0.0005, 0.45],
  [0.005, 0.25],
];
/** … more only if some of the context (both sides together 2) stands there, too. */
const NEAR_CONTEXT = 0.9;
const LESS_NEAR = 0.2;
/** What it is worth that both sides of the context are the same, and what it costs that they are not. */
const BETWEEN = 0.15;
const ELSEWHERE = 0.2;
/** How alike a place is, by chance, that is not even among the candidates. */
const CHANCE = 0.4;
/** Words elsewhere are the passage, whatever stands around them, only from this length on. */
export const TELLING_WORDS = 40;
/** … and, before it is looked at what they say, if so much of them is alike. */
const LEAST_ELSEWHERE = 0.7;

/** A candidate with how alike it is as a whole, words and context by their lengths. */
export interface Likely extends Candidate {
  alike: number;
}

/** Weighs candidates; the likeliest first. */
export function weigh(candidates: readonly Candidate[], { exact, prefix, suffix }: Pattern): Likely[] {
  const length = exact.length + prefix.length + suffix.length;
  return candidates
    .map((one) => {
      const { similarity, before, after } = one;
      const alike = (similarity * exact.length + before * prefix.length + after * suffix.length) / length;
      return { ...one, alike };
    })
    .sort((a, b) => b.alike - a.alike);
}

/** What is to be known of the text: how much a place must stand out, and whether words stand in it. */
export interface Ground {
  standout: () => number;
  stands: (words: string) => boolean;
}

/** Whether candidate `at` of those weighed is the passage; `hint`, where it stood before, if that is known. */
export function isPassage(
  likely: readonly Likely[],
  at: number,
  pattern: Pattern,
  text: string,
  hint: number | undefined,
  { standout, stands }: Ground,
): boolean {
  const found = likely[at] as Likely;
  const { exact, prefix, suffix } = pattern;
  if (found.similarity < LEAST_BETWEEN) return false;
  const context = prefix.length + suffix.length;
  const between = isBetween(found, pattern);
  if (!between && (found.similarity < LEAST || exact.length + context < SHORTEST)) return false;
  const { partly, replaced } = found.wear();
  if ((context >= SHORTEST && replaced < FEW_REPLACED) || partly > MORE_PARTLY * replaced) return true;
  const distance = hint === undefined ? text.length : Math.abs(hint - found.start);
  const worth = NEARNESS.find(([share]) => distance <= share * text.length)?.[1] ?? 0;
  const nearness = found.before + found.after >= NEAR_CONTEXT ? worth : Math.min(worth, LESS_NEAR);
  const standsOut = standingOut(likely, found) + nearness + (between ? BETWEEN : -ELSEWHERE) >= standout();
  if (standsOut && context >= SHORTEST) {
    return !isGap(found, pattern, text) && !wasTakenOut(pattern, stands);
  }
  if (exact.length < TELLING_WORDS || found.similarity < LEAST_ELSEWHERE) return false;
  if (isPartOfMore(found, pattern, text)) return false;
  return sameMeaning(exact, text.slice(found.start, found.end));
}

/** How alike a candidate is, and how much more than the next one. */
function standingOut(likely: readonly Likely[], found: Likely): number {
  const another = likely.find((other) => other !== found)?.alike ?? CHANCE;
  return 2 * found.alike - another;
}

/** So many passages of a text, so long, with so much context, tell how alike its sentences are. */
const SAMPLES = 48;
const SAMPLE_LENGTH = 64;
const SAMPLE_CONTEXT = 32;

/**
 * What a place must come to, to stand out from a text: passages of the text itself are looked for in all
 * the rest of it, where they are not. O(1) searches.
 */
export function standoutOf(text: string, candidates: (pattern: Pattern) => Candidate[]): number {
  const whole = SAMPLE_LENGTH + 2 * SAMPLE_CONTEXT;
  if (text.length < whole * SAMPLES) return MOST_STANDOUT;
  const found: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const from = sentenceAfter(text, Math.floor(((text.length - whole) * sample) / SAMPLES) + SAMPLE_CONTEXT);
    const [start, to] = [from - SAMPLE_CONTEXT, from + SAMPLE_LENGTH];
    const pattern = {
      prefix: text.slice(start, from),
      exact: text.slice(from, to),
      suffix: text.slice(to, start + whole),
    };
    const others = weigh(candidates(pattern), pattern).filter((one) => one.end <= from || one.start >= to);
    found.push(others[0] ? standingOut(others, others[0]) : CHANCE);
  }
  const mean = found.reduce((sum, one) => sum + one, 0) / SAMPLES;
  const variance = found.reduce((sum, one) => sum + (one - mean) ** 2, 0) / SAMPLES;
  return Math.min(MOST_STANDOUT, Math.max(LEAST_STANDOUT, mean + DEVIATIONS * Math.sqrt(variance)));
}

/** Where a sentence begins, if one does soon: those of one form are the most alike. */
function sentenceAfter(text: string, at: number): number {
  const end = text.slice(at, at + SAMPLE_CONTEXT + SAMPLE_LENGTH).search(/[.!?] \S/);
  return end < 0 || at + end + 2 + SAMPLE_LENGTH + SAMPLE_CONTEXT > text.length ? at : at + end + 2;
}

function isBetween({ before, after }: Candidate, { prefix, suffix }: Pattern): boolean {
  if (prefix.length + suffix.length === 0) return false;
  return (prefix.length === 0 || before >= SAME_SIDE) && (suffix.length === 0 || after >= SAME_SIDE);
}

/** Whether a whole sentence stands in a longer one now, which may doubt or deny it. */
function isPartOfMore({ start, end }: Candidate, { exact }: Pattern, text: string): boolean {
  const [first, began] = [text[start] ?? '', exact[0] ?? ''];
  if (first !== began && first === began.toLowerCase()) return true;
  return ENDED.test(exact) && !ENDED.test(text.slice(start, end)) && !ENDS.test(text.slice(end, end + 4));
}

const ENDED = /[.!?…]["')\]]*\s*$/;
const ENDS = /^["')\]]*[.!?…]/;

/** Whether the context of a passage stands in the text with nothing between. */
function wasTakenOut({ prefix, suffix }: Pattern, stands: (words: string) => boolean): boolean {
  const [last, next] = [prefix.trimEnd(), suffix.trimStart()];
  if (Math.min(last.length, next.length) < 8) return false;
  return [' ', '', '  '].some((between) => stands(last + between + next));
}

/** Whether what stands there is the neighbour of a passage that was taken out. */
function isGap({ start, end }: Candidate, { prefix, suffix }: Pattern, text: string): boolean {
  const next = suffix.trim();
  const last = prefix.trim();
  const here = text.slice(start, end);
  return (
    (next.length > 8 && similarityOf(next, here.slice(0, next.length)) > 0.7) ||
    (last.length > 8 && similarityOf(last, here.slice(-last.length)) > 0.7)
  );
}
