import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { secretFile } from './secret-file.ts';

/** The configuration names a variable that is missing or wrong. The message lists every one of them. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError';
}

const port = z.coerce.number().int().min(1).max(65535);

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
);

const httpUrl = z
  .url({ protocol: /^https?$/, error: 'must be an address that starts with http:// or https://' })
  .transform((url) => url.replace(/\/+$/, ''));

const hostAndPort = z.string().regex(/^(\[[0-9a-f:.]+\]|[^\s:[\]/]+):\d{1,5}$/i, 'must be host:port');

/** One address or one block, such as 10.0.0.0/8. */
const addressOrBlock = z.string().refine((item) => {
  const [address = '', bits, ...rest] = item.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}, 'must be an address or a block such as 10.0.0.0/8');

const record = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('localhost'),
  OBELUS_URL: httpUrl.optional(),
  OBELUS_DATA: z.string().default('.data'),
  OBELUS_DIST: z.string().default('.next'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgresql://')
    .optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')
    .optional(),
  OBELUS_MAIL_FROM: z
    .string()
    .regex(/@/, 'must be a mail address, or a name with one: Obelus <mail@example.org>')
    .optional(),
  OBELUS_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  OBELUS_ADMIN_EMAIL: z.email('must be a mail address').optional(),
  OBELUS_ADMIN_PASSWORD: z.string().min(8, 'must have at least 8 characters').optional(),
  OBELUS_FETCH_ALLOW: list.pipe(z.array(hostAndPort)).default([]),
  OBELUS_LIMITS: z.enum(['on', 'count', 'off']).default('on'),
  OBELUS_WORKER: z.enum(['inline', 'off', 'only']).default('inline'),
  OBELUS_TRUSTED_PROXIES: list.pipe(z.array(addressOrBlock)).default([]),
  GITHUB_ID: z.string().optional(),
  GITHUB_SECRET: z.string().optional(),
  GOOGLE_ID: z.string().optional(),
  GOOGLE_SECRET: z.string().optional(),
  OIDC_ISSUER: httpUrl.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default('OpenID Connect'),
});

/** Variables that are only of use together. */
const TOGETHER = [
  ['GITHUB_ID', 'GITHUB_SECRET'],
  ['GOOGLE_ID', 'GOOGLE_SECRET'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
] as const;

const complete = record.superRefine((values, context) => {
  for (const names of TOGETHER) {
    if (names.every((name) => values[name] === undefined)) continue;
    for (const name of names) {
      if (values[name] === undefined) {
        context.addIssue({
          code: 'custom',
          path: [name],
          message: `must be set too, with ${names.join(', ')}`,
        });
      }
    }
  }
});

/** What can be told from the variables alone, without looking at the disk. */
export function parseEnv(variables: Record<string, string | undefined>) {
  // An empty line in .env means "not set".
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()));
  const result = complete.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${String(issue.path[0])}: ${issue.message}`);
    throw new ConfigurationError(`The configuration is wrong:\n${[...new Set(lines)].join('\n')}`);
  }
  const v = result.data;
  const url = v.OBELUS_URL ?? `http://localhost:${v.PORT}`;
  return {
    port: v.PORT,
    host: v.HOST,
    url,
    data: path.resolve(v.OBELUS_DATA),
    dist: v.OBELUS_DIST,
    databaseUrl: v.DATABASE_URL ?? null,
    smtpUrl: v.SMTP_URL ?? null,
    mailFrom: v.OBELUS_MAIL_FROM ?? `Obelus <noreply@${new URL(url).hostname}>`,
    secret: v.OBELUS_SECRET ?? null,
    adminEmail: v.OBELUS_ADMIN_EMAIL ?? null,
    adminPassword: v.OBELUS_ADMIN_PASSWORD ?? null,
    fetchAllow: v.OBELUS_FETCH_ALLOW,
    limits: v.OBELUS_LIMITS,
    worker: v.OBELUS_WORKER,
    trustedProxies: v.OBELUS_TRUSTED_PROXIES,
    github: v.GITHUB_ID && v.GITHUB_SECRET ? { id: v.GITHUB_ID, secret: v.GITHUB_SECRET } : null,
    google: v.GOOGLE_ID && v.GOOGLE_SECRET ? { id: v.GOOGLE_ID, secret: v.GOOGLE_SECRET } : null,
    oidc:
      v.OIDC_ISSUER && v.OIDC_CLIENT_ID && v.OIDC_CLIENT_SECRET
        ? {
            issuer: v.OIDC_ISSUER,
            clientId: v.OIDC_CLIENT_ID,
            clientSecret: v.OIDC_CLIENT_SECRET,
            name: v.OIDC_NAME,
          }
        : null,
  };
}

type Parsed = ReturnType<typeof parseEnv>;

export interface Env extends Omit<Parsed, 'databaseUrl' | 'secret'> {
  /** Throws when read without DATABASE_URL, so that a build needs no database. */
  readonly databaseUrl: string;
  /** Read from the data folder when OBELUS_SECRET is unset, and made there the first time. */
  readonly secret: string;
}

let cached: Env | undefined;

/** The configuration of this process, read once. */
export function env(): Env {
  cached ??= withDisk(parseEnv(process.env));
  return cached;
}

/** Reads it anew: for tests, in which one process uses the database of several servers. */
export function rereadEnv(): void {
  cached = undefined;
}

function withDisk(parsed: Parsed): Env {
  let { secret } = parsed;
  return {
    ...parsed,
    get databaseUrl() {
      if (parsed.databaseUrl) return parsed.databaseUrl;
      throw new ConfigurationError(
        'DATABASE_URL is not set. `npm start` sets it; set it for this command too.',
      );
    },
    get secret() {
      secret ??= keptSecret(parsed.data);
      return secret;
    },
  };
}

/** The secret of a data folder. Two processes that make it at the same time agree on one. */
export function keptSecret(data: string): string {
  const file = secretFile(data);
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600 });
  try {
    // A link appears whole or not at all, and never replaces one that is there.
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, 'utf8').trim();
}
