import { expect, test } from 'vitest';
import { canEditAnnotation, canRemoveAnnotation } from '#lib/annotation/policy.ts';
import { canAddTo, canEditArticle, canImportArticle } from '#lib/article/policy.ts';
import { canAssess } from '#lib/assessment/policy.ts';
import { canComment, canEditComment } from '#lib/comment/policy.ts';
import { canEditSource, canRemoveSource } from '#lib/evidence/policy.ts';
import { canEditProfile, canReadOutbox, canTakePart } from '#lib/user/policy.ts';
import type { Role, Viewer } from '#lib/user/schema.ts';

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
const said = { authorId: 'owner', state: 'visible' };

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
  ['edit a source', '- - - - - - x', (v) => canEditSource(v, { addedById: 'owner' })],
  ['remove a source', '- - - - x x x', (v) => canRemoveSource(v, { addedById: 'owner' })],
  ['judge a claim', '- - x x x x x', (v) => canAssess(v, claim)],
  ['judge a remark', '- - - - - - -', (v) => canAssess(v, { ...claim, kind: 'remark' })],
  ['judge a withdrawn claim', '- - - - - - -', (v) => canAssess(v, { ...claim, state: 'withdrawn' })],
  ['judge in a locked article', '- - - - - - -', (v) => canAssess(v, { ...claim, articleState: 'locked' })],
  ['comment', '- - x x x x x', (v) => canComment(v, open)],
  ['comment where it is closed', '- - - - - - -', (v) => canComment(v, { state: 'closed' })],
  ['edit a comment', '- - - - - - x', (v) => canEditComment(v, said)],
  ['edit a hidden comment', '- - - - - - -', (v) => canEditComment(v, { ...said, state: 'hidden' })],
];

test.each(TABLE)('%s', (_, expected, may) => {
  const found = Object.values(WHO).map((viewer) => (may(viewer) ? 'x' : '-'));
  expect(found.join(' ')).toBe(expected);
});
