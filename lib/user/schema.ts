import { z } from 'zod';
import { line, prose } from '#lib/errors/fields.ts';
import { LOCALES } from '#lib/i18n/locale.ts';

export const ROLES = ['reader', 'checker', 'moderator', 'admin'] as const;
export type Role = (typeof ROLES)[number];
export const TRUST_LEVELS = ['new', 'basic', 'trusted'] as const;
export type Trust = (typeof TRUST_LEVELS)[number];

/** Who is asking. Made by lib/http from a session or a token, never from what a client sends. */
export interface Actor {
  id: string;
  handle: string;
  name: string;
  role: Role;
  trust: Trust;
  locale: string | null;
  confirmed: boolean;
  banned: boolean;
}
export type Viewer = Actor | null;

export const email = z
  .string()
  .trim()
  .max(254)
  .toLowerCase()
  .pipe(z.email({ error: 'is not a mail address' }));
/** They stand for something else in an address. */
export const RESERVED_HANDLES: ReadonlySet<string> = new Set(['me', 'new']);
export const handle = z
  .string()
  .trim()
  .toLowerCase()
  .min(2)
  .max(30)
  .regex(/^[a-z0-9](-?[a-z0-9])+$/, 'takes letters a to z, digits and single hyphens')
  .refine((value) => !RESERVED_HANDLES.has(value), 'is taken');
export const PASSWORD_MIN = 10;
/** Long passphrases are welcome; the bound keeps hashing bounded. */
export const password = z.string().min(PASSWORD_MIN).max(200);

export const signUpInput = z.object({
  email,
  password,
  name: line(80),
  handle: handle.optional(),
});
export type SignUpInput = z.output<typeof signUpInput>;

export const profileInput = z.object({
  name: line(80).optional(),
  handle: handle.optional(),
  about: prose(1000).optional(),
  locale: z.enum(LOCALES).nullable().optional(),
  version: z.number().int(),
});

export type ProfileInput = z.output<typeof profileInput>;

export const passwordInput = z.object({ current: z.string().max(200).optional(), password });
export type PasswordInput = z.output<typeof passwordInput>;

/** To whom a link is sent. */
export const addressInput = z.object({ email });
/** Where to go after the sign-in: a path of ours. */
export const signInLinkInput = addressInput.extend({ next: z.string().max(2000).optional() });
export const resetInput = z.object({ password });
export const apiTokenInput = z.object({ name: line(80) });

export const personView = z
  .object({ handle: z.string(), name: z.string() })
  .meta({ id: 'Person', description: 'Somebody, as everybody may see them' });
export type Person = z.output<typeof personView>;

export const userView = z
  .object({
    id: z.string(),
    handle: z.string(),
    name: z.string(),
    about: z.string(),
    role: z.enum(ROLES),
    createdAt: z.iso.datetime(),
    counts: z.object({
      annotations: z.number().int(),
      assessments: z.number().int(),
      sources: z.number().int(),
    }),
  })
  .meta({ id: 'User' });
export type UserView = z.output<typeof userView>;

export const ownUserView = userView
  .extend({
    email: z.string(),
    confirmed: z.boolean(),
    hasPassword: z.boolean(),
    trust: z.enum(TRUST_LEVELS),
    locale: z.enum(LOCALES).nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'OwnUser', description: 'The caller' });
export type OwnUserView = z.output<typeof ownUserView>;

export const apiTokenView = z
  .object({
    id: z.string(),
    name: z.string(),
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ApiToken' });
export type ApiTokenView = z.output<typeof apiTokenView>;

export const newApiToken = apiTokenView
  .extend({ secret: z.string() })
  .meta({ id: 'NewApiToken', description: 'The only time that the secret is told' });
export type NewApiToken = z.output<typeof newApiToken>;

/** Somebody as a sign-in provider describes them. */
export interface ProviderProfile {
  provider: string;
  providerAccountId: string;
  email: string | null;
  /** The provider says that it checked the address. */
  emailVerified: boolean;
  name: string | null;
}
