import { z } from 'zod';
import { annotationPatch, annotationQuery } from '#lib/annotation/schema.ts';
import { annotateInput, annotationDetail, annotationView } from '#lib/flows/annotation-view.ts';
import { operation } from '../operation.ts';
import { pageOf } from '../pages.ts';
import { articleParams, idParams, idsQuery, revealQuery } from './params.ts';

export const listAnnotationsOperation = operation({
  id: 'listAnnotations',
  method: 'GET',
  path: '/api/articles/{id}/annotations',
  tag: 'annotations',
  summary: 'The annotations of an article, in the order of its text',
  auth: 'anyone',
  limit: 'read',
  params: articleParams,
  query: annotationQuery.extend(revealQuery.shape),
  answers: {
    200: { description: 'A page of annotations', schema: pageOf(annotationView) },
  },
  problems: ['not-found'],
});

export const annotateOperation = operation({
  id: 'annotate',
  method: 'POST',
  path: '/api/articles/{id}/annotations',
  tag: 'annotations',
  summary: 'Mark a passage as a claim or a remark, with first sources, verdict and comment: all or nothing',
  auth: 'user',
  limit: 'write',
  params: articleParams,
  body: annotateInput,
  answers: { 201: { description: 'The annotation', schema: annotationDetail } },
  problems: [
    'not-found',
    'article-locked',
    'target-not-found',
    'target-ambiguous',
    'source-exists',
    'comments-closed',
  ],
});

export const getAnnotationOperation = operation({
  id: 'getAnnotation',
  method: 'GET',
  path: '/api/annotations/{id}',
  tag: 'annotations',
  summary: 'One annotation with its sources, assessments and comments',
  auth: 'anyone',
  limit: 'read',
  params: idParams,
  query: revealQuery,
  answers: { 200: { description: 'The annotation', schema: annotationDetail } },
  problems: ['not-found'],
});

export const readAnnotationsOperation = operation({
  id: 'readAnnotations',
  method: 'GET',
  path: '/api/annotations',
  tag: 'annotations',
  summary:
    'Some annotations by their ids, up to 50 with commas between them; what the caller cannot read is left out',
  auth: 'anyone',
  limit: 'read',
  query: idsQuery.extend(revealQuery.shape),
  answers: {
    200: {
      description: 'Those that there are, in no order',
      schema: z.object({ items: z.array(annotationDetail) }),
    },
  },
});

export const editAnnotationOperation = operation({
  id: 'editAnnotation',
  method: 'PATCH',
  path: '/api/annotations/{id}',
  tag: 'annotations',
  summary: 'Change statement, kind or span; a new wording once others took part',
  auth: 'user',
  limit: 'write',
  params: idParams,
  body: annotationPatch,
  answers: { 200: { description: 'The annotation as it is now', schema: annotationDetail } },
  problems: [
    'not-found',
    'not-allowed',
    'edit-conflict',
    'article-locked',
    'target-not-found',
    'target-ambiguous',
  ],
});

export const removeAnnotationOperation = operation({
  id: 'removeAnnotation',
  method: 'DELETE',
  path: '/api/annotations/{id}',
  tag: 'annotations',
  summary: 'Delete it, or withdraw it with a trace once others took part',
  auth: 'user',
  limit: 'write',
  params: idParams,
  answers: {
    204: { description: 'It is gone', schema: null },
    200: { description: 'It was withdrawn and stays readable', schema: annotationDetail },
  },
  problems: ['not-found', 'not-allowed'],
});

export const annotationOperations = [
  listAnnotationsOperation,
  annotateOperation,
  getAnnotationOperation,
  readAnnotationsOperation,
  editAnnotationOperation,
  removeAnnotationOperation,
];
