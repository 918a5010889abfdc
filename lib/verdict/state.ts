import { type Counts, shownVerdict } from './shown.ts';
import type { Shown, Verdict } from './verdicts.ts';

/** How far the judging of a claim has come. What it *shows* is another question: see shown.ts. */
export const CLAIM_STATES = ['open', 'assessed', 'disputed', 'settled', 'needs-look'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

/** Why a claim that was judged needs a new look. */
export const LOOK_REASONS = [
  'passage-orphaned',
  'passage-changed',
  'evidence-failed',
  'ruling-behind',
  'ruling-retracted',
  'wording-newer',
] as const;
type LookReason = (typeof LOOK_REASONS)[number];

/** What is known of a claim. */
export interface ClaimInput {
  /** The newest of the claim, if there ever was one. `revision` is the article's that it spoke of. */
  ruling: { verdict: Verdict; state: 'published' | 'retracted'; wording: number; revision: number } | null;
  /** The number of the claim's present wording. */
  wording: number;
  /** How many sourced assessments of the present wording gave each verdict. */
  sourced: Counts;
  /** How many sourced assessments of earlier wordings nobody confirmed. */
  earlier: number;
  /** The newest revision of the article that a sourced assessment of the present wording spoke of; null without one. */
  assessedAt: number | null;
  /** The anchor in the newest revision, and the first revision in which it stood as it does. */
  passage: { state: 'exact' | 'moved' | 'edited' | 'changed' | 'orphaned'; since: number };
  /**
   * How many of the sources that the ruling, or else the counted assessments rest on held once and no longer do: their
   * page died, or the passage is altered or gone.
   */
  failed: number;
}

/** The same, in the terms of the table. */
export interface ClaimFacts {
  /** `behind`: it was published for an earlier wording. */
  ruling: 'none' | 'stands' | 'behind' | 'retracted';
  /** What the sourced assessments of the present wording show. */
  people: 'few' | 'agree' | 'differ';
  /** Whether earlier wordings were assessed and nobody has confirmed it. */
  earlier: 'no' | 'yes';
  /** What became of the passage since those who decide looked at it. */
  passage: 'holds' | 'changed' | 'orphaned';
  evidence: 'holds' | 'failed';
}

type Rule = { [K in keyof ClaimFacts]?: readonly ClaimFacts[K][] } & {
  state: ClaimState;
  reason?: LookReason;
};

/**
 * The state of a claim: that of the first row that fits. A row fits when each fact that it names is among those named;
 * one that it does not name may be anything. `tests/unit/claim-state.test.ts` shows that every combination has its row.
 */
export const RULES: readonly Rule[] = [
  // Nobody has judged it, whatever became of the text: there is nothing to look at again.
  { state: 'open', ruling: ['none'], people: ['few'], earlier: ['no'] },
  // What was judged is not what stands there any more.
  { state: 'needs-look', reason: 'passage-orphaned', passage: ['orphaned'] },
  { state: 'needs-look', reason: 'passage-changed', passage: ['changed'] },
  { state: 'needs-look', reason: 'evidence-failed', evidence: ['failed'] },
  { state: 'needs-look', reason: 'ruling-behind', ruling: ['behind'] },
  { state: 'settled', ruling: ['stands'] },
  { state: 'assessed', people: ['agree'] },
  { state: 'disputed', people: ['differ'] },
  // What is left was judged once, and nothing of it counts now.
  { state: 'needs-look', reason: 'ruling-retracted', ruling: ['retracted'] },
  { state: 'needs-look', reason: 'wording-newer', earlier: ['yes'] },
];

interface ClaimStanding {
  shown: Shown;
  /** What the shown verdict comes from. */
  basis: 'ruling' | 'assessments' | 'none';
  state: ClaimState;
  /** Of *needs a new look* all that speak for it, the weightiest first; else none. */
  reasons: LookReason[];
}

/** What a claim shows and how far its judging has come. O(1). */
export function claimStanding(input: ClaimInput): ClaimStanding {
  const ruling = standingRuling(input);
  const shown = shownVerdict(ruling, input.sourced);
  const basis = ruling ? 'ruling' : shown === 'open' ? 'none' : 'assessments';
  return { shown, basis, ...stateOf(factsOf(input)) };
}

/**
 * The verdict of the ruling that counts: published, and of the present wording. One of an earlier wording stays to be read,
 * as assessments do, and does not speak for the new one. One whose passage changed keeps speaking, for the old passage.
 */
function standingRuling({ ruling, wording }: Pick<ClaimInput, 'ruling' | 'wording'>): Verdict | null {
  return ruling?.state === 'published' && ruling.wording === wording ? ruling.verdict : null;
}

/** The facts of the table. */
export function factsOf(input: ClaimInput): ClaimFacts {
  const { ruling, sourced, earlier, assessedAt, passage, failed } = input;
  const shown = shownVerdict(null, sourced);
  const stands = standingRuling(input) !== null;
  const lookedAt = stands && ruling ? ruling.revision : (assessedAt ?? 0);
  const astray = passage.state === 'changed' || passage.state === 'orphaned' ? passage.state : 'holds';
  return {
    ruling: rulingOf(ruling, stands),
    people: shown === 'open' ? 'few' : shown === 'disputed' ? 'differ' : 'agree',
    earlier: earlier > 0 ? 'yes' : 'no',
    passage: passage.since > lookedAt ? astray : 'holds',
    evidence: failed > 0 ? 'failed' : 'holds',
  };
}

function rulingOf(ruling: ClaimInput['ruling'], stands: boolean): ClaimFacts['ruling'] {
  if (!ruling) return 'none';
  if (ruling.state === 'retracted') return 'retracted';
  return stands ? 'stands' : 'behind';
}

/** The state by the table, and every reason that fits where it is *needs a new look*. */
export function stateOf(facts: ClaimFacts): Pick<ClaimStanding, 'state' | 'reasons'> {
  const fitting = RULES.filter((rule) => fits(rule, facts));
  const state = fitting[0]?.state;
  if (!state) throw new Error(`no rule fits ${JSON.stringify(facts)}`);
  if (state !== 'needs-look') return { state, reasons: [] };
  return { state, reasons: fitting.flatMap(({ reason }) => (reason ? [reason] : [])) };
}

function fits(rule: Rule, facts: ClaimFacts): boolean {
  return (Object.keys(facts) as (keyof ClaimFacts)[]).every((key) => {
    const named: readonly string[] | undefined = rule[key];
    return !named || named.includes(facts[key]);
  });
}
