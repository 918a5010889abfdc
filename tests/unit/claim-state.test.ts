import { describe, expect, test } from 'vitest';
import { shownVerdict } from '#lib/verdict/shown.ts';
import {
  CLAIM_STATES,
  type ClaimFacts,
  type ClaimInput,
  claimStanding,
  factsOf,
  LOOK_REASONS,
  RULES,
  stateOf,
} from '#lib/verdict/state.ts';

const EACH = {
  ruling: ['none', 'stands', 'behind', 'retracted'],
  people: ['few', 'agree', 'differ'],
  earlier: ['no', 'yes'],
  passage: ['holds', 'changed', 'orphaned'],
  evidence: ['holds', 'failed'],
} as const;

const ALL: ClaimFacts[] = EACH.ruling.flatMap((ruling) =>
  EACH.people.flatMap((people) =>
    EACH.earlier.flatMap((earlier) =>
      EACH.passage.flatMap((passage) =>
        EACH.evidence.map((evidence) => ({ ruling, people, earlier, passage, evidence })),
      ),
    ),
  ),
);

/** The rules told otherwise: what is asked first, and then. */
function told(facts: ClaimFacts): string {
  const judged = facts.ruling !== 'none' || facts.people !== 'few' || facts.earlier === 'yes';
  if (!judged) return 'open';
  if (facts.passage !== 'holds' || facts.evidence === 'failed' || facts.ruling === 'behind')
    return 'needs-look';
  if (facts.ruling === 'stands') return 'settled';
  return { few: 'needs-look', agree: 'assessed', differ: 'disputed' }[facts.people];
}

describe('the state of a claim', () => {
  test('there are 144 combinations', () => expect(ALL).toHaveLength(144));

  test.each(ALL)(
    'ruling $ruling, people $people, earlier $earlier, passage $passage, evidence $evidence',
    (facts) => {
      const { state, reasons } = stateOf(facts);
      expect(state).toBe(told(facts));
      expect(reasons.length > 0).toBe(state === 'needs-look');
      const holds: Record<(typeof LOOK_REASONS)[number], boolean> = {
        'passage-orphaned': facts.passage === 'orphaned',
        'passage-changed': facts.passage === 'changed',
        'evidence-failed': facts.evidence === 'failed',
        'ruling-behind': facts.ruling === 'behind',
        'ruling-retracted': facts.ruling === 'retracted',
        'wording-newer': facts.earlier === 'yes',
      };
      if (state === 'needs-look') expect(reasons).toEqual(LOOK_REASONS.filter((reason) => holds[reason]));
    },
  );

  test('every row decides something, and every state and reason has one', () => {
    const deciding = new Set(
      ALL.map((facts) =>
        RULES.findIndex((rule) => stateOf(facts).state === rule.state && first(rule, facts)),
      ),
    );
    expect([...deciding].sort((a, b) => a - b)).toEqual([...RULES.keys()]);
    expect(new Set(RULES.map(({ state }) => state))).toEqual(new Set(CLAIM_STATES));
    expect(RULES.flatMap(({ reason }) => (reason ? [reason] : [])).sort()).toEqual([...LOOK_REASONS].sort());
  });
});

/** Whether no row before this one fits, and this one does. */
function first(rule: (typeof RULES)[number], facts: ClaimFacts): boolean {
  const fits = (one: (typeof RULES)[number]) =>
    (Object.keys(EACH) as (keyof ClaimFacts)[]).every((key) =>
      (one[key] ?? [facts[key]]).includes(facts[key] as never),
    );
  return RULES.find(fits) === rule;
}

const NEW: ClaimInput = {
  ruling: null,
  wording: 1,
  sourced: {},
  earlier: 0,
  assessedAt: null,
  passage: { state: 'exact', since: 1 },
  failed: 0,
};
const RULED: ClaimInput = {
  ...NEW,
  ruling: { verdict: 'false', state: 'published', wording: 1, revision: 1 },
};
const AGREED: ClaimInput = { ...NEW, sourced: { mixed: 3 }, assessedAt: 1 };

