import { z } from 'zod';
import {
  commentInContext,
  commentInput,
  commentPatch,
  commentView,
  threadPage,
  threadQuery,
  voteInput,
  votesView,
} from '#lib/comment/schema.ts';
import { operation } from '../operation.ts';
import { articleParams, idParams, idsQuery } from './params.ts';

const list = {
  method: 'GET',
  tag: 'comments',
  auth: 'anyone',
  limit: 'read',
  query: threadQuery,
  answers: {
    200: {
      description: 'Comments in the order in which they are read: each followed by its replies, oldest first',
      schema: threadPage,
    },
  },
  problems: ['not-found'],
} as const;

const post = {
  method: 'POST',
  tag: 'comments',
  // Guests too, where a Setting allows it.
  auth: 'anyone',
  limit: 'write',
  body: commentInput,
  answers: {
    201: { description: 'The comment', schema: commentView },
    202: { description: 'The comment, which awaits approval', schema: commentView },
  },
  problems: ['not-found', 'article-locked', 'comments-closed', 'registered'],
} as const;

export const listArticleCommentsOperation = operation({
  ...list,
  id: 'listArticleComments',
  path: '/api/articles/{id}/comments',
  summary: 'The thread under an article',
  params: articleParams,
});

export const commentOnArticleOperation = operation({
  ...post,
  id: 'commentOnArticle',
  path: '/api/articles/{id}/comments',
  summary: 'Say something under an article',
  params: articleParams,
});

export const listAnnotationCommentsOperation = operation({
  ...list,
  id: 'listAnnotationComments',
  path: '/api/annotations/{id}/comments',
  summary: 'The thread on an annotation',
  params: idParams,
});

export const commentOnAnnotationOperation = operation({
  ...post,
  id: 'commentOnAnnotation',
  path: '/api/annotations/{id}/comments',
  summary: 'Say something on an annotation',
  params: idParams,
});

export const getCommentOperation = operation({
  id: 'getComment',
  method: 'GET',
  path: '/api/comments/{id}',
  tag: 'comments',
  summary: 'One comment with those above it',
  auth: 'anyone',
  limit: 'read',
  params: idParams,
  answers: { 200: { description: 'The comment', schema: commentInContext } },
  problems: ['not-found'],
});

export const readCommentsOperation = operation({
  id: 'readComments',
  method: 'GET',
  path: '/api/comments',
  tag: 'comments',
  summary:
    'Some comments by their ids, up to 50 with commas between them; what does not stand for the caller is left out',
  auth: 'anyone',
  limit: 'read',
  query: idsQuery,
  answers: {
    200: {
      description: 'Those that there are, in no order',
      schema: z.object({ items: z.array(commentView) }),
    },
  },
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
  problems: ['not-found', 'not-allowed', 'edit-conflict', 'article-locked'],
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

export const voteOnCommentOperation = operation({
  id: 'voteOnComment',
  method: 'PUT',
  path: '/api/comments/{id}/vote',
  tag: 'comments',
  summary: "The caller's vote: 1 for, -1 against, 0 takes it back; the same again changes nothing",
  auth: 'user',
  limit: 'vote',
  params: idParams,
  body: voteInput,
  answers: { 200: { description: 'The votes as they are now', schema: votesView } },
  problems: ['not-found', 'not-allowed', 'own-comment', 'article-locked'],
});

export const commentOperations = [
  listArticleCommentsOperation,
  commentOnArticleOperation,
  listAnnotationCommentsOperation,
  commentOnAnnotationOperation,
  getCommentOperation,
  readCommentsOperation,
  editCommentOperation,
  deleteCommentOperation,
  voteOnCommentOperation,
];
