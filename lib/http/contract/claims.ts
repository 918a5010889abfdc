import { claimListQuery, claimPage } from '#lib/flows/claim-list-view.ts';
import { operation } from '../operation.ts';

export const listClaimsOperation = operation({
  id: 'listClaims',
  method: 'GET',
  path: '/api/claims',
  tag: 'annotations',
  summary:
    'All claims that stand, newest first, by what they show, how far their judging has come, topic, article, who marked and who said it, and day',
  auth: 'anyone',
  limit: 'read',
  query: claimListQuery,
  answers: { 200: { description: 'A page of claims, and how many there are', schema: claimPage } },
});

export const claimOperations = [listClaimsOperation];
