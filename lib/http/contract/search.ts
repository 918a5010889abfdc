import { z } from 'zod';
import { searchPage, searchQuery, similarClaim, similarQuery } from '#lib/search/schema.ts';
import { operation } from '../operation.ts';
import { revealQuery } from './params.ts';

export const searchOperation = operation({
  id: 'search',
  method: 'GET',
  path: '/api/search',
  tag: 'search',
  summary:
    'Articles, claims, rulings, sources, comments and comments on the originals of articles that everybody can read and that hold what is sought, the best first; “quoted words” stand as they are. Similar spellings, or some of the words, where there is nothing else. What a claim shows is folded for who could judge it and has not; `reveal=1` unfolds those that are found, and so does `verdict`, which is kept as of any claim',
  auth: 'anyone',
  limit: 'search',
  query: searchQuery.extend(revealQuery.shape),
  answers: { 200: { description: 'A page of what was found', schema: searchPage } },
  problems: ['too-slow'],
});

export const similarClaimsOperation = operation({
  id: 'similarClaims',
  method: 'GET',
  path: '/api/claims/similar',
  tag: 'search',
  summary: 'Active claims that say the same as a statement, or nearly so, the most alike first',
  auth: 'anyone',
  limit: 'search',
  query: similarQuery,
  answers: {
    200: { description: 'Five at the most', schema: z.object({ items: z.array(similarClaim) }) },
  },
  problems: ['too-slow'],
});

export const searchOperations = [searchOperation, similarClaimsOperation];
