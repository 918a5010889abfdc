import { z } from 'zod';
import { text } from '#lib/errors/fields.ts';
import { REQUIREMENTS, USUAL_REQUIREMENTS } from '#lib/verdict/requirements.ts';

/** What an operator changes while it runs, with its value until somebody does. */
export const SETTINGS = {
  /** Who may bring an article in: this role and those above it. */
  'articles.import-role': z.enum(['reader', 'checker', 'moderator', 'admin']).default('reader'),
  /** Whether articles are looked at again by themselves. */
  'articles.check': z.boolean().default(true),
  /** Whether the pictures of articles are shown, fetched and handed on by this server. */
  'articles.images': z.boolean().default(false),
  /** Whether people may sign up by themselves. */
  'users.sign-up': z.boolean().default(true),
  /** Whose comments wait for a moderator: nobody's, newcomers', everybody's (lib/comment/policy.ts). */
  'comments.pre-moderation': z.enum(['off', 'newcomers', 'all']).default('off'),
  /** Whether people without an account may comment. What they say always waits for a moderator. */
  'comments.guests': z.boolean().default(false),
  /** For how many days the full text of a page is kept that was given as evidence; what is quoted of it stays. */
  'sources.keep-text': z.literal(['forever', 1825, 365, 90, 30]).default('forever'),
  /** Who reads more of such a page than what is quoted of it, with some words around. */
  'sources.full-text': z.enum(['everybody', 'members', 'moderators']).default('members'),
  /** What a ruling has to have before it is published. */
  'rulings.mandatory': z.array(z.enum(REQUIREMENTS)).default([...USUAL_REQUIREMENTS]),
  /** Whether every ruling needs another checker's approval. */
  'rulings.approval': z.boolean().default(false),
} as const;

export type SettingKey = keyof typeof SETTINGS;
export type SettingValue<K extends SettingKey> = z.output<(typeof SETTINGS)[K]>;

export const SETTING_KEYS = Object.keys(SETTINGS) as SettingKey[];

const settingValue = z.union([text, z.number(), z.boolean(), z.array(text)]);

export const settingPatch = z.object({
  /** Of the kind that the key asks for. */
  value: settingValue,
  /** 0 for one that nobody has set. */
  version: z.number().int().optional(),
});
export type SettingPatch = z.output<typeof settingPatch>;

export const settingView = z
  .object({
    key: z.enum(SETTING_KEYS),
    value: settingValue,
    /** Its value until somebody sets it. */
    default: settingValue,
    /** 0 until somebody sets it. */
    version: z.number().int(),
    updatedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Setting' });
export type SettingView = z.output<typeof settingView>;
