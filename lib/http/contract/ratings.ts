import { z } from 'zod';
import { ratingInput, ratingsView } from '#lib/assessment/schema.ts';
import { weighingView } from '#lib/assessment/weighing/schema.ts';
import { operation } from '../operation.ts';
import { idParams } from './params.ts';

export const rateAssessmentOperation = operation({
  id: 'rateAssessment',
  method: 'PUT',
  path: '/api/assessments/{id}/rating',
  tag: 'evidence',
  summary:
    "How helpful the caller finds somebody's assessment, and why; 0 takes it back, the same again changes nothing",
  auth: 'user',
  limit: 'vote',
  params: idParams,
  body: ratingInput,
  answers: { 200: { description: 'The ratings as they are now', schema: ratingsView } },
  problems: ['not-found', 'not-allowed', 'own-assessment', 'article-locked'],
});

export const takeRatingBackOperation = operation({
  id: 'takeRatingBack',
  method: 'DELETE',
  path: '/api/assessments/{id}/rating',
  tag: 'evidence',
  summary: "Take the caller's rating of an assessment back",
  auth: 'user',
  limit: 'vote',
  params: idParams,
  answers: { 200: { description: 'The ratings as they are now', schema: ratingsView } },
  problems: ['not-found', 'not-allowed', 'own-assessment', 'article-locked'],
});

export const readRatingsOperation = operation({
  id: 'readRatings',
  method: 'GET',
  path: '/api/ratings',
  tag: 'evidence',
  summary: 'All ratings that were weighed last, for whoever wants to compute what came of them',
  auth: 'anyone',
  limit: 'export',
  answers: {
    200: {
      description:
        'Lines of tab-separated values with a head: rater, assessment, helpfulness. A rater is a made-up name, the same in every line and every time',
      schema: z.string(),
      contentType: 'text/tab-separated-values',
    },
  },
});

export const readWeighingOperation = operation({
  id: 'readWeighing',
  method: 'GET',
  path: '/api/ratings/weighing',
  tag: 'evidence',
  summary: 'What came of them: the parameters of the model, and where each assessment stands and why',
  auth: 'anyone',
  limit: 'export',
  answers: { 200: { description: 'The last weighing', schema: weighingView } },
});

export const ratingOperations = [
  rateAssessmentOperation,
  takeRatingBackOperation,
  readRatingsOperation,
  readWeighingOperation,
];
