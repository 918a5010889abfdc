import { z } from 'zod';
import { assessmentInput, assessmentView, spreadView, verdictSummary } from '#lib/assessment/schema.ts';
import { id, webUrl } from '#lib/errors/fields.ts';
import {
  quotablePage,
  snapshotText,
  sourceInput,
  sourcePatch,
  sourceView,
  sourceVoteInput,
  sourceVotes,
} from '#lib/evidence/schema.ts';
import { operation } from '../operation.ts';
import { idParams, revealQuery } from './params.ts';

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
  summary: 'Change what was said of an own source, or confirm it for the present wording',
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

export const voteOnSourceOperation = operation({
  id: 'voteOnSource',
  method: 'PUT',
  path: '/api/sources/{id}/vote',
  tag: 'evidence',
  summary:
    'Whether the caller finds a source useful: 1 yes, -1 no, 0 takes it back; the same again changes nothing',
  auth: 'user',
  limit: 'vote',
  params: idParams,
  body: sourceVoteInput,
  answers: { 200: { description: 'The votes as they are now', schema: sourceVotes } },
  problems: ['not-found', 'not-allowed', 'own-comment', 'article-locked'],
});

export const withdrawSourceVoteOperation = operation({
  id: 'withdrawSourceVote',
  method: 'DELETE',
  path: '/api/sources/{id}/vote',
  tag: 'evidence',
  summary: 'Take the own vote on a source back',
  auth: 'user',
  limit: 'vote',
  params: idParams,
  answers: { 200: { description: 'The votes as they are now', schema: sourceVotes } },
  problems: ['not-found', 'not-allowed', 'own-comment', 'article-locked'],
});

export const dismissSourceNewsOperation = operation({
  id: 'dismissSourceNews',
  method: 'DELETE',
  path: '/api/sources/{id}/news',
  tag: 'evidence',
  summary: 'Say that one has seen what became of an own source',
  auth: 'user',
  limit: 'write',
  params: idParams,
  answers: { 204: { description: 'It is not told any more', schema: null } },
  problems: ['not-found', 'not-allowed'],
});

export const lookAtSourceOperation = operation({
  id: 'lookAtSource',
  method: 'POST',
  path: '/api/sources/{id}/look',
  tag: 'evidence',
  summary:
    "Look at a source's page again, now; waits for what comes of it, which may be that it cannot be had",
  auth: 'user',
  limit: 'preview',
  params: idParams,
  answers: { 200: { description: 'The source as it is now', schema: sourceView } },
  problems: ['not-found', 'not-allowed'],
});

export const openPageOperation = operation({
  id: 'openWebPage',
  method: 'POST',
  path: '/api/web-pages',
  tag: 'evidence',
  summary: 'What a page held when it was seen last, to choose a quote in; one that is not known is fetched',
  auth: 'user',
  limit: 'preview',
  body: z.object({ url: webUrl }),
  answers: { 200: { description: 'The page', schema: quotablePage } },
  problems: ['not-allowed', 'bad-url', 'fetch-failed', 'text-gone'],
});

export const readSnapshotTextOperation = operation({
  id: 'readSnapshotText',
  method: 'GET',
  path: '/api/web-pages/{id}/snapshots/{snapshotId}/text',
  tag: 'evidence',
  summary:
    'A stretch of the text of a snapshot, from an offset on (UTF-16), for whoever chooses a quote in it',
  auth: 'user',
  limit: 'read',
  params: idParams.extend({ snapshotId: id }),
  query: z.object({ start: z.coerce.number().int().min(0).max(100_000_000).default(0) }),
  answers: { 200: { description: 'The stretch, and where the next one begins', schema: snapshotText } },
  problems: ['not-found', 'not-allowed', 'text-gone'],
});

export const listAssessmentsOperation = operation({
  id: 'listAssessments',
  method: 'GET',
  path: '/api/annotations/{id}/assessments',
  tag: 'evidence',
  summary: 'All assessments of a claim, the most helpful first, with the tally and its spread',
  auth: 'anyone',
  limit: 'read',
  params: idParams,
  query: revealQuery,
  answers: {
    200: {
      description: 'The assessments',
      schema: z.object({
        items: z.array(assessmentView),
        nextCursor: z.null(),
        verdict: verdictSummary.nullable(),
        /** Null on a remark. */
        spread: spreadView.nullable(),
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
  voteOnSourceOperation,
  withdrawSourceVoteOperation,
  dismissSourceNewsOperation,
  lookAtSourceOperation,
  openPageOperation,
  readSnapshotTextOperation,
  listAssessmentsOperation,
  giveVerdictOperation,
  takeVerdictBackOperation,
];
