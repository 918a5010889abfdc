import { tellingOf } from '#lib/anchoring/meaning/telling-words.ts';
import { isEnd, isParted, type Stretch } from './page-words.ts';
import type { WordFinder } from './word-finder.ts';

/*
 * What a quote leaves out of the clause that it quotes. Whoever cuts "not", "never" or "allegedly" away from the words
 * beside it, at an end or behind three points, quotes words that stand there and says what does not.
 */

/** Words that take back, doubt or ask what follows them, beside those that deny. */
const BEFORE = new Set(
  `allegedly reportedly supposedly purportedly angeblich angebliche angeblichen angeblicher mutmaßlich mutmaßliche
  mutmaßlichen mutmaßlicher vermeintlich vermeintliche vermeintlichen refuse refuses refused refusing deny denies denied
  denying fail fails failed bestritt bestreitet bestritten weigert weigerte weigerten unable unfähig cannot
  whether if unless ob falls sofern`.split(/\s+/),
);
/** … and what goes before them. */
const BEHIND = new Set('allegedly reportedly supposedly angeblich if unless falls sofern'.split(' '));

/** What is said "that …" by these is not said to be so. */
const SAYING_NOT = new Set(
  `doubt doubts doubted doubting doubtful false untrue wrong incorrect disputes disputed dispute unlikely bestreiten
  bezweifelt bezweifeln bezweifelte bezweifelten dementiert dementieren dementierte dementierten leugnet leugnen leugnete
  leugneten unwahr falsch unwahrscheinlich`.split(/\s+/),
);
const THAT = new Set(['that', 'dass', 'daß']);
/** So many words before "that". */
const SAID_WITHIN = 4;

const denies = (word: string) => tellingOf(word)?.kind === 'negation' || /n['’]t$/.test(word);
const turnsNext = (word: string) => denies(word) || BEFORE.has(word);
const turnsLast = (word: string) => denies(word) || BEHIND.has(word);

/** A passage with the word beside either end that turns it, where nothing parts them. */
export function withEdges(finder: WordFinder, { start, end }: Stretch): Stretch {
  const { page } = finder;
  // One word says nothing that could be turned.
  if (end - start < 2) return { start, end };
  return {
    start: turnedFrom(finder, start),
    end: !isParted(page, end - 1) && turnsLast(finder.word(page, end)) ? end + 1 : end,
  };
}

/** Where what turns a passage begins: the word before it, or what "that" hangs on ("denied that"); else the passage itself. */
function turnedFrom(finder: WordFinder, start: number): number {
  const { page } = finder;
  const before = start - 1;
  if (isParted(page, before)) return start;
  const word = finder.word(page, before);
  if (turnsNext(word)) return before;
  if (!THAT.has(word)) return start;
  for (let at = before - 1; at >= Math.max(0, before - SAID_WITHIN) && !isEnd(page, at); at -= 1) {
    const said = finder.word(page, at);
    if (turnsNext(said) || SAYING_NOT.has(said)) return at;
  }
  return start;
}

/**
 * The passages before and behind words that were left out, each with as much of them as turns it: only what no mark parts
 * from a passage is said of it.
 */
export function withGap(finder: WordFinder, before: Stretch, after: Stretch): [Stretch, Stretch] {
  const { page } = finder;
  const limits = [before.end, after.start];
  let [end, start] = limits as [number, number];
  for (let at = before.end; at < after.start && !isParted(page, at - 1); at += 1)
    if (turnsLast(finder.word(page, at))) end = at + 1;
  for (let at = after.start - 1; at >= end && !isParted(page, at); at -= 1)
    if (turnsNext(finder.word(page, at))) start = at;
  return [
    { start: before.start, end },
    { start, end: after.end },
  ];
}
