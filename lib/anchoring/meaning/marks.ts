import { isPresentVerb } from './inflection.ts';
import type { Language } from './language.ts';
import type { Compared, Gap, Side } from './reading.ts';
import type { Term } from './terms.ts';

/*
 * Marks mean nothing, but for a few places where a comma says who speaks, who is meant, who is spoken to or what is
 * denied, and where an apostrophe says how many own something. They are looked at only before words that are the
 * same on both sides.
 */

/** Verbs that stand before what is said or, between two commas, in the middle of it; written by us. */
const SAYING = new Set(
  `say says said tell tells told claim claims claimed insist insists insisted argue argues argued believe believes
  believed think thinks thought admit admits admitted declare declares declared warn warns warned write writes wrote
  sagt sagte sagen sagten meint meinte meinen meinten erklärt erklärte erklären erklärten behauptet behauptete
  behaupten glaubt glaubte glauben glaubten findet fand finden fanden schreibt schrieb schreiben schrieben betont
  betonte warnt warnte`.split(/\s+/),
);
const RELATIVE = new Set(['who', 'which', 'whose']);
const PLURAL = /(?:[^s]s|people|men|women|children)$/;
/** What stands last with a comma or without. */
const LAST = new Set(
  `too either however though again instead anyway alone first together now then here there please indeed perhaps once
  also later earlier soon already still`.split(/\s+/),
);
const SPEAKING = new Set('wir ich sie er ihr man'.split(' '));

/** A word where it stands. */
interface At {
  side: Side;
  at: number;
  term: Term;
  /** What stands between it and the word before it, without white space. */
  mark: string;
}

/** Words, each with the one before it, that are the same but for marks that say something else. O(terms). */
export function turnedByMarks({ a, b, language }: Compared, gaps: readonly Gap[]): Gap[] {
  if (a.terms.length === 0 || b.terms.length === 0) return [];
  const found: Gap[] = [];
  let [x, y] = [0, 0];
  for (let next = 0; next <= gaps.length; next += 1) {
    const gap = gaps[next];
    for (const end = gap?.a0 ?? a.terms.length; x < end; x += 1, y += 1) {
      if (!turns(placed(a, x), placed(b, y), language)) continue;
      found.push({ a0: Math.max(0, x - 1), a1: x + 1, b0: Math.max(0, y - 1), b1: y + 1 });
    }
    if (gap) [x, y] = [gap.a1, gap.b1];
  }
  return found;
}

function placed(side: Side, at: number): At {
  const term = side.terms[at] as Term;
  const from = side.terms[at - 1]?.end ?? 0;
  return { side, at, term, mark: term.start - from < 2 ? '' : side.text.slice(from, term.start).trim() };
}

function turns(one: At, other: At, language: Language | null): boolean {
  const isEnglish = language !== 'de';
  if (isEnglish && ownedByOther(one, other)) return true;
  if (movedOverDenial(one, other)) return true;
  if (one.mark === other.mark) return isEnglish && isDenied(one) !== isDenied(other);
  const [with_, without] = one.mark === ',' ? [one, other] : [other, one];
  if (with_.mark !== ',' || without.mark !== '') return false;
  return speaksBetween(with_) || (isEnglish && limits(with_)) || isCalled(with_, language);
}

/** "Worker's" is of one, "workers'" of many; without a mark it may be either. */
function ownedByOther(one: At, other: At): boolean {
  const [owner, another] = [ownerOf(one), ownerOf(other)];
  return owner !== null && another !== null && owner !== another;
}

function ownerOf({ side, term }: At): 'one' | 'many' | null {
  const { lower } = term.facts;
  if (/[^s]['’]s$/.test(lower)) return 'one';
  return /[^s]s$/.test(lower) && /['’]/.test(side.text[term.end] ?? '') ? 'many' : null;
}

/** "X, said Y, is" and "X said Y is": who speaks, and of whom. */
function speaksBetween({ side: { text }, term }: At): boolean {
  if (!SAYING.has(term.facts.lower) || !/^[^.!?…]*,/.test(text.slice(term.end))) return false;
  const before = text.slice(text.slice(0, term.start).search(/[^.!?…]*$/), term.start);
  // An even one closes what another one opened.
  return before.split(',').length % 2 === 0;
}

/** "The drugs, which were old," are all of them; "the drugs which were old" are some. */
function limits({ side: { terms }, at, term }: At): boolean {
  const before = terms[at - 1];
  return (
    before !== undefined &&
    RELATIVE.has(term.facts.lower) &&
    !before.facts.large &&
    PLURAL.test(before.facts.lower)
  );
}

const ENDS = /^["'”’)\s]*(?:[.!?…]|$)/;

/** "Let's eat, grandma": a last word that is spoken to, or else is what is done something to. */
function isCalled({ side: { terms, text }, at, term }: At, language: Language | null): boolean {
  const [verb, before] = [terms[at - 1], terms[at - 2]];
  if (!verb || !before || verb.kind !== 'word' || term.kind !== 'word') return false;
  if (!ENDS.test(text.slice(term.end)) || verb.facts.large) return false;
  if (language !== 'de' && isPresentVerb(verb.facts.lower))
    return !LAST.has(term.facts.lower) && !term.facts.lower.endsWith('ly');
  return term.facts.large && SPEAKING.has(before.facts.lower) && /[^e]en$/.test(verb.facts.lower);
}

/** Whether a comma stands on the other side of a denial now: "nicht, warten", "nicht warten,". */
function movedOverDenial(one: At, other: At): boolean {
  if (one.term.facts.telling?.kind !== 'negation') return false;
  const behind = ({ side: { text }, term }: At) => /^\s*,/.test(text.slice(term.end, term.end + 3));
  const [left, right] = [
    [one.mark === ',', behind(one)] as const,
    [other.mark === ',', behind(other)] as const,
  ];
  return left[0] !== left[1] && left[0] === right[1] && left[1] === right[0];
}

/** "No, animals were hurt": a sentence of its own. */
function isDenied({ side: { terms, text }, at, term }: At): boolean {
  const begins = at === 0 || /[.!?…]\s*$/.test(text.slice(terms[at - 1]?.end, term.start));
  return begins && term.facts.lower === 'no' && /^,/.test(text.slice(term.end, term.end + 1));
}
