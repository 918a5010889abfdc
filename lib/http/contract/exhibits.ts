import { exhibitCommentView, exhibitView } from '#lib/exhibit/schema.ts';
import { exhibitBrought, exhibitInput } from '#lib/flows/exhibit-input.ts';
import { MAX_BODY_BYTES } from '../body-limit.ts';
import { operation } from '../operation.ts';
import { pageOf, pageQuery } from '../pages.ts';
import { articleParams } from './params.ts';

export const getExhibitOperation = operation({
  id: 'getExhibit',
  method: 'GET',
  path: '/api/articles/{id}/exhibit',
  tag: 'exhibit',
  summary: 'The discussion that stood under the original of an article, and how far its import is',
  auth: 'anyone',
  limit: 'read',
  params: articleParams,
  answers: { 200: { description: 'The exhibit', schema: exhibitView } },
  problems: ['not-found'],
});

export const bringExhibitOperation = operation({
  id: 'bringExhibit',
  method: 'POST',
  path: '/api/articles/{id}/exhibit',
  tag: 'exhibit',
  summary:
    'Bring the original thread: one of export (the XML of WordPress or Disqus), html and text; with none of them, the page at the address of the article is fetched. The same again changes nothing',
  auth: 'user',
  limit: 'import',
  params: articleParams,
  body: exhibitInput,
  maxBytes: MAX_BODY_BYTES,
  answers: {
    201: { description: 'The new exhibit', schema: exhibitBrought },
    200: { description: 'The exhibit that is here, with what it lacked', schema: exhibitBrought },
    202: { description: 'The exhibit, into which a job lays the comments', schema: exhibitBrought },
  },
  problems: [
    'not-found',
    'article-locked',
    'bad-export',
    'export-no-match',
    'no-comments',
    'too-large',
    'bad-url',
    'fetch-failed',
  ],
});

export const listExhibitOperation = operation({
  id: 'listExhibitComments',
  method: 'GET',
  path: '/api/articles/{id}/exhibit/comments',
  tag: 'exhibit',
  summary: 'The comments of an exhibit from top to bottom, each followed by its replies',
  auth: 'anyone',
  limit: 'read',
  params: articleParams,
  query: pageQuery,
  answers: { 200: { description: 'A page of comments', schema: pageOf(exhibitCommentView) } },
  problems: ['not-found'],
});

export const exhibitOperations = [getExhibitOperation, bringExhibitOperation, listExhibitOperation];
