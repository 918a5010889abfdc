import { foldsView } from '#lib/assessment/reveal/schema.ts';
import { id } from '#lib/errors/fields.ts';
import { webPagePage, webPageQuery } from '#lib/evidence/page-list/schema.ts';
import { snapshotText, webPageRecord } from '#lib/evidence/page-record/schema.ts';
import { operation } from '../operation.ts';
import { pageQuery } from '../pages.ts';
import { idParams, revealQuery } from './params.ts';

/** Of the claims in it. */
const folds = { folds: foldsView };

export const listWebPagesOperation = operation({
  id: 'listWebPages',
  method: 'GET',
  path: '/api/web-pages',
  tag: 'evidence',
  summary:
    'Pages of the web that are evidence on active claims, those given last first, or those used most; pages that carry the same text are one',
  auth: 'anyone',
  limit: 'search',
  query: webPageQuery,
  answers: { 200: { description: 'A page of them', schema: webPagePage } },
  problems: ['too-slow'],
});

export const getWebPageOperation = operation({
  id: 'getWebPage',
  method: 'GET',
  path: '/api/web-pages/{id}',
  tag: 'evidence',
  summary: 'One page that is evidence: its snapshots, where it was used and how it fared',
  auth: 'anyone',
  limit: 'read',
  params: idParams,
  query: pageQuery.extend(revealQuery.shape),
  answers: { 200: { description: 'The page', schema: webPageRecord.extend(folds) } },
  problems: ['not-found'],
});

export const getSnapshotOperation = operation({
  id: 'getSnapshot',
  method: 'GET',
  path: '/api/web-pages/{id}/snapshots/{snapshotId}',
  tag: 'evidence',
  summary: 'What a page held when it was looked at: what is quoted of it, and its text for who may read that',
  auth: 'anyone',
  limit: 'read',
  params: idParams.extend({ snapshotId: id }),
  query: revealQuery,
  answers: { 200: { description: 'The snapshot', schema: snapshotText.extend(folds) } },
  problems: ['not-found'],
});

export const webPageOperations = [listWebPagesOperation, getWebPageOperation, getSnapshotOperation];
