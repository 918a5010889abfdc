import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formatsModule from 'ajv-formats';
import { expect } from 'vitest';
import { openApi } from '#lib/http/openapi.ts';
import type { Operation } from '#lib/http/operation.ts';
import type { TestPerson } from '#tests/factories/people.ts';

/** What the outside sees of an answer. `body` is null where there is none. */
export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: whatever came over the wire; its shape is validated against openapi.json
  body: any;
}

export interface Call {
  as?: TestPerson | null;
  /** Use the person's API token instead of the cookie. */
  byToken?: boolean;
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  /** Sent as it is, in place of `body`. */
  raw?: string;
  headers?: Record<string, string>;
}

const ajv = new Ajv2020({ strict: false, allErrors: true });
const addFormats = formatsModule as unknown as (instance: Ajv2020) => void;
addFormats(ajv);
const description = openApi('http://localhost:3000');
const root = path.resolve(import.meta.dirname, '../..');

/** The file that Next serves a path of the contract from. */
export function routeFile(contractPath: string): string {
  return path.join(root, 'app', contractPath.replaceAll(/\{(\w+)\}/g, '[$1]'), 'route.ts');
}

/** Sends one request of the contract through its route, as Next would, and holds the answer against openapi.json. */
export async function call(
  operation: Operation,
  { params = {}, query, ...rest }: Call = {},
): Promise<Answer> {
  const filled = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  const url = new URL(filled, 'http://localhost:3000');
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
  const handlers = await import(routeFile(operation.path));
  const response: Response = await handlers[operation.method](
    new Request(url, { method: operation.method, headers: headersOf(rest), body: bodyOf(rest) }),
    { params: Promise.resolve(params) },
  );
  const text = await response.text();
  const answer = { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : null };
  checkAgainstContract(operation, answer);
  return answer;
}

function headersOf({ as, byToken, headers, body, raw }: Call): Headers {
  const result = new Headers({ host: 'localhost:3000', 'x-obelus-address': '192.0.2.1', ...headers });
  if (as && byToken) result.set('authorization', `Bearer ${as.token}`);
  else if (as) result.set('cookie', as.cookie);
  if (!byToken && !result.has('origin')) result.set('origin', 'http://localhost:3000');
  if ((body !== undefined || raw !== undefined) && !result.has('content-type')) {
    result.set('content-type', 'application/json');
  }
  return result;
}

function bodyOf({ body, raw }: Call): string | undefined {
  return raw ?? (body === undefined ? undefined : JSON.stringify(body));
}

function checkAgainstContract(operation: Operation, { status, headers, body }: Answer) {
  const described = description.paths[operation.path]?.[operation.method.toLowerCase()] as {
    responses: Record<string, { content?: Record<string, { schema: object }> }>;
  };
  const answer = described.responses[status];
  expect(
    answer,
    `${operation.id} answered ${status}, which openapi.json does not know: ${JSON.stringify(body)}`,
  ).toBeDefined();
  const [[type, { schema }] = ['', { schema: undefined }]] = Object.entries(answer?.content ?? {});
  if (!schema) {
    expect(body).toBeNull();
    return;
  }
  expect(headers.get('content-type')).toContain(type);
  const valid = ajv.validate(schema, body);
  expect(valid, `${operation.id} ${status}: ${ajv.errorsText()}`).toBe(true);
}

/** Names of the exported handlers of a route file. */
export function handlersIn(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^export (?:const|(?:async )?function) ([A-Z]+)\b/gm)].map(
    (m) => m[1] as string,
  );
}
