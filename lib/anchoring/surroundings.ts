import type { Change, ChangeKind } from './changes.ts';
import type { Place } from './locate.ts';
import { beside } from './meaning/beside.ts';
import { goesOn, hangs, isParticle, kindOfTurn, limits, relates, turnOf } from './meaning/turning-words.ts';
import { sentenceEndOf, sentenceStart } from './sentence-borders.ts';
import { isWordly } from './word-borders.ts';
import { bordersOf } from './words.ts';

/*
 * What the rest of its sentence makes of a passage: words that stand as they stood may be denied now, left open,
 * put under a condition, or counted in something else. Only words that turn what stands beside them count, and only
 * where they reach: in the same clause, in the one that it hangs on, and in what is put before or after it.
 */

/** A passage in a text of which maybe only a part is known. */
export interface Standing extends Place {
  text: string;
  /** Whether the text is cut off at its beginning, and at its end. */
  cutBefore: boolean;
  cutAfter: boolean;
}

/** Which words in the rest of its sentence say something else of a passage now. O(sentence). */
export function turnedBy(old: Standing, now: Standing): Change[] {
  const left = [leftOf(old), leftOf(now)] as const;
  const right = [rightOf(old), rightOf(now)] as const;
  const changes: Change[] = [];
  if (left[0].text !== left[1].text) {
    changes.push(...turns(before(old, left[0]), before(now, left[1])));
    changes.push(...beside(left[0].text, left[1].text, 'before'));
  }
  if (right[0].text !== right[1].text) {
    changes.push(...turns(after(right[0]), after(right[1])));
    if (endsInNumber(old)) changes.push(...beside(right[0].text, right[1].text, 'after'));
    changes.push(...asked(right[0], right[1]));
  }
  return changes;
}

/** The rest of a sentence, on one side of a passage. */
interface Rest {
  text: string;
  /** Whether more of the sentence may stand beyond. */
  cut: boolean;
}

function leftOf({ text, start, cutBefore }: Standing): Rest {
  const from = sentenceStart(text, start);
  const left = text.slice(from, start);
  return { text: left.slice(left.lastIndexOf(';') + 1), cut: from === 0 && cutBefore };
}

function rightOf({ text, start, end, cutAfter }: Standing): Rest {
  const to = sentenceEndOf(text, start, end);
  const right = text.slice(end, to);
  const stop = right.indexOf(';');
  return { text: stop < 0 ? right : right.slice(0, stop), cut: to === text.length && cutAfter };
}

