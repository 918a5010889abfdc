import { expect, test } from 'vitest';
import { canLink, canUnlink } from '#lib/annotation/family/policy.ts';
import { canEditAnnotation, canReadAnnotation, canRemoveAnnotation } from '#lib/annotation/policy.ts';
import { canAddTo, canEditArticle, canImportArticle } from '#lib/article/policy.ts';
import { canAssess, canRate } from '#lib/assessment/policy.ts';
import {
  awaitsApproval,
  canComment,
  canDeleteComment,
  canEditComment,
  canRead,
  canReport,
  canVote,
} from '#lib/comment/policy.ts';
import { PRE_MODERATION } from '#lib/comment/schema.ts';
import { canEditSource, canRemoveSource } from '#lib/evidence/policy.ts';
import { canEditLabels, canLabel } from '#lib/label/policy.ts';
import { canDecide, canModerate } from '#lib/moderation/policy.ts';
import {
  canApproveRuling,
  canReadDrafts,
  canRecuse,
  canRetractRuling,
  canWriteRuling,
  stakeIn,
} from '#lib/ruling/policy.ts';
import {
  canBan,
  canChangeSettings,
  canEditProfile,
  canGiveRoles,
  canListPeople,
  canReadOutbox,
  canSeeAddresses,
  canTakePart,
} from '#lib/user/policy.ts';
import { ROLES, type Role, type Viewer } from '#lib/user/schema.ts';

const someone = (role: Role, id: string = role, banned = false): Viewer => ({
  id,
  handle: id,
  name: id,
  role,
  trust: 'new',
  locale: null,
  confirmed: true,
  banned,
});

/** Everybody who can knock: each role on a thing of somebody else, the owner, a suspended owner, a guest. */
const WHO: Record<string, Viewer> = {
  guest: null,
  suspended: someone('admin', 'owner', true),
  reader: someone('reader'),
  checker: someone('checker'),
  moderator: someone('moderator'),
  admin: someone('admin'),
  owner: someone('reader', 'owner'),
};

const open = { state: 'open' };
const annotation = { authorId: 'owner', state: 'active' };
const claim = { kind: 'claim', state: 'active', articleState: 'open' };
const ruled = { ...claim, stake: null };
const waiting = { state: 'awaiting-approval', writerIds: ['x'] };
const said = { authorId: 'owner', state: 'visible' };
const inState = (state: string) => ({ authorId: 'owner', state });
const voted = { ...said, articleState: 'open' };
const decided = (type: 'comment' | 'annotation', ownerId: string | null = 'owner') => ({ type, ownerId });
const somebody = (role: Role, id = 'somebody') => ({ id, role });

