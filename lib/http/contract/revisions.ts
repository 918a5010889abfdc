import { z } from 'zod';
import {
  revisionAnswer,
  revisionInput,
  revisionListItem,
  revisionView,
} from '#lib/article/revision/schema.ts';
import { IMPORT_MAX_BYTES } from '#lib/article/schema.ts';
import { operation } from '../operation.ts';
import { pageOf, pageQuery } from '../pages.ts';
import { articleParams } from './params.ts';

const CANONICAL =
  'Its hash is the SHA-256 of its canonical text: the textblocks in their order, joined by one line feed; markup, links and what stands around the article have no part in it.';

export const reviseArticleOperation = operation({
  id: 'reviseArticle',
  method: 'POST',
  path: '/api/articles/{id}/revisions',
  tag: 'revisions',
  summary: `Look at the article's address again, or give new content (html, markdown, text, file or document; who may edit the article); all annotations are carried over. Equal text makes no revision, unless its source gave it another title; how long ago something was, counters of readers and lines that lead to other articles are no difference of a page. A notice in its place is a revision, and says so in showed; of an article whose rest is kept for subscribers the beginning is compared alone, and look is "beginning". ${CANONICAL}`,
  auth: 'user',
  limit: 'check',
  params: articleParams,
  body: revisionInput,
  bodyMayBeMissing: true,
  maxBytes: IMPORT_MAX_BYTES,
  answers: {
    201: { description: 'The new revision, and how the annotations stand in it', schema: revisionAnswer },
    200: { description: 'The newest revision as it was: nothing changed', schema: revisionAnswer },
  },
  problems: [
    'not-found',
    'not-allowed',
    'no-address',
    'article-gone',
    'empty-text',
    'binary-text',
    'bad-file',
    'unavailable',
    'too-large',
    'no-article',
    'bad-url',
    'fetch-failed',
  ],
});

export const listRevisionsOperation = operation({
  id: 'listRevisions',
  method: 'GET',
  path: '/api/articles/{id}/revisions',
  tag: 'revisions',
  summary: 'The revisions of an article, newest first, with what happened to its annotations in each',
  auth: 'anyone',
  limit: 'read',
  params: articleParams,
  query: pageQuery,
  answers: { 200: { description: 'A page of revisions', schema: pageOf(revisionListItem) } },
  problems: ['not-found'],
});

/** One revision of an article. */
export const revisionParams = articleParams.extend({
  number: z
    .string()
    .regex(/^[1-9]d{0,8}$/)
    .transform(Number),
});

export const getRevisionOperation = operation({
  id: 'getRevision',
  method: 'GET',
  path: '/api/articles/{id}/revisions/{number}',
  tag: 'revisions',
  summary: `One revision with its text and document. ${CANONICAL}`,
  auth: 'anyone',
  limit: 'read',
  params: revisionParams,
  answers: { 200: { description: 'The revision', schema: revisionView } },
  problems: ['not-found'],
});

export const revisionOperations = [reviseArticleOperation, listRevisionsOperation, getRevisionOperation];
