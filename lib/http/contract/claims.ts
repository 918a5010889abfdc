import { claimListQuery, claimPage } from '#lib/flows/claim-list-view.ts';
import { operation } from '../operation.ts';
import { revealQuery } from './params.ts';

export const listClaimsOperation = operation({
  id: 'listClaims',
  method: 'GET',
  path: '/api/claims',
  tag: 'annotations',
  summary:
    'All claims that stand, newest first, by what they show, how far their judging has come, topic, article, who marked and who said it, and day. What a claim shows is folded for who could judge it and has not; `reveal=1` unfolds the claims of the page, and so do `verdict` and `state`, which is kept as of any claim',
  auth: 'anyone',
  limit: 'read',
  query: claimListQuery.extend(revealQuery.shape),
  answers: { 200: { description: 'A page of claims, and how many there are', schema: claimPage } },
});

export const claimOperations = [listClaimsOperation];
