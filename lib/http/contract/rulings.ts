import { z } from 'zod';
import { id } from '#lib/errors/fields.ts';
import {
  approvalInput,
  correctionEntry,
  draftEntry,
  RULING_STATES,
  recusalInput,
  retractionInput,
  returnInput,
  rulingDesk,
  rulingDetail,
  rulingDraftInput,
  rulingEntry,
  rulingInput,
  UNDERWAY_STATES,
} from '#lib/ruling/schema.ts';
import { VERDICTS } from '#lib/verdict/verdicts.ts';
import { operation } from '../operation.ts';
import { pageOf, pageQuery } from '../pages.ts';
import { idParams } from './params.ts';

const PUBLISHING = [
  'not-found',
  'not-allowed',
  'recused',
  'article-locked',
  'edit-conflict',
  'ruling-incomplete',
] as const;

export const getRulingOperation = operation({
  id: 'getRuling',
  method: 'GET',
  path: '/api/annotations/{id}/ruling',
  tag: 'rulings',
  summary: 'What checkers published of a claim, retracted or not, with everything that it said before',
  auth: 'anyone',
  limit: 'read',
  params: idParams,
  answers: { 200: { description: 'The ruling', schema: rulingDetail } },
  problems: ['not-found'],
});

export const publishRulingOperation = operation({
  id: 'publishRuling',
  method: 'PUT',
  path: '/api/annotations/{id}/ruling',
  tag: 'rulings',
  summary:
    'Publish the ruling of a claim, or change the published one, which needs a `correction`; for checkers',
  auth: 'user',
  limit: 'write',
  params: idParams,
  body: rulingInput,
  answers: {
    201: { description: 'Published', schema: rulingDetail },
    200: { description: 'Corrected', schema: rulingDetail },
    202: { description: 'It awaits the approval of another checker', schema: rulingDesk },
  },
  problems: PUBLISHING,
});

export const getRulingDraftOperation = operation({
  id: 'getRulingDraft',
  method: 'GET',
  path: '/api/annotations/{id}/ruling/draft',
  tag: 'rulings',
  summary: 'What is being written and published of the ruling of a claim, and what it lacks; for checkers',
  auth: 'user',
  limit: 'read',
  params: idParams,
  answers: { 200: { description: 'All of it', schema: rulingDesk } },
  problems: ['not-found', 'not-allowed'],
});

export const saveRulingDraftOperation = operation({
  id: 'saveRulingDraft',
  method: 'PUT',
  path: '/api/annotations/{id}/ruling/draft',
  tag: 'rulings',
  summary: 'Keep what is written of a ruling, complete or not, for all checkers; takes it back from approval',
  auth: 'user',
  limit: 'write',
  params: idParams,
  body: rulingDraftInput,
  answers: { 200: { description: 'All of it, as it is now', schema: rulingDesk } },
  problems: ['not-found', 'not-allowed', 'recused', 'article-locked', 'edit-conflict'],
});

export const discardRulingDraftOperation = operation({
  id: 'discardRulingDraft',
  method: 'DELETE',
  path: '/api/annotations/{id}/ruling/draft',
  tag: 'rulings',
  summary: 'Throw away what is written and not published; `version` is the one that was seen',
  auth: 'user',
  limit: 'write',
  params: idParams,
  query: z.object({ version: z.coerce.number().int() }),
  answers: { 204: { description: 'It is gone', schema: null } },
  problems: ['not-found', 'not-allowed', 'recused', 'edit-conflict'],
});

export const approveRulingOperation = operation({
  id: 'approveRuling',
  method: 'POST',
  path: '/api/annotations/{id}/ruling/approval',
  tag: 'rulings',
  summary: 'The second pair of eyes: publish what another checker put forward, as it is',
  auth: 'user',
  limit: 'write',
  params: idParams,
  body: approvalInput,
  answers: {
    201: { description: 'Published', schema: rulingDetail },
    200: { description: 'Corrected', schema: rulingDetail },
  },
  problems: [...PUBLISHING, 'wrong-state'],
});

export const returnRulingOperation = operation({
  id: 'returnRuling',
  method: 'POST',
  path: '/api/annotations/{id}/ruling/return',
  tag: 'rulings',
  summary: 'The second pair of eyes: send back what another checker put forward, with what is to be mended',
  auth: 'user',
  limit: 'write',
  params: idParams,
  body: returnInput,
  answers: { 200: { description: 'All of it, as it is now', schema: rulingDesk } },
  problems: ['not-found', 'not-allowed', 'recused', 'edit-conflict', 'wrong-state'],
});

export const retractRulingOperation = operation({
  id: 'retractRuling',
  method: 'POST',
  path: '/api/annotations/{id}/ruling/retraction',
  tag: 'rulings',
  summary: 'Take a ruling back; it stays to be read, with the reason',
  auth: 'user',
  limit: 'write',
  params: idParams,
  body: retractionInput,
  answers: { 200: { description: 'The ruling as it is now', schema: rulingDetail } },
  problems: ['not-found', 'not-allowed', 'recused', 'edit-conflict', 'wrong-state'],
});

export const recuseOperation = operation({
  id: 'recuse',
  method: 'PUT',
  path: '/api/annotations/{id}/recusal',
  tag: 'rulings',
  summary: 'Say that one keeps out of the ruling of a claim; it is not taken back',
  auth: 'user',
  limit: 'write',
  params: idParams,
  body: recusalInput,
  answers: { 200: { description: 'The claim as checkers see it', schema: rulingDesk } },
  problems: ['not-found', 'not-allowed'],
});

const rulingsQuery = pageQuery.extend({
  article: id.optional(),
  state: z.enum(RULING_STATES).optional(),
  verdict: z.enum(VERDICTS).optional(),
});

export const listRulingsOperation = operation({
  id: 'listRulings',
  method: 'GET',
  path: '/api/rulings',
  tag: 'rulings',
  summary: 'Rulings with their claims and articles, newest first',
  auth: 'anyone',
  limit: 'read',
  query: rulingsQuery,
  answers: { 200: { description: 'A page of rulings', schema: pageOf(rulingEntry) } },
});

export const listCorrectionsOperation = operation({
  id: 'listCorrections',
  method: 'GET',
  path: '/api/rulings/corrections',
  tag: 'rulings',
  summary: 'What happened to published rulings, newest first: corrections, retractions, renewals',
  auth: 'anyone',
  limit: 'read',
  query: pageQuery.extend({ article: id.optional() }),
  answers: { 200: { description: 'A page of them', schema: pageOf(correctionEntry) } },
});

export const listRulingDraftsOperation = operation({
  id: 'listRulingDrafts',
  method: 'GET',
  path: '/api/rulings/drafts',
  tag: 'rulings',
  summary:
    'What checkers are writing: what awaits approval, what was sent back, or the drafts; newest first; for checkers',
  auth: 'user',
  limit: 'read',
  query: pageQuery.extend({ state: z.enum(UNDERWAY_STATES).default('awaiting-approval') }),
  answers: { 200: { description: 'A page of them', schema: pageOf(draftEntry) } },
  problems: ['not-allowed'],
});

export const rulingOperations = [
  getRulingOperation,
  publishRulingOperation,
  getRulingDraftOperation,
  saveRulingDraftOperation,
  discardRulingDraftOperation,
  approveRulingOperation,
  returnRulingOperation,
  retractRulingOperation,
  recuseOperation,
  listRulingsOperation,
  listCorrectionsOperation,
  listRulingDraftsOperation,
];
