import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { operations } from '#lib/http/contract/all.ts';
import { editAnnotationOperation } from '#lib/http/contract/annotations.ts';
import { importArticleOperation, listArticlesOperation } from '#lib/http/contract/articles.ts';
import { openApi } from '#lib/http/openapi.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call, handlersIn, routeFile } from '#tests/setup/api.ts';
import { untilTooOften } from '#tests/setup/limits.ts';

const nowhere = '00000000-0000-7000-8000-000000000000';
const params = { id: nowhere, handle: 'nobody-here', token: 'none' };
const writes = operations.filter(({ method }) => method !== 'GET');
const guarded = operations.filter(({ auth }) => auth === 'user');
const withBody = operations.filter(({ body }) => body);

// One person asks for everything: what they may do in a minute is counted anew.
beforeEach(async () => void (await db().rateLimit.deleteMany()));

let anna: TestPerson;
beforeAll(async () => {
  anna = await person();
});

test('every operation of the contract has its route, and every route its operation', () => {
  for (const { path: contractPath, method } of operations) {
    const file = routeFile(contractPath);
    expect(existsSync(file), file).toBe(true);
    expect(handlersIn(file), file).toContain(method);
  }
  const described = new Set(operations.map(({ path: p, method }) => `${method} ${routeFile(p)}`));
  const files = globSync('app/api/**/route.ts').filter((f) => !/\[\.\.\.\w+\]|openapi\.json/.test(f));
  for (const file of files) {
    for (const method of handlersIn(path.resolve(file)))
      expect(described).toContain(`${method} ${path.resolve(file)}`);
  }
});

test('openapi.json names every operation once and has no reference that leads nowhere', () => {
  const description = openApi('http://localhost:3000');
  const ids = Object.values(description.paths).flatMap((methods) =>
    Object.values(methods).map((operation) => (operation as { operationId: string }).operationId),
  );
  expect(new Set(ids).size).toBe(operations.length);
  expect(JSON.stringify(description)).not.toContain('$ref');
});

test('a route does nothing but call through the door', () => {
  const files = globSync('app/api/**/route.ts').filter((f) => !/\[\.\.\.\w+\]|openapi\.json/.test(f));
  for (const file of files) expect(readFileSync(file, 'utf8').split('\n').length, file).toBeLessThan(40);
});

describe.each(guarded)('$id', (operation) => {
  // A read takes no body.
  const body = operation.method === 'GET' ? undefined : {};

  test('asks for a sign-in', async () => {
    const { status, body: problem } = await call(operation, { params, body });
    expect([status, problem.code]).toEqual([401, 'not-signed-in']);
  });

  test('knows no made-up session and no made-up token', async () => {
    const cookie = await call(operation, { params, body, headers: { cookie: 'obelus-session=made-up' } });
    expect(cookie.status).toBe(401);
    const token = await call(operation, { params, body, headers: { authorization: 'Bearer made-up' } });
    expect(token.status).toBe(401);
  });
});

describe.each(writes)('$id', (operation) => {
  test('refuses a request of another site', async () => {
    const foreign = await call(operation, {
      as: anna,
      params,
      body: {},
      headers: { origin: 'https://evil.example' },
    });
    expect([foreign.status, foreign.body.code]).toEqual([403, 'foreign-origin']);
    const fetched = await call(operation, {
      as: anna,
      params,
      body: {},
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect([fetched.status, fetched.body.code]).toEqual([403, 'foreign-origin']);
  });
});

describe.each(withBody)('$id', (operation) => {
  test('refuses what is not JSON, not well formed, not in UTF-8 or not of its shape', async () => {
    const text = await call(operation, {
      as: anna,
      params,
      raw: 'x',
      headers: { 'content-type': 'text/plain' },
    });
    expect([text.status, text.body.code]).toEqual([415, 'unsupported-media-type']);
    const broken = await call(operation, { as: anna, params, raw: '{"a":' });
    expect([broken.status, broken.body.code]).toEqual([400, 'bad-request']);
    const list = await call(operation, { as: anna, params, raw: '[]' });
    expect([list.status, list.body.code]).toEqual([422, 'invalid']);
  });
});

test('what is wrong is told field by field', async () => {
  const { status, body } = await call(editAnnotationOperation, {
    as: anna,
    params,
    body: { statement: '', kind: 'rumour' },
  });
  expect(status).toBe(422);
  expect(Object.keys(body.fields).sort()).toEqual(['kind', 'statement', 'version']);
});

test('a body over its limit is refused by its header, unread, and by its bytes', async () => {
  const headers = { 'content-length': String(100 * 1024 * 1024) };
  const announced = await call(importArticleOperation, { as: anna, raw: '{"text":"x"}', headers });
  expect([announced.status, announced.body.code]).toEqual([413, 'too-large']);
  const sent = await call(editAnnotationOperation, {
    as: anna,
    params,
    raw: `{"statement":"${'x'.repeat(300_000)}"}`,
  });
  expect([sent.status, sent.body.code]).toEqual([413, 'too-large']);
});

test.each(['\0', '\ud800'])('text that cannot be stored is 422, not 500', async (bad) => {
  const { status } = await call(importArticleOperation, {
    as: anna,
    body: { text: `An article ${bad} of sorts.` },
  });
  expect(status).toBe(422);
});

test('too often is 429 with the seconds to wait, before any work', async () => {
  const busy = await person();
  const { passed, refused } = await untilTooOften('write', () =>
    call(editAnnotationOperation, { as: busy, params, body: { version: 1 } }),
  );
  expect(passed.every(({ status }) => status === 404)).toBe(true);
  expect(refused.body.code).toBe('too-often');
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  const other = await call(editAnnotationOperation, { as: anna, params, body: { version: 1 } });
  expect(other.status).toBe(404);
});

test('a bearer token acts for its person, without an origin', async () => {
  const { status, body } = await call(editAnnotationOperation, {
    as: anna,
    byToken: true,
    params,
    body: { version: 1 },
  });
  expect([status, body.code]).toEqual([404, 'not-found']);
});

test.each<Record<string, string>>([{ limit: '0' }, { limit: '101' }, { limit: 'x' }, { cursor: 'x' }])(
  'a bad page is 422: %o',
  async (query) => {
    const { status } = await call(listArticlesOperation, { query });
    expect(status).toBe(422);
  },
);
