import { z } from 'zod';
import { LOCALES } from '#lib/i18n/locale.ts';
import { operation } from '../operation.ts';
import { THEMES } from '../preferences.ts';

export const setPreferencesOperation = operation({
  id: 'setPreferences',
  method: 'POST',
  path: '/api/preferences',
  tag: 'preferences',
  summary:
    'Choose the language and the colours of the interface: kept in cookies, the language in the account too',
  auth: 'anyone',
  limit: 'write',
  body: z.object({ language: z.enum(LOCALES).optional(), theme: z.enum(THEMES).optional() }),
  answers: { 204: { description: 'Kept: the answer sets the cookies', schema: null } },
});

export const preferencesOperations = [setPreferencesOperation];
