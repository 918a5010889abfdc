import { z } from 'zod';
import { commentInput, commentPatch, commentView } from '#lib/comment/schema.ts';
import { operation } from '../operation.ts';
import { idParams } from './params.ts';

export const listCommentsOperation = operation({
  id: 'listAnnotationComments',
  method: 'GET',
  path: '/api/annotations/{id}/comments',
  tag: 'comments',
  summary: 'The comments on an annotation, oldest first',
  auth: 'anyone',
  limit: 'read',
  params: idParams,
  answers: {
    200: {
      description: 'The comments',
      schema: z.object({ items: z.array(commentView), nextCursor: z.null() }),
    },
  },
  problems: ['not-found'],
});

export const postCommentOperation = operation({
  id: 'commentOnAnnotation',
  method: 'POST',
  path: '/api/annotations/{id}/comments',
  tag: 'comments',
  summary: 'Say something on an annotation',
  auth: 'user',
  limit: 'write',
  params: idParams,
  body: commentInput,
  answers: { 201: { description: 'The comment', schema: commentView } },
  problems: ['not-found', 'article-locked', 'comments-closed'],
});

export const getCommentOperation = operation({
  id: 'getComment',
  method: 'GET',
  path: '/api/comments/{id}',
  tag: 'comments',
  summary: 'One comment',
  auth: 'anyone',
  limit: 'read',
  params: idParams,
  answers: { 200: { description: 'The comment', schema: commentView } },
  problems: ['not-found'],
});

export const editCommentOperation = operation({
  id: 'editComment',
  method: 'PATCH',
  path: '/api/comments/{id}',
  tag: 'comments',
  summary: "Change one's own comment",
  auth: 'user',
  limit: 'write',
  params: idParams,
  body: commentPatch,
  answers: { 200: { description: 'The comment as it is now', schema: commentView } },
  problems: ['not-found', 'not-allowed', 'edit-conflict'],
});

export const deleteCommentOperation = operation({
  id: 'deleteComment',
  method: 'DELETE',
  path: '/api/comments/{id}',
  tag: 'comments',
  summary: "Take one's own comment away; a placeholder stays where replies stand under it",
  auth: 'user',
  limit: 'write',
  params: idParams,
  answers: { 204: { description: 'It is gone', schema: null } },
  problems: ['not-found', 'not-allowed'],
});

export const commentOperations = [
  listCommentsOperation,
  postCommentOperation,
  getCommentOperation,
  editCommentOperation,
  deleteCommentOperation,
];
