import pg from 'pg';
import { expect, inject, test as plain } from 'vitest';
import type { ArticleView } from '#lib/article/schema.ts';
import type { TestPerson } from '#tests/factories/people.ts';
import { rawRequest } from './answers.ts';
import { newPerson } from './member.ts';
import { joinServer, startServer, type TestServer } from './server.ts';

/** How soon another process answers with what is new. */
export const SOON = 1_000;

export interface Pair {
  /** Where changes are made. */
  first: TestServer;
  /** Another process on the same database. */
  second: TestServer;
  /** Changes the database as no part of Obelus would: nobody is told. */
  behindItsBack(sql: string, ...values: unknown[]): Promise<void>;
  author: TestPerson;
  other: TestPerson;
  moderator: TestPerson;
  admin: TestPerson;
}

export const test = plain.extend<{ pair: Pair }>({
  pair: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixtures' names from the pattern
    async ({}, use) => {
      const first = await startServer(inject('postgresUrl'), { OBELUS_LIMITS: 'off' });
      const second = await joinServer(first, { OBELUS_LIMITS: 'off' });
      const client = new pg.Client(first.databaseUrl);
      await client.connect();
      await use({
        first,
        second,
        async behindItsBack(sql, ...values) {
          await client.query(sql, values);
        },
        author: await newPerson(first, { name: 'Marta Ellingsen' }),
        other: await newPerson(first),
        moderator: await newPerson(first, { role: 'moderator' }),
        admin: await newPerson(first, { role: 'admin' }),
      });
      await client.end();
      await second.stop();
      await first.stop();
    },
    { scope: 'file' },
  ],
});

/** What a guest reads at a path. */
export async function read(site: TestServer, path: string, headers: Record<string, string> = {}) {
  const answer = await rawRequest(site.url + path, { headers });
  expect(answer.status, path).toBe(200);
  return String(answer.body);
}

/** Reads until the page is kept: the first answers of a process are not, while it does not hear the others. */
export async function readKept(
  { behindItsBack }: Pair,
  site: TestServer,
  path: string,
  article: ArticleView,
) {
  await expect
    .poll(async () => {
      const before = await read(site, path);
      await behindItsBack(`UPDATE "Article" SET "title" = "title" || '.' WHERE "id" = $1`, article.id);
      return (await read(site, path)) === before;
    })
    .toBe(true);
}