const DIGIT_AT_END =
  /[0-9]['’.,0-9]*\s*$|\b(?:million|billion|Millionen|Milliarden?|hundert|tausend|hundred|thousand)\s*$/u;

const endsInNumber = ({ text, start, end }: Standing) =>
  DIGIT_AT_END.test(text.slice(Math.max(start, end - 16), end));

/** A word that turns: how, and as it is written. */
interface Turn {
  way: string;
  word: string;
}

/** The ways in which one side turns a passage and the other does not, with their words. */
function turns(old: Reach, now: Reach): Change[] {
  const found = new Map<ChangeKind, { before: string[]; after: string[] }>();
  const at = (way: string) => {
    const kind = kindOfTurn(way);
    const known = found.get(kind) ?? { before: [], after: [] };
    found.set(kind, known);
    return known;
  };
  for (const { way, word } of missing(old, now)) at(way).before.push(word);
  for (const { way, word } of missing(now, old)) at(way).after.push(word);
  return [...found].map(([kind, words]) => ({
    kind,
    before: words.before.join(' '),
    after: words.after.join(' '),
  }));
}

/** The words that reach a passage from one side; `all` are those of its whole sentence there. */
interface Reach {
  turns: Turn[];
  all: Turn[];
  cut: boolean;
}

/** What turns here and not there. */
function missing(here: Reach, there: Reach): Turn[] {
  const counted = (list: readonly Turn[], way: string) => list.filter((turn) => turn.way === way).length;
  return here.turns.filter(({ way }) => {
    // Of a sentence that is not known whole nobody can say what is not in it.
    if (there.cut && counted(here.all, way) > 0 && counted(there.all, way) >= counted(here.all, way))
      return false;
    if (way === 'not')
      return (
        counted(there.turns, way) !== counted(here.turns, way) &&
        counted(there.turns, way) < counted(here.turns, way)
      );
    return counted(there.turns, way) === 0;
  });
}

/** A clause, or what looks like one: its words, and whether a comma or dash parts it from the one before. */
interface Clause {
  words: string[];
  mark: string;
}

const BREAKS = /[,:()–—]/;

function clausesOf(text: string): Clause[] {
  const { count, starts, ends } = bordersOf(text);
  const clauses: Clause[] = [{ words: [], mark: '' }];
  for (let at = 0; at < count; at += 1) {
    const word = text.slice(starts[at], ends[at]).toLowerCase();
    const last = clauses.at(-1) as Clause;
    if (BREAKS.test(word)) clauses.push({ words: [], mark: word });
    else if (goesOn(word) && last.words.length > 0) clauses.push({ words: [word], mark: 'and' });
    else if (isWordly(word[0]) || word === '?') last.words.push(word);
  }
  return clauses.filter(({ words }, at) => words.length > 0 || at === 0 || at === clauses.length - 1);
}

function turnsIn(words: readonly string[], holds: (way: string) => boolean = () => true): Turn[] {
  return words.flatMap((word) => {
    const way = turnOf(word);
    return way !== null && holds(way) ? [{ way, word }] : [];
  });
}

/** Denials and modal verbs reach no further than their clause. */
const isFar = (way: string) => way !== 'not' && way !== 'meant' && !way.startsWith('modal:');

/** What reaches a passage from before it. */
function before({ text, start, end }: Standing, { text: left, cut }: Rest): Reach {
  const clauses = clausesOf(left);
  const all = clauses.flatMap(({ words }) => turnsIn(words));
  const own = clauses.at(-1) as Clause;
  const first = /^[\s"'“„‚‘«»(]*(\p{L}+)/u
    .exec(text.slice(start, Math.min(end, start + 24)))?.[1]
    ?.toLowerCase();
  const isHanging = own.words.some(hangs) || (first !== undefined && hangs(first));
  if (isHanging) return { turns: all, all, cut };
  const intro = clauses[0] as Clause;
  const more = clauses.length > 1 && clauses[1]?.mark !== 'and' ? turnsIn(intro.words, isFar) : [];
  return { turns: [...more, ...turnsIn(own.words)], all, cut };
}

/** What reaches a passage from behind it. */
function after({ text: right, cut }: Rest): Reach {
  const clauses = clausesOf(right);
  const all = clauses.flatMap(({ words }) => turnsIn(words));
  const [own, ...others] = clauses as [Clause, ...Clause[]];
  const found = [...turnsIn(own.words), ...particle(own)];
  others.forEach((clause, at) => {
    const [one = '', two = ''] = clause.words;
    const isLimit = limits(one) || ((one === 'but' || one === 'aber') && limits(two));
    if (isLimit && at === 0) found.push({ way: 'condition', word: clause.words.slice(0, 4).join(' ') });
    else if (at > 0 && at < others.length - 1) return;
    else if (!goesOn(one) && !relates(one)) found.push(...turnsIn(clause.words, isFar));
  });
  return { turns: found, all, cut };
}

function particle({ words }: Clause): Turn[] {
  const last = words.at(-1) ?? '';
  return isParticle(last) ? [{ way: `particle:${last}`, word: last }] : [];
}

const ASKS = /\?["'”’)]*\s*$/;

function asked(old: Rest, now: Rest): Change[] {
  const [one, other] = [ASKS.test(old.text), ASKS.test(now.text)];
  if (one === other || old.cut || now.cut) return [];
  return [{ kind: 'modal', before: one ? '?' : '', after: other ? '?' : '' }];
}
