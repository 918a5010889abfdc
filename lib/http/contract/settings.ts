import { z } from 'zod';
import { SETTING_KEYS, settingPatch, settingView } from '#lib/settings/schema.ts';
import { operation } from '../operation.ts';

export const listSettingsOperation = operation({
  id: 'listSettings',
  method: 'GET',
  path: '/api/settings',
  tag: 'settings',
  summary: 'What an admin can change while the server runs',
  auth: 'user',
  limit: 'read',
  answers: { 200: { description: 'Every Setting', schema: z.object({ items: z.array(settingView) }) } },
  problems: ['not-allowed'],
});

export const changeSettingOperation = operation({
  id: 'changeSetting',
  method: 'PATCH',
  path: '/api/settings/{key}',
  tag: 'settings',
  summary: 'Change a Setting; it holds at once',
  auth: 'user',
  limit: 'write',
  params: z.object({ key: z.enum(SETTING_KEYS) }),
  body: settingPatch,
  answers: { 200: { description: 'The Setting as it is now', schema: settingView } },
  problems: ['not-found', 'edit-conflict'],
});

export const settingsOperations = [listSettingsOperation, changeSettingOperation];
