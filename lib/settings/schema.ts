import { z } from 'zod';

/** What an operator changes while it runs, with its value until somebody does. */
export const SETTINGS = {
  /** Who may bring an article in: this role and those above it. */
  'articles.import-role': z.enum(['reader', 'checker', 'moderator', 'admin']).default('reader'),
  /** Whether people may sign up by themselves. */
  'users.sign-up': z.boolean().default(true),
} as const;

export type SettingKey = keyof typeof SETTINGS;
export type SettingValue<K extends SettingKey> = z.output<(typeof SETTINGS)[K]>;