/** Action → who may; the letters stand for the columns of WHO, in its order. */
const TABLE: [string, string, (viewer: Viewer) => boolean][] = [
  //                                          g s r c m a o
  ['take part', '- - x x x x x', canTakePart],
  ['read the outbox', '- - - - - x -', canReadOutbox],
  ['edit a profile', '- - - - - - x', (v) => canEditProfile(v, { id: 'owner' })],
  ['import, open to readers', '- - x x x x x', (v) => canImportArticle(v, 'reader')],
  ['import, for checkers', '- - - x x x -', (v) => canImportArticle(v, 'checker')],
  ['import, for admins', '- - - - - x -', (v) => canImportArticle(v, 'admin')],
  ['correct an article', '- - - - x x x', (v) => canEditArticle(v, { addedById: 'owner' })],
  ['annotate an open article', '- - x x x x x', (v) => canAddTo(v, open)],
  ['annotate a closed article', '- - x x x x x', (v) => canAddTo(v, { state: 'closed' })],
  ['annotate a locked article', '- - - - - - -', (v) => canAddTo(v, { state: 'locked' })],
  ['edit an annotation', '- - - - x x x', (v) => canEditAnnotation(v, annotation)],
  [
    'edit a withdrawn annotation',
    '- - - - - - -',
    (v) => canEditAnnotation(v, { ...annotation, state: 'withdrawn' }),
  ],
  ['remove an annotation', '- - - - x x x', (v) => canRemoveAnnotation(v, annotation)],
  ['link a claim', '- - x x x x x', (v) => canLink(v, claim)],
  ['link a remark', '- - - - - - -', (v) => canLink(v, { ...claim, kind: 'remark' })],
  ['link a withdrawn claim', '- - - - - - -', (v) => canLink(v, { ...claim, state: 'withdrawn' })],
  [
    'link a claim of a locked article',
    '- - - - - - -',
    (v) => canLink(v, { ...claim, articleState: 'locked' }),
  ],
  ['unlink a claim', '- - - - x x x', (v) => canUnlink(v, annotation, { linkedById: null })],
  [
    'unlink what a checker linked',
    '- - - x x x x',
    (v) => canUnlink(v, annotation, { linkedById: 'checker' }),
  ],
  ['edit a source', '- - - - - - x', (v) => canEditSource(v, { addedById: 'owner' })],
  ['remove a source', '- - - - x x x', (v) => canRemoveSource(v, { addedById: 'owner' })],
  ['judge a claim', '- - x x x x x', (v) => canAssess(v, claim)],
  ['judge a remark', '- - - - - - -', (v) => canAssess(v, { ...claim, kind: 'remark' })],
  ['judge a withdrawn claim', '- - - - - - -', (v) => canAssess(v, { ...claim, state: 'withdrawn' })],
  ['rate an assessment', '- - x x x x -', (v) => canRate(v, { ...claim, authorId: 'owner' })],
  [
    'rate in a locked article',
    '- - - - - - -',
    (v) => canRate(v, { ...claim, authorId: 'owner', articleState: 'locked' }),
  ],
  ['judge in a locked article', '- - - - - - -', (v) => canAssess(v, { ...claim, articleState: 'locked' })],
  ['put a label', '- - x x x x x', (v) => canLabel(v, claim)],
  [
    'put a label on what was withdrawn',
    '- - - - - - -',
    (v) => canLabel(v, { ...claim, state: 'withdrawn' }),
  ],
  [
    'put a label where it is locked',
    '- - - - - - -',
    (v) => canLabel(v, { ...claim, articleState: 'locked' }),
  ],
  ['edit the list of labels', '- - - - - x -', canEditLabels],
  ['read what checkers write', '- - - x x x -', canReadDrafts],
  ['rule on a claim', '- - - x x x -', (v) => canWriteRuling(v, ruled, false)],
  [
    'rule where they have a stake',
    '- - - x x x -',
    (v) => canWriteRuling(v, { ...ruled, stake: 'claimant' }, false),
  ],
  ['rule after a recusal', '- - - - - - -', (v) => canWriteRuling(v, { ...ruled, stake: 'recused' }, false)],
  ['rule on a remark', '- - - - - - -', (v) => canWriteRuling(v, { ...ruled, kind: 'remark' }, false)],
  [
    'rule in a locked article',
    '- - - - - - -',
    (v) => canWriteRuling(v, { ...ruled, articleState: 'locked' }, false),
  ],
  [
    'correct a ruling there',
    '- - - x x x -',
    (v) => canWriteRuling(v, { ...ruled, articleState: 'locked' }, true),
  ],
  [
    'correct one on a withdrawn claim',
    '- - - x x x -',
    (v) => canWriteRuling(v, { ...ruled, state: 'withdrawn' }, true),
  ],
  [
    'correct one that was taken away',
    '- - - - - - -',
    (v) => canWriteRuling(v, { ...ruled, state: 'hidden' }, true),
  ],
  ['approve a ruling', '- - - x x x -', (v) => canApproveRuling(v, ruled, waiting, false)],
  [
    'approve what a checker wrote',
    '- - - - x x -',
    (v) => canApproveRuling(v, ruled, { ...waiting, writerIds: ['checker', 'x'] }, false),
  ],
  [
    'approve with a stake',
    '- - - - - - -',
    (v) => canApproveRuling(v, { ...ruled, stake: 'article' }, waiting, false),
  ],
  [
    'approve a draft',
    '- - - - - - -',
    (v) => canApproveRuling(v, ruled, { ...waiting, state: 'draft' }, false),
  ],
  ['retract a ruling', '- - - x x x -', (v) => canRetractRuling(v, ruled)],
  ['retract with a stake', '- - - - - - -', (v) => canRetractRuling(v, { ...ruled, stake: 'claimant' })],
  ['recuse themselves', '- - - x x x -', (v) => canRecuse(v, ruled)],
  ['recuse themselves again', '- - - - - - -', (v) => canRecuse(v, { ...ruled, stake: 'recused' })],
  ['comment', '- - x x x x x', (v) => canComment(v, open)],
  ['comment where it is closed', '- - - - - - -', (v) => canComment(v, { state: 'closed' })],
  ['edit a comment', '- - - - - - x', (v) => canEditComment(v, said)],
  ['edit a hidden comment', '- - - - - - -', (v) => canEditComment(v, { ...said, state: 'hidden' })],
  ['delete a comment', '- - - - - - x', (v) => canDeleteComment(v, said)],
  ['delete a hidden comment', '- - - - - - x', (v) => canDeleteComment(v, inState('hidden'))],
  ['delete a removed comment', '- - - - - - x', (v) => canDeleteComment(v, inState('removed'))],
  ['delete what is deleted', '- - - - - - -', (v) => canDeleteComment(v, inState('deleted'))],
  ["delete a guest's comment", '- - - - - - -', (v) => canDeleteComment(v, { ...said, authorId: null })],
  ['vote', '- - x x x x -', (v) => canVote(v, voted)],
  ["vote on a guest's comment", '- - x x x x x', (v) => canVote(v, { ...voted, authorId: null })],
  ['vote where it is closed', '- - x x x x -', (v) => canVote(v, { ...voted, articleState: 'closed' })],
  ['vote where it is locked', '- - - - - - -', (v) => canVote(v, { ...voted, articleState: 'locked' })],
  ['vote on what waits', '- - - - - - -', (v) => canVote(v, { ...voted, state: 'pending' })],
  ['vote on what was hidden', '- - - - - - -', (v) => canVote(v, { ...voted, state: 'hidden' })],
  ['report a comment', '- - x x x x -', (v) => canReport(v, said)],
  ["report a guest's comment", '- - x x x x x', (v) => canReport(v, { ...said, authorId: null })],
  ['report what waits', '- - - - - - -', (v) => canReport(v, inState('pending'))],
  ['report what was hidden', '- - - - - - -', (v) => canReport(v, inState('hidden'))],
  ['report an annotation', '- - x x x x -', (v) => canReport(v, annotation)],
  ['report a withdrawn annotation', '- - x x x x -', (v) => canReport(v, inState('withdrawn'))],
  ['report a removed annotation', '- - - - - - -', (v) => canReport(v, inState('removed'))],
  ['read a comment', 'x x x x x x x', (v) => canRead(v, said)],
  // Somebody suspended has no session and no token: they are nobody.
  ['read what waits', '- x - - x x x', (v) => canRead(v, inState('pending'))],
  ['read what was hidden', '- x - - x x x', (v) => canRead(v, inState('hidden'))],
  ['read what was rejected', '- x - - - - x', (v) => canRead(v, inState('rejected'))],
  ['read what was removed', '- x - - - - x', (v) => canRead(v, inState('removed'))],
  ['read what was deleted', '- - - - - - -', (v) => canRead(v, inState('deleted'))],
  ['read an annotation', 'x x x x x x x', (v) => canReadAnnotation(v, annotation)],
  ['read a withdrawn annotation', 'x x x x x x x', (v) => canReadAnnotation(v, inState('withdrawn'))],
  ['read a hidden annotation', '- x - - x x x', (v) => canReadAnnotation(v, inState('hidden'))],
  ['read a removed annotation', '- x - - - - x', (v) => canReadAnnotation(v, inState('removed'))],
  ['edit a hidden annotation', '- - - - - - -', (v) => canEditAnnotation(v, inState('hidden'))],
  ['moderate', '- - - - x x -', canModerate],
  ['decide about a comment', '- - - - x x -', (v) => canDecide(v, decided('comment'))],
  ["decide about a guest's comment", '- - - - x x -', (v) => canDecide(v, decided('comment', null))],
  [
    "decide about a moderator's comment",
    '- - - - - x -',
    (v) => canDecide(v, decided('comment', 'moderator')),
  ],
  ["decide about an admin's comment", '- - - - x - -', (v) => canDecide(v, decided('comment', 'admin'))],
  ['decide about an annotation', '- - - - x x -', (v) => canDecide(v, decided('annotation'))],
  ['ban a reader', '- - - - x x -', (v) => canBan(v, somebody('reader'))],
  ['ban a checker', '- - - - x x -', (v) => canBan(v, somebody('checker'))],
  ['ban a moderator', '- - - - - x -', (v) => canBan(v, somebody('moderator'))],
  ['ban an admin', '- - - - - - -', (v) => canBan(v, somebody('admin'))],
  ['ban themselves', '- - - - - - -', (v) => canBan(v, somebody(v?.role ?? 'reader', v?.id))],
  [
    'decide about a person',
    '- - - - - x -',
    (v) => canDecide(v, { type: 'user', ownerId: 'somebody', role: 'moderator' }),
  ],
  ['give roles', '- - - - - x -', canGiveRoles],
  ['list people', '- - - - x x -', canListPeople],
  ['see addresses', '- - - - - x -', canSeeAddresses],
  ['change settings', '- - - - - x -', canChangeSettings],
];

