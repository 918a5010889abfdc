import { z } from 'zod';
import { LOCALES } from '#lib/i18n/locale.ts';
import { TEXT_NAMES } from '#lib/i18n/texts.ts';
import { publicTextPatch, publicTextView } from '#lib/settings/text/schema.ts';
import { operation } from '../operation.ts';

const params = z.object({ name: z.enum(TEXT_NAMES), locale: z.enum(LOCALES) });

export const readTextOperation = operation({
  id: 'readText',
  method: 'GET',
  path: '/api/texts/{name}/{locale}',
  tag: 'settings',
  summary: 'What this place says of itself: how verdicts arise, how corrections are made',
  auth: 'anyone',
  limit: 'read',
  params,
  answers: { 200: { description: 'The text', schema: publicTextView } },
  problems: ['not-found'],
});

export const changeTextOperation = operation({
  id: 'changeText',
  method: 'PUT',
  path: '/api/texts/{name}/{locale}',
  tag: 'settings',
  summary: 'Put another text in its place; for admins',
  auth: 'user',
  limit: 'write',
  params,
  body: publicTextPatch,
  answers: { 200: { description: 'The text as it is now', schema: publicTextView } },
  problems: ['not-found', 'not-allowed', 'edit-conflict', 'empty-text'],
});

export const textOperations = [readTextOperation, changeTextOperation];
