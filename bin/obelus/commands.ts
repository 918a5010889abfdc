import { z } from 'zod';
import { publicationDate } from '#lib/article/schema.ts';
import { line } from '#lib/errors/fields.ts';
import { email, handle, PASSWORD_MIN, password, ROLES } from '#lib/user/schema.ts';
import { type Command, command } from './command.ts';

const role = z.enum(ROLES, { error: `is one of ${ROLES.join(', ')}` });
const newPassword = password.refine(() => true).optional();

/** A whole number of things. */
const count = (standard: number, most: number) => {
  const error = `is a number from 0 to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, error)
    .transform(Number)
    .pipe(z.number().max(most, error))
    .default(standard);
};

const EMAIL = { takes: 'address', about: 'the address of the account', required: true };
const PASSWORD = {
  takes: 'password',
  about: `at least ${PASSWORD_MIN} characters; when left out it is asked for, or made and shown once`,
};
const ROLE = { takes: 'role', about: ROLES.join(', ') };

const file = z.string().min(1);

/** Everything that `npm run obelus --` can do. */
export const COMMANDS: readonly Command[] = [
  command({
    name: 'user create',
    about: 'Makes an account, with a confirmed address.',
    options: {
      email: EMAIL,
      password: PASSWORD,
      name: {
        takes: 'name',
        about: 'shown beside what the person writes; the first part of the address when left out',
      },
      handle: { takes: 'handle', about: 'for the profile page; made of the name when left out' },
      role: { ...ROLE, about: `${ROLE.about}; reader when left out` },
    },
    input: z.object({
      email,
      password: newPassword,
      name: line(80).optional(),
      handle: handle.optional(),
      role: role.default('reader'),
    }),
    load: async () => (await import('./user.ts')).create,
  }),
  command({
    name: 'user role',
    about: 'Gives an account another role.',
    options: { email: EMAIL, role: { ...ROLE, required: true } },
    input: z.object({ email, role }),
    load: async () => (await import('./user.ts')).changeRole,
  }),
  command({
    name: 'user password',
    about: 'Sets the password of an account and ends its sessions.',
    options: { email: EMAIL, password: PASSWORD },
    input: z.object({ email, password: newPassword }),
    load: async () => (await import('./user.ts')).changePassword,
  }),
  command({
    name: 'token create',
    about: 'Makes a token for the HTTP interface and prints it: it is shown this once.',
    options: {
      user: { takes: 'address', about: 'the address of the account that it acts for', required: true },
      name: { takes: 'name', about: 'what it is for' },
    },
    input: z.object({ user: email, name: line(80).default('command line') }),
    load: async () => (await import('./token.ts')).create,
  }),
  command({
    name: 'article import',
    about:
      'Brings an article in and prints its slug and its address. What is stated here wins over what is found.',
    operand: { name: 'source', shown: '<file or URL>' },
    options: {
      user: {
        takes: 'address',
        about: 'the address of the account that brings it in; the first admin when left out',
      },
      title: { takes: 'title', about: 'its title' },
      byline: { takes: 'names', about: 'who wrote it' },
      site: { takes: 'name', about: 'where it appeared' },
      published: { takes: 'date', about: 'when it appeared: 2025-12-15, or a moment with its zone' },
      lang: { takes: 'tag', about: 'its language, such as en or de-AT' },
      url: { takes: 'URL', about: 'where a file comes from' },
    },
    input: z.object({
      source: z.string().min(1),
      user: email.optional(),
      title: z.string().optional(),
      byline: z.string().optional(),
      site: z.string().optional(),
      published: publicationDate.optional(),
      lang: z.string().optional(),
      url: z.string().optional(),
    }),
    load: async () => (await import('./article.ts')).importOne,
  }),
  command({
    name: 'demo',
    about:
      'Fills the place with made-up articles, people, annotations and comments, to measure and to look at.',
    options: {
      articles: { takes: 'number', about: 'how many articles (1)' },
      annotations: { takes: 'number', about: 'how many annotations on each (200)' },
      comments: { takes: 'number', about: 'how many comments on the annotations of each (1000)' },
      discussion: { takes: 'number', about: 'how many comments under each (200)' },
      people: { takes: 'number', about: 'how many people take part (50)' },
      seed: { takes: 'number', about: 'another number makes other content, the same one the same (1)' },
    },
    input: z.object({
      articles: count(1, 10_000),
      annotations: count(200, 100_000),
      comments: count(1_000, 1_000_000),
      discussion: count(200, 1_000_000),
      people: count(50, 10_000),
      seed: count(1, 999_999_999),
    }),
    load: async () => (await import('./demo.ts')).fill,
  }),
  command({
    name: 'ratings recompute',
    about:
      'Computes from the lines of GET /api/ratings, of this site or another one, what people who usually disagree find helpful.',
    operand: { name: 'file', shown: '<file>' },
    options: { assessment: { takes: 'id', about: 'only of this one, with what would change it' } },
    opensDatabase: true,
    input: z.object({ file, assessment: z.string().optional() }),
    load: async () => (await import('./ratings.ts')).recomputeRatings,
  }),
  command({
    name: 'backup',
    about:
      'Writes everything into one archive, a ZIP file, and prints its name: content, people, waiting jobs, unsent mails, the secret.',
    operand: { name: 'file', shown: '<file>' },
    options: {},
    opensDatabase: true,
    input: z.object({ file }),
    load: async () => (await import('./backup.ts')).backup,
  }),
  command({
    name: 'restore',
    about: 'Brings a backup back into an empty database: a new data folder, or the one at DATABASE_URL.',
    operand: { name: 'file', shown: '<file>' },
    options: {},
    opensDatabase: true,
    input: z.object({ file }),
    load: async () => (await import('./backup.ts')).restore,
  }),
];
