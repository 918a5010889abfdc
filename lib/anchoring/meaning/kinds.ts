import type { ChangeKind } from '../changes.ts';
import { relationOf } from './inflection.ts';
import type { Language } from './language.ts';
import type { Compared, Gap, Side } from './reading.ts';
import { isName } from './sameness.ts';
import type { Term } from './terms.ts';

/** What kind of change a gap is: the most telling of what its two sides do not share. */
export function kindOf(compared: Compared, gap: Gap): ChangeKind {
  const { a, b, language } = compared;
  let kind = relationIn(compared, gap) ?? 'words';
  const meet = (side: Side, from: number, to: number, holds: (id: number) => boolean) => {
    for (let at = from; at < to; at += 1) {
      if (!holds((side.terms[at] as Term).id)) kind = moreTelling(kind, ownKind(side, at, language));
    }
  };
  meet(a, gap.a0, gap.a1, (id) => holds(b, gap.b0, gap.b1, id));
  meet(b, gap.b0, gap.b1, (id) => holds(a, gap.a0, gap.a1, id));
  return kind;
}

function holds({ terms }: Side, from: number, to: number, id: number): boolean {
  for (let at = from; at < to; at += 1) if ((terms[at] as Term).id === id) return true;
  return false;
}

const moreTelling = (one: ChangeKind, other: ChangeKind) =>
  RANK.indexOf(other) < RANK.indexOf(one) ? other : one;

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
  if (term.facts.telling) return term.facts.telling.kind;
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
  const [one, other] = [before.facts, after.facts];
  const relation = relationOf(one.spelling, other.spelling, language, one.large && other.large);
  if (relation === 'tense') return 'tense';
  if (relation === 'degree') return 'comparison';
  if (relation !== 'opposite') return null;
  // What has a prefix more is denied; what has another one is something else.
  return denies(one.lower, other.lower) || denies(other.lower, one.lower) ? 'negation' : null;
}

const DENYING = /^(?:un|in|im|il|ir|dis|non|non-|nicht)$/;

function denies(long: string, short: string): boolean {
  return long.endsWith(short) && DENYING.test(long.slice(0, -short.length));
}