describe('what a claim shows, and its state', () => {
  const CHANGED = { state: 'changed', since: 2 } as const;
  test.each([
    ['nobody looked', NEW, 'open', 'none', 'open', []],
    ['one sourced assessment', { ...NEW, sourced: { true: 1 }, assessedAt: 1 }, 'open', 'none', 'open', []],
    ['people agree', AGREED, 'mixed', 'assessments', 'assessed', []],
    [
      'people differ',
      { ...AGREED, sourced: { true: 1, false: 1 } },
      'disputed',
      'assessments',
      'disputed',
      [],
    ],
    ['a ruling', RULED, 'false', 'ruling', 'settled', []],
    [
      'a ruling, and people who see it otherwise',
      { ...RULED, sourced: { true: 9 } },
      'false',
      'ruling',
      'settled',
      [],
    ],
    [
      'the text changed after the ruling',
      { ...RULED, passage: CHANGED },
      'false',
      'ruling',
      'needs-look',
      ['passage-changed'],
    ],
    [
      'the ruling spoke of the changed text',
      { ...RULED, ruling: { ...RULED.ruling, revision: 2 }, passage: CHANGED },
      'false',
      'ruling',
      'settled',
      [],
    ],
    [
      'the text changed after people looked',
      { ...AGREED, passage: CHANGED },
      'mixed',
      'assessments',
      'needs-look',
      ['passage-changed'],
    ],
    [
      'somebody looked since',
      { ...AGREED, assessedAt: 2, passage: CHANGED },
      'mixed',
      'assessments',
      'assessed',
      [],
    ],
    [
      'people looked since, the ruling did not',
      { ...RULED, sourced: { true: 2 }, assessedAt: 2, passage: CHANGED },
      'false',
      'ruling',
      'needs-look',
      ['passage-changed'],
    ],
    [
      'the words only moved or were mended',
      { ...RULED, passage: { state: 'edited', since: 3 } },
      'false',
      'ruling',
      'settled',
      [],
    ],
    [
      'the passage is gone, and a source with it',
      { ...RULED, passage: { state: 'orphaned', since: 2 }, failed: 1 },
      'false',
      'ruling',
      'needs-look',
      ['passage-orphaned', 'evidence-failed'],
    ],
    ['a changed text that nobody ever judged', { ...NEW, passage: CHANGED }, 'open', 'none', 'open', []],
    [
      'a new wording after the ruling',
      { ...RULED, wording: 2 },
      'open',
      'none',
      'needs-look',
      ['ruling-behind'],
    ],
    [
      'people agree upon the new wording, the ruling is of the old',
      { ...RULED, wording: 2, sourced: { true: 2 }, assessedAt: 1 },
      'true',
      'assessments',
      'needs-look',
      ['ruling-behind'],
    ],
    [
      'a new wording that nobody confirmed',
      { ...NEW, wording: 2, earlier: 4 },
      'open',
      'none',
      'needs-look',
      ['wording-newer'],
    ],
    [
      'a new wording that enough confirmed',
      { ...AGREED, wording: 2, earlier: 4 },
      'mixed',
      'assessments',
      'assessed',
      [],
    ],
    [
      'a retracted ruling',
      { ...RULED, ruling: { ...RULED.ruling, state: 'retracted' } },
      'open',
      'none',
      'needs-look',
      ['ruling-retracted'],
    ],
    [
      'a retracted ruling among people who agree',
      { ...AGREED, ruling: { ...RULED.ruling, state: 'retracted' } },
      'mixed',
      'assessments',
      'assessed',
      [],
    ],
  ] as [string, ClaimInput, string, string, string, string[]][])(
    '%s',
    (_, input, shown, basis, state, reasons) => {
      expect(claimStanding(input)).toEqual({ shown, basis, state, reasons });
    },
  );

  test('the verdict is the one of shownVerdict, whatever else is so', () => {
    for (const sourced of [{}, { true: 1 }, { true: 2 }, { true: 1, false: 1 }, { opinion: 3, true: 2 }]) {
      const input = {
        ...NEW,
        sourced,
        passage: { state: 'orphaned', since: 9 } as const,
        failed: 3,
        earlier: 2,
      };
      expect(claimStanding(input).shown).toBe(shownVerdict(null, sourced));
      expect(claimStanding({ ...input, ruling: RULED.ruling }).shown).toBe(shownVerdict('false', sourced));
    }
  });

  test('a passage is looked at by whom it is decided', () => {
    const input = { ...AGREED, passage: { state: 'changed', since: 2 } as const };
    expect(factsOf(input).passage).toBe('changed');
    expect(factsOf({ ...input, assessedAt: 2 }).passage).toBe('holds');
  });
});
