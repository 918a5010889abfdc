import type { z } from 'zod';
import { Problem } from '#lib/errors/problem.ts';
import { permit } from '#lib/user/require.ts';
import type { Actor, Viewer } from '#lib/user/schema.ts';
import { readJson, readText } from './body.ts';
import { byToken, type Caller, checkOrigin, identify, isByChoice } from './caller.ts';
import { type Incoming, type PlainAnswer, toResponse } from './exchange.ts';
import { answerOnce } from './idempotency.ts';
import type { Operation } from './operation.ts';
import { problemResponse } from './problems.ts';

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

/** What a handler gets: checked, and nothing else of the request. */
interface RouteInput<O extends Operation> {
  viewer: O['auth'] extends 'user' ? Actor : Viewer;
  params: Parsed<O['params']>;
  query: Parsed<O['query']>;
  body: Parsed<O['body']>;
  /** The client's address, for limits of a handler's own. */
  address: string;
  /** When the request came in: what others did after it, the caller cannot have known. */
  receivedAt: Date;
  /** Whether somebody asks by choice: what a read keeps of them (`?reveal=1`) is kept only then. */
  chosen: boolean;
  /** Header values that a handler may need, such as Accept-Language. */
  headers: Headers;
}

type Answer = Response | { status: number; body?: unknown; headers?: Record<string, string> };
type Handler<O extends Operation> = (input: RouteInput<O>) => Promise<Answer>;
type Context = { params?: Promise<Record<string, string | string[] | undefined>> };

/** A route as Next calls it; `plain` is the same for our own server. */
export interface RouteHandler {
  (request: Request, context?: Context): Promise<Response>;
  plain(request: Incoming, context: Context): Promise<PlainAnswer | Response>;
}

/**
 * The one door for requests: who is it, may the request come from there, is it too often, is it well formed; then the
 * handler; and problem details on the way out. A handler is a few lines that call one mutation or query.
 */
export function route<const O extends Operation>(operation: O, handler: Handler<O>): RouteHandler {
  const plain = async (request: Incoming, context: Context): Promise<PlainAnswer | Response> => {
    const receivedAt = new Date();
    try {
      if (operation.method !== 'GET' && !byToken(request.headers)) checkOrigin(request);
      const caller = await identify(request.headers, operation.limit);
      if (operation.auth === 'user') permit(caller.viewer, true);
      return await perform(operation, handler, request, context, { ...caller, receivedAt });
    } catch (error) {
      return problemResponse(error);
    }
  };
  const whole = async (request: Request, context: Context = {}) => asResponse(await plain(request, context));
  return Object.assign(whole, { plain });
}

const asResponse = (answer: PlainAnswer | Response) =>
  answer instanceof Response ? answer : toResponse(answer);

async function perform<O extends Operation>(
  operation: O,
  handler: Handler<O>,
  request: Incoming,
  context: Context,
  caller: Caller & { receivedAt: Date },
): Promise<PlainAnswer | Response> {
  const url = new URL(request.url);
  const chosen = isByChoice(request.headers);
  const raw = operation.body ? await readBody(operation, request) : undefined;
  const input = {
    viewer: caller.viewer,
    params: operation.params?.safeParse(await context.params),
    query: queryOf(operation, url.searchParams, chosen),
    body: operation.body?.parse(raw),
    address: caller.address,
    receivedAt: caller.receivedAt,
    chosen,
    headers: request.headers,
  };
  // An id that cannot be one of ours names nothing.
  if (input.params && !input.params.success) throw new Problem('not-found');
  const run = async () => asPlain(await handler({ ...input, params: input.params?.data } as RouteInput<O>));
  const key = operation.method === 'GET' || operation.secret ? null : request.headers.get('idempotency-key');
  if (!key) return run();
  const scope = caller.viewer?.id ?? `address:${caller.address}`;
  const body = JSON.stringify(raw ?? null);
  const once = { method: operation.method, path: url.pathname, body };
  return answerOnce(scope, key, once, async () => asResponse(await run()));
}

/** Nobody asks to see what is folded for them without choosing to. */
function queryOf({ query }: Operation, given: URLSearchParams, chosen: boolean): unknown {
  const parsed = query?.parse(Object.fromEntries(given)) as Record<string, unknown> | undefined;
  return parsed && 'reveal' in parsed && !chosen ? { ...parsed, reveal: false } : parsed;
}

async function readBody({ maxBytes, bodyMayBeMissing }: Operation, request: Incoming): Promise<unknown> {
  const nothing = bodyMayBeMissing && request.headers.get('content-type') === null;
  if (!nothing) return readJson(request, maxBytes);
  if ((await readText(request, maxBytes)) === '') return {};
  throw new Problem('unsupported-media-type', 'The body has to be application/json.');
}

function asPlain(answer: Answer): PlainAnswer | Response {
  if (answer instanceof Response) return answer;
  const headers: Record<string, string> = { 'cache-control': 'private, no-cache', ...answer.headers };
  if (answer.body === undefined) return { status: answer.status, headers, text: null };
  headers['content-type'] = 'application/json';
  return { status: answer.status, headers, text: JSON.stringify(answer.body) };
}

/** 200 with a body: what most reads answer. */
export function ok(body: unknown): Answer {
  return { status: 200, body };
}

/** 201 with what was written; 202 where it awaits approval. */
export function posted(comment: { id: string; state: string }): Answer {
  const headers = { location: `/api/comments/${comment.id}` };
  return { status: comment.state === 'pending' ? 202 : 201, body: comment, headers };
}
