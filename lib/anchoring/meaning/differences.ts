import type { Change, ChangeKind } from '../changes.ts';
import { isOtherArticle, isOtherNoun, isOtherOne, turnedAround } from './articles.ts';
import { gapsOf, narrow } from './gaps.ts';
import { kindOf } from './kinds.ts';
import { turnedByMarks } from './marks.ts';
import { type Compared, type Gap, readBoth, type Side } from './reading.ts';
import type { Term } from './terms.ts';

/** What of the difference between two passages says something else. Looks no further than it is asked. */
export class Differences {
  private readonly compared: Compared;
  /** Where the words differ; looked at up to `looked`, where `told` says something else. */
  private readonly gaps: readonly Gap[];
  private looked = 0;
  private readonly told: Gap[] = [];

  constructor(before: string, after: string) {
    this.compared = readBoth(before, after);
    this.gaps = gapsOf(this.compared);
  }

  /** Whether anything says something else. */
  any(): boolean {
    while (this.looked < this.gaps.length) {
      const told = this.lookOn();
      // Only words whose place is free may have gone elsewhere.
      if (told.some((gap) => !isFree(this.compared, gap))) return true;
    }
    return withoutMoves(this.compared, this.told).length > 0 || this.turned().length > 0;
  }

  /** All that says something else, in order. */
  list(): Change[] {
    while (this.looked < this.gaps.length) this.lookOn();
    const { compared } = this;
    return [...withoutMoves(compared, this.told), ...this.turned()].map(({ gap, kind }) => ({
      kind: kind ?? kindOf(compared, gap),
      before: writing(compared.a, gap.a0, gap.a1),
      after: writing(compared.b, gap.b0, gap.b1),
    }));
  }

  /** Articles and marks, which say nothing by themselves, where they make a sentence say something else. */
  private turned(): Told[] {
    const { compared, gaps } = this;
    const ones = gaps.filter((gap) => isOtherOne(compared, gap)).map((gap) => ({ gap, kind: null }));
    const marks = turnedByMarks(compared, gaps).map((gap): Told => ({ gap, kind: 'order' }));
    return [...this.turnedArticles(), ...ones, ...marks];
  }

  private turnedArticles(): Told[] {
    const { a, b } = this.compared;
    const single = this.gaps.filter(({ a0, a1, b0, b1 }) => a1 - a0 === 1 && b1 - b0 === 1);
    const articles = single.filter(({ a0, b0 }) => isOtherArticle(a.terms[a0] as Term, b.terms[b0] as Term));
    const around = turnedAround(this.compared, articles);
    if (around.length > 0) return around.map((gap) => ({ gap, kind: 'order' }));
    return articles
      .filter(({ a0, a1, b0 }) => isOtherNoun(this.compared, a.terms[a0] as Term, b.terms[b0] as Term, a1))
      .map((gap) => ({ gap, kind: 'number' }));
  }

  private lookOn(): Gap[] {
    const told = narrow(this.compared, this.gaps[this.looked] as Gap);
    this.looked += 1;
    this.told.push(...told);
    return told;
  }
}

function writing({ text, terms }: Side, from: number, to: number): string {
  return from < to ? text.slice((terms[from] as Term).start, (terms[to - 1] as Term).end) : '';
}

/** A gap, and what it is if its place alone tells. */
interface Told {
  gap: Gap;
  kind: ChangeKind | null;
}

/** Takes words that only stand elsewhere together: another order, or none that matters. */
function withoutMoves(compared: Compared, gaps: readonly Gap[]): Told[] {
  const { a, b } = compared;
  const removed = new Set<number>();
  const both = new Set<number>();
  for (const { a0, a1 } of gaps) for (let at = a0; at < a1; at += 1) removed.add((a.terms[at] as Term).id);
  for (const { b0, b1 } of gaps) {
    for (let at = b0; at < b1; at += 1) {
      const { id } = b.terms[at] as Term;
      if (removed.has(id)) both.add(id);
    }
  }
  if (both.size === 0) return gaps.map((gap) => ({ gap, kind: null }));
  return gaps.flatMap((gap): Told[] => {
    if (!every(compared, gap, ({ id }) => both.has(id))) return [{ gap, kind: null }];
    return isFree(compared, gap) ? [] : [{ gap, kind: 'order' }];
  });
}

const isFree = (compared: Compared, gap: Gap) =>
  every(compared, gap, ({ facts }) => facts.free || facts.slight);

function every({ a, b }: Compared, { a0, a1, b0, b1 }: Gap, holds: (term: Term) => boolean): boolean {
  for (let at = a0; at < a1; at += 1) if (!holds(a.terms[at] as Term)) return false;
  for (let at = b0; at < b1; at += 1) if (!holds(b.terms[at] as Term)) return false;
  return true;
}
