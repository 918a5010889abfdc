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

/** What everybody reads. */
const READING = { tag: 'rulings', auth: 'anyone', limit: 'read' } as const;
/** What checkers read of drafts. */
const DRAFTS = { tag: 'rulings', auth: 'user', limit: 'read' } as const;
/** What a checker does about the ruling of one claim, and what can be in the way of all of it. */
const DEED = { tag: 'rulings', auth: 'user', limit: 'write', params: idParams } as const;
const IN_THE_WAY = ['not-found', 'not-allowed', 'recused', 'edit-conflict'] as const;
const OF_WRITING = [...IN_THE_WAY, 'article-locked'] as const;
const OF_PUBLISHING = [...OF_WRITING, 'ruling-incomplete'] as const;

const PUBLISHED = {
  201: { description: 'Published', schema: rulingDetail },
  200: { description: 'Corrected', schema: rulingDetail },
} as const;
/** The claim as checkers see it, after what was done. */
const DESK = { 200: { description: 'All of it, as it is now', schema: rulingDesk } } as const;

export const getRulingOperation = operation({
  ...READING,
  id: 'getRuling',
  method: 'GET',
  path: '/api/annotations/{id}/ruling',
  summary: 'What checkers published of a claim, retracted or not, with everything that it said before',
  params: idParams,
  answers: { 200: { description: 'The ruling', schema: rulingDetail } },
  problems: ['not-found'],
});

export const publishRulingOperation = operation({
  ...DEED,
  id: 'publishRuling',
  method: 'PUT',
  path: '/api/annotations/{id}/ruling',
  summary:
    'Publish the ruling of a claim, or change the published one, which needs a `correction`; for checkers',
  body: rulingInput,
  answers: {
    ...PUBLISHED,
    202: { description: 'It awaits the approval of another checker', schema: rulingDesk },
  },
  problems: OF_PUBLISHING,
});

export const getRulingDraftOperation = operation({
  ...DRAFTS,
  id: 'getRulingDraft',
  method: 'GET',
  path: '/api/annotations/{id}/ruling/draft',
  summary: 'What is being written and published of the ruling of a claim, and what it lacks; for checkers',
  params: idParams,
  answers: { 200: { description: 'All of it', schema: rulingDesk } },
  problems: ['not-found', 'not-allowed'],
});

export const saveRulingDraftOperation = operation({
  ...DEED,
  id: 'saveRulingDraft',
  method: 'PUT',
  path: '/api/annotations/{id}/ruling/draft',
  summary: 'Keep what is written of a ruling, complete or not, for all checkers; takes it back from approval',
  body: rulingDraftInput,
  answers: DESK,
  problems: OF_WRITING,
});

export const discardRulingDraftOperation = operation({
  ...DEED,
  id: 'discardRulingDraft',
  method: 'DELETE',
  path: '/api/annotations/{id}/ruling/draft',
  summary: 'Throw away what is written and not published; `version` is the one that was seen',
  query: z.object({ version: z.coerce.number().int() }),
  answers: { 204: { description: 'It is gone', schema: null } },
  problems: IN_THE_WAY,
});

export const approveRulingOperation = operation({
  ...DEED,
  id: 'approveRuling',
  method: 'POST',
  path: '/api/annotations/{id}/ruling/approval',
  summary: 'The second pair of eyes: publish what another checker put forward, as it is',
  body: approvalInput,
  answers: PUBLISHED,
  problems: [...OF_PUBLISHING, 'wrong-state'],
});

export const returnRulingOperation = operation({
  ...DEED,
  id: 'returnRuling',
  method: 'POST',
  path: '/api/annotations/{id}/ruling/return',
  summary: 'The second pair of eyes: send back what another checker put forward, with what is to be mended',
  body: returnInput,
  answers: DESK,
  problems: [...IN_THE_WAY, 'wrong-state'],
});

export const retractRulingOperation = operation({
  ...DEED,
  id: 'retractRuling',
  method: 'POST',
  path: '/api/annotations/{id}/ruling/retraction',
  summary: 'Take a ruling back; it stays to be read, with the reason',
  body: retractionInput,
  answers: { 200: { description: 'The ruling as it is now', schema: rulingDetail } },
  problems: [...IN_THE_WAY, 'wrong-state'],
});

export const recuseOperation = operation({
  ...DEED,
  id: 'recuse',
  method: 'PUT',
  path: '/api/annotations/{id}/recusal',
  summary: 'Say that one keeps out of the ruling of a claim; it is not taken back',
  body: recusalInput,
  answers: DESK,
  problems: ['not-found', 'not-allowed'],
});

const rulingsQuery = pageQuery.extend({
  article: id.optional(),
  state: z.enum(RULING_STATES).optional(),
  verdict: z.enum(VERDICTS).optional(),
});

export const listRulingsOperation = operation({
  ...READING,
  id: 'listRulings',
  method: 'GET',
  path: '/api/rulings',
  summary: 'Rulings with their claims and articles, newest first',
  query: rulingsQuery,
  answers: { 200: { description: 'A page of rulings', schema: pageOf(rulingEntry) } },
});

export const listCorrectionsOperation = operation({
  ...READING,
  id: 'listCorrections',
  method: 'GET',
  path: '/api/rulings/corrections',
  summary: 'What happened to published rulings, newest first: corrections, retractions, renewals',
  query: pageQuery.extend({ article: id.optional() }),
  answers: { 200: { description: 'A page of them', schema: pageOf(correctionEntry) } },
});

export const listRulingDraftsOperation = operation({
  ...DRAFTS,
  id: 'listRulingDrafts',
  method: 'GET',
  path: '/api/rulings/drafts',
  summary:
    'What checkers are writing: what awaits approval, what was sent back, or the drafts; newest first; for checkers',
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
