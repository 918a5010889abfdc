import { z } from 'zod';
import { assessmentInput, assessmentView, verdictSummary } from '#lib/assessment/schema.ts';
import { sourceInput, sourcePatch, sourceView } from '#lib/evidence/schema.ts';
import { operation } from '../operation.ts';
import { idParams } from './params.ts';

export const addSourceOperation = operation({
  id: 'addSource',
  method: 'POST',
  path: '/api/annotations/{id}/sources',
  tag: 'evidence',
  summary: 'Lay a page beside a claim',
  auth: 'user',
  limit: 'write',
  params: idParams,
  body: sourceInput,
  answers: { 201: { description: 'The source', schema: sourceView } },
  problems: ['not-found', 'article-locked', 'source-exists'],
});

export const getSourceOperation = operation({
  id: 'getSource',
  method: 'GET',
  path: '/api/sources/{id}',
  tag: 'evidence',
  summary: 'One source',
  auth: 'anyone',
  limit: 'read',
  params: idParams,
  answers: { 200: { description: 'The source', schema: sourceView } },
  problems: ['not-found'],
});

export const editSourceOperation = operation({
  id: 'editSource',
  method: 'PATCH',
  path: '/api/sources/{id}',
  tag: 'evidence',
  summary: 'Change stance, quote or note of an own source, or confirm it for the present wording',
  auth: 'user',
  limit: 'write',
  params: idParams,
  body: sourcePatch,
  answers: { 200: { description: 'The source as it is now', schema: sourceView } },
  problems: ['not-found', 'not-allowed', 'edit-conflict', 'article-locked'],
});

export const removeSourceOperation = operation({
  id: 'removeSource',
  method: 'DELETE',
  path: '/api/sources/{id}',
  tag: 'evidence',
  summary: 'Take a source away',
  auth: 'user',
  limit: 'write',
  params: idParams,
  answers: { 204: { description: 'It is gone', schema: null } },
  problems: ['not-found', 'not-allowed'],
});

export const listAssessmentsOperation = operation({
  id: 'listAssessments',
  method: 'GET',
  path: '/api/annotations/{id}/assessments',
  tag: 'evidence',
  summary: 'All assessments of a claim, oldest first, with the tally',
  auth: 'anyone',
  limit: 'read',
  params: idParams,
  answers: {
    200: {
      description: 'The assessments',
      schema: z.object({
        items: z.array(assessmentView),
        nextCursor: z.null(),
        verdict: verdictSummary.nullable(),
      }),
    },
  },
  problems: ['not-found'],
});

export const giveVerdictOperation = operation({
  id: 'giveVerdict',
  method: 'PUT',
  path: '/api/annotations/{id}/assessment',
  tag: 'evidence',
  summary: "Give the caller's verdict on a claim, change it, or confirm it for the present wording",
  auth: 'user',
  limit: 'write',
  params: idParams,
  body: assessmentInput,
  answers: {
    201: { description: 'Given', schema: assessmentView },
    200: { description: 'Changed', schema: assessmentView },
  },
  problems: ['not-found', 'edit-conflict', 'article-locked'],
});

export const takeVerdictBackOperation = operation({
  id: 'takeVerdictBack',
  method: 'DELETE',
  path: '/api/annotations/{id}/assessment',
  tag: 'evidence',
  summary: "Take the caller's verdict back",
  auth: 'user',
  limit: 'write',
  params: idParams,
  answers: { 204: { description: 'It is taken back', schema: null } },
  problems: ['not-found', 'article-locked'],
});

export const evidenceOperations = [
  addSourceOperation,
  getSourceOperation,
  editSourceOperation,
  removeSourceOperation,
  listAssessmentsOperation,
  giveVerdictOperation,
  takeVerdictBackOperation,
];
