import { expect, test } from 'vitest';
import { ANNOTATION_STATES } from '#lib/annotation/schema.ts';
import { COMMENT_STATES } from '#lib/comment/schema.ts';
import { EXHIBIT_COMMENT_STATES } from '#lib/exhibit/schema.ts';
import { decisionsOf } from '#lib/moderation/policy.ts';
import { DECISIONS, type Decision, type TargetType } from '#lib/moderation/schema.ts';
import { isSeen, stateAfter } from '#lib/moderation/transitions.ts';
import type { Actor } from '#lib/user/schema.ts';

const STATES: Record<TargetType, readonly string[]> = {
  comment: COMMENT_STATES,
  annotation: ANNOTATION_STATES,
  user: ['active', 'banned'],
  'exhibit-comment': EXHIBIT_COMMENT_STATES,
};

/** Of each kind: decision → what follows from each state, in the order of STATES; a dash where it is refused. */
const EXPECTED: Record<TargetType, Partial<Record<Decision, string>>> = {
  //         pending  visible  hidden   rejected removed  deleted
  comment: {
    approve: 'visible visible  -        -        -        -',
    reject: ' rejected -       -        -        -        -',
    hide: '   hidden  hidden   -        -        -        -',
    restore: '-       -        visible  visible  visible  -',
    remove: ' removed removed  removed  removed  -        -',
  },
  //            active  withdrawn hidden  removed
  annotation: {
    approve: '  active  withdrawn -       -',
    hide: '     hidden  hidden    -       -',
    restore: '  -       -         active  active',
    remove: '   removed removed   removed -',
  },
  user: { ban: 'banned -', unban: '- active' },
  'exhibit-comment': { hide: 'hidden -', restore: '- visible' },
};

const CASES = (Object.keys(STATES) as TargetType[]).flatMap((type) =>
  DECISIONS.map((decision) => [decision, type] as const),
);

test.each(CASES)('%s of a %s', (decision, type) => {
  const found = STATES[type].map((state) => stateAfter(decision, { type, state }) ?? '-');
  const expected = EXPECTED[type][decision]?.trim().split(/\s+/) ?? STATES[type].map(() => '-');
  expect(found).toEqual(expected);
});

test('what its author had withdrawn comes back as withdrawn', () => {
  const back = (withdrawn: boolean) =>
    stateAfter('restore', { type: 'annotation', state: 'hidden', withdrawn });
  expect([back(true), back(false)]).toEqual(['withdrawn', 'active']);
});

test('what can be decided is what leads somewhere', () => {
  const moderator = { id: 'm', role: 'moderator', banned: false } as Actor;
  const about = (state: string, ownerId = 'somebody') =>
    decisionsOf(moderator, { type: 'comment', ownerId, state });
  expect(about('pending')).toEqual(['approve', 'reject', 'hide', 'remove']);
  expect(about('removed')).toEqual(['restore']);
  expect(about('deleted')).toEqual([]);
  expect(about('pending', 'm')).toEqual([]);
});

test('readers see what is visible, stands or was withdrawn', () => {
  expect([...COMMENT_STATES, ...ANNOTATION_STATES].filter(isSeen)).toEqual([
    'visible',
    'active',
    'withdrawn',
  ]);
});
