import type { ProblemCode } from '#lib/errors/problem.ts';
import { readSteps } from './steps.ts';
import { noteWrite } from './writes.ts';

/** How long a write may take before it counts as lost. */
const TIMEOUT_MS = 30_000;
/** The same of a work that tells what it is at. */
const STEPWISE_MS = 60_000;

/** `network`: the server was not reached, or not in time. */
type RequestCode = ProblemCode | 'network';

/** A refusal of the server (problem details, RFC 9457), or that it could not be reached. */
export class RequestProblem extends Error {
  override name = 'RequestProblem';
  readonly code: RequestCode;
  /** 0 when there was no answer. */
  readonly status: number;
  /** What is wrong with which field of the input: path → English message. */
  readonly fields: Record<string, string>;
  /** Seconds. */
  readonly retryAfter: number;
  /** The state as it is now, with an edit conflict. */
  readonly current: unknown;
  /** Who decided it and how, where a moderator came too late. */
  readonly decision: unknown;
  /** What it is about, where the request was about several things. */
  readonly target: unknown;
  /** The posts of an export in which none is the article. */
  readonly posts: unknown;
  /** What exactly went wrong, with some codes (`fetch-failed`, `bad-url`). */
  readonly reason: string | null;
  /** What it was at, where a work has several steps. */
  readonly step: string | null;

  constructor(code: RequestCode, status: number, problem: Record<string, unknown> = {}) {
    super(typeof problem.detail === 'string' ? problem.detail : code);
    this.code = code;
    this.status = status;
    this.fields = isRecord(problem.fields) ? (problem.fields as Record<string, string>) : {};
    this.retryAfter = Number(problem.retryAfter ?? 0) || 0;
    this.current = problem.current;
    this.decision = problem.decision;
    this.target = problem.target;
    this.posts = problem.posts;
    this.reason = typeof problem.reason === 'string' ? problem.reason : null;
    this.step = typeof problem.step === 'string' ? problem.step : null;
  }
}

/** What was sent last under which key, while it is not known whether its work was done. */
export interface Sent {
  /** Method, path and body. */
  content: string;
  key: string;
}

/** Where that outlives the page. */
export interface SentStore {
  read(): Sent | null;
  write(sent: Sent | null): void;
}

/**
 * One logical submit of a form. Sent again with the same content (after a lost answer, or a second click; with a store
 * also after a reload), it carries the same key, so that its work is done once; with other content it is another submit.
 */
export class Submission {
  private sent: Sent | null = null;
  private readonly store: SentStore | null;

  constructor(store: SentStore | null = null) {
    this.store = store;
  }

  keyFor(content: string): string {
    this.sent ??= this.store?.read() ?? null;
    if (this.sent?.content !== content) {
      this.sent = { content, key: randomKey() };
      this.store?.write(this.sent);
    }
    return this.sent.key;
  }

  /** To be called when the work is done: the same content again is then meant anew. */
  done(): void {
    this.sent = null;
    this.store?.write(null);
  }
}

/** crypto.randomUUID is missing where a page is not served over https. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

interface RequestOptions {
  /** For writes that must not be done twice. */
  submission?: Submission;
  signal?: AbortSignal;
  /** Told as each step of the work begins, where the server tells them. */
  onStep?: (step: string) => void;
}

export interface Answer<T> {
  status: number;
  data: T;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One request to our own API. Throws RequestProblem for every answer that is not 2xx, and for none. */
export function request<T>(
  method: Method,
  path: string,
  body?: unknown,
  options: RequestOptions = {},
): Promise<Answer<T>> {
  const answer = send<T>(method, path, body, options);
  if (method !== 'GET') noteWrite(answer);
  return answer;
}

async function send<T>(
  method: Method,
  path: string,
  body: unknown,
  { submission, signal, onStep }: RequestOptions,
): Promise<Answer<T>> {
  const content = body === undefined ? undefined : JSON.stringify(body);
  const headers: Record<string, string> = {
    accept: onStep ? `${STREAM}, application/json` : 'application/json',
  };
  if (content !== undefined) headers['content-type'] = 'application/json';
  if (submission) headers['idempotency-key'] = submission.keyFor(`${method} ${path} ${content ?? ''}`);
  const init: RequestInit = { method, headers, body: content, credentials: 'same-origin' };
  const response = await reach(path, init, signal, onStep ? STEPWISE_MS : TIMEOUT_MS);
  if (!response.ok) throw await toProblem(response);
  if (onStep && response.body && response.headers.get('content-type')?.startsWith(STREAM)) {
    return { status: response.status, data: (await stepwise(response.body, onStep, signal)) as T };
  }
  const data = await readJson(response);
  // 202 and 204 may have nothing in them; any other answer was cut off.
  if (data === undefined && ![202, 204].includes(response.status))
    throw new RequestProblem('network', response.status);
  submission?.done();
  return { status: response.status, data: data as T };
}

const STREAM = 'text/event-stream';

async function stepwise(
  body: ReadableStream<Uint8Array>,
  onStep: (step: string) => void,
  signal?: AbortSignal,
): Promise<unknown> {
  const end = await readSteps(body, onStep).catch((error) => {
    if (signal?.aborted) throw error;
    return null;
  });
  if (end === null) throw new RequestProblem('network', 0);
  if ('answer' in end) return end.answer;
  throw new RequestProblem(end.problem.code as RequestCode, Number(end.problem.status), end.problem);
}

async function reach(
  path: string,
  init: RequestInit,
  signal: AbortSignal | undefined,
  milliseconds: number,
): Promise<Response> {
  const timeout = AbortSignal.timeout(milliseconds);
  try {
    return await fetch(path, { ...init, signal: signal ? AbortSignal.any([signal, timeout]) : timeout });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new RequestProblem('network', 0);
  }
}

async function toProblem(response: Response): Promise<RequestProblem> {
  const problem = await readJson(response);
  const known = isRecord(problem) && typeof problem.code === 'string' ? problem : {};
  const code = (known.code ?? fallbackCode(response.status)) as RequestCode;
  const retryAfter = known.retryAfter ?? response.headers.get('retry-after');
  return new RequestProblem(code, response.status, { ...known, retryAfter });
}

/** For answers that are not ours: a proxy's, a gateway's. */
function fallbackCode(status: number): RequestCode {
  if (status === 413) return 'too-large';
  if (status === 429) return 'too-often';
  if (status >= 502 && status <= 504) return 'unavailable';
  return status >= 500 ? 'internal' : 'bad-request';
}

/** Undefined when there is no JSON in it. */
async function readJson(response: Response): Promise<unknown> {
  try {
    const text = await response.text();
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
