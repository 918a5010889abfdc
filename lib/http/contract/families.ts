import { z } from 'zod';
import { familyLink, familyView } from '#lib/annotation/family/schema.ts';
import { id } from '#lib/errors/fields.ts';
import { sourceView } from '#lib/evidence/schema.ts';
import { operation } from '../operation.ts';
import { idParams } from './params.ts';

export const readFamilyOperation = operation({
  id: 'readFamily',
  method: 'GET',
  path: '/api/annotations/{id}/family',
  tag: 'annotations',
  summary: 'The other claims that say the same, oldest first, with what they show',
  auth: 'anyone',
  limit: 'read',
  params: idParams,
  answers: { 200: { description: 'The family; empty where the claim is in none', schema: familyView } },
  problems: ['not-found'],
});

export const linkFamilyOperation = operation({
  id: 'linkFamily',
  method: 'POST',
  path: '/api/annotations/{id}/family',
  tag: 'annotations',
  summary: 'Say of two claims that they say the same; the families that they are in become one',
  auth: 'user',
  limit: 'write',
  params: idParams,
  body: familyLink,
  answers: { 200: { description: 'The family as it is now', schema: familyView } },
  problems: ['not-found', 'not-allowed', 'article-locked', 'family-full'],
});

export const leaveFamilyOperation = operation({
  id: 'leaveFamily',
  method: 'DELETE',
  path: '/api/annotations/{id}/family',
  tag: 'annotations',
  summary: 'Take a claim out of its family: for its author, moderators, and whoever linked it',
  auth: 'user',
  limit: 'write',
  params: idParams,
  answers: { 204: { description: 'It is in no family any more', schema: null } },
  problems: ['not-found', 'not-allowed'],
});

export const reuseSourceOperation = operation({
  id: 'reuseSource',
  method: 'POST',
  path: '/api/annotations/{id}/taken-sources',
  tag: 'evidence',
  summary: 'Lay a source of a claim that says the same beside this one too; where it comes from is kept',
  auth: 'user',
  limit: 'write',
  params: idParams,
  body: z.object({ sourceId: id }),
  answers: { 201: { description: 'The source beside this claim', schema: sourceView } },
  problems: ['not-found', 'article-locked', 'source-exists'],
});

export const familyOperations = [
  readFamilyOperation,
  linkFamilyOperation,
  leaveFamilyOperation,
  reuseSourceOperation,
];