/** Role → whose comments wait: somebody unknown, and somebody known, under off, newcomers and all. */
const WAITING: Record<Role, string> = {
  //        unknown  known
  reader: '- x x   - - x',
  checker: '- - x   - - x',
  moderator: '- - -   - - -',
  admin: '- - -   - - -',
};

test.each(ROLES)('whether the comment of a %s waits for approval', (role) => {
  const found = [false, true].map((known) =>
    PRE_MODERATION.map((mode) => (awaitsApproval({ role, known }, mode) ? 'x' : '-')).join(' '),
  );
  expect(found.join('   ')).toBe(WAITING[role]);
});

test.each(TABLE)('%s', (_, expected, may) => {
  const found = Object.values(WHO).map((viewer) => (may(viewer) ? 'x' : '-'));
  expect(found.join(' ')).toBe(expected);
});

test.each([
  ['nobody', {}, null],
  ['who put the claim', { claimantId: 'me' }, 'claimant'],
  ['who brought the article in', { addedById: 'me' }, 'article'],
  ['whom the byline names', { byline: 'Von Jürgen GROSS und anderen' }, null],
  ['whom the byline names whole', { byline: 'By Zoë  O’Neil, Lindow' }, 'article'],
  ['whose name is part of another', { byline: 'By Zoë O’Neilson' }, null],
  ['who wrote the comment', { originalAuthor: 'zoe o’neil' }, 'claimant'],
  ['who keeps out, whatever else', { claimantId: 'me', recusedIds: ['me'] }, 'recused'],
] as const)('the stake of %s', (_, interests, stake) => {
  const none = { claimantId: 'a', addedById: 'b', byline: null, originalAuthor: null, recusedIds: [] };
  expect(stakeIn({ id: 'me', name: 'Zoë O’Neil' }, { ...none, ...interests })).toBe(stake);
});
