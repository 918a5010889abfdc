import { z } from 'zod';

/** What an operator changes while it runs, with its value until somebody does. */
export const SETTINGS = {
  /** Who may bring an article in: this role and those above it. */
  'articles.import-role': z.enum(['reader', 'checker', 'moderator', 'admin']).default('reader'),
  /** Whether people may sign up by themselves. */
  'users.sign-up': z.boolean().default(true),
  /** Whose comments wait for a moderator: nobody's, newcomers', everybody's (lib/comment/policy.ts). */
  'comments.pre-moderation': z.enum(['off', 'newcomers', 'all']).default('off'),
  /** Whether people without an account may comment. What they say always waits for a moderator. */
  'comments.guests': z.boolean().default(false),
} as const;

export type SettingKey = keyof typeof SETTINGS;
export type SettingValue<K extends SettingKey> = z.output<(typeof SETTINGS)[K]>;
