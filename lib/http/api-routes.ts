import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { gzip as gzipCallback } from 'node:zlib';
import { Problem } from '#lib/errors/problem.ts';
import type { Incoming, PlainAnswer } from './exchange.ts';
import { problemResponse } from './problems.ts';
import type { RouteHandler } from './route.ts';

const gzip = promisify(gzipCallback);

type Context = { params: Promise<Record<string, string>> };
type Handler = ((request: Request, context: Context) => Promise<Response> | Response) & Partial<RouteHandler>;

/** What a route file exports: a function a method. */
type RouteModule = Readonly<Record<string, unknown>>;

/** A route file and its path below `app`, as Next reads it: `api/articles/[id]`. */
export interface RouteFile {
  path: string;
  module: RouteModule;
}

interface Node {
  module?: RouteModule;
  fixed: Map<string, Node>;
  parameter?: { name: string; node: Node };
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
/** Below it, to compress costs more than it saves. */
const COMPRESS_FROM = 1_024;

/**
 * The API without Next in between: its route files are plain functions from a Request to a Response, and a post through
 * Next's own machinery takes twice as long. The files stay where Next finds them, which serves them in development.
 */
export class ApiRoutes {
  private readonly root: Node = { fixed: new Map() };

  constructor(files: readonly RouteFile[]) {
    for (const { path, module } of files) {
      let node = this.root;
      for (const segment of path.split('/')) node = step(node, segment);
      node.module = module;
    }
  }

  /** Answers a request if it is for one of the routes; else returns false and has touched nothing. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const [path = '/'] = (request.url ?? '/').split('?', 1);
    const found = this.find(path);
    if (!found) return false;
    if (request.method === 'OPTIONS') {
      await sendResponse(options(found.module), request, response);
      return true;
    }
    const handler = handlerFor(found.module, request.method ?? 'GET');
    const context = { params: Promise.resolve(found.params) };
    const answer = handler
      ? await (handler.plain ?? handler)(toIncoming(request) as Request, context)
      : notAllowed(found.module);
    if (answer instanceof Response) await sendResponse(answer, request, response);
    else await send(answer, request, response);
    return true;
  }

  private find(path: string): { module: RouteModule; params: Record<string, string> } | null {
    const params: Record<string, string> = {};
    let node: Node | undefined = this.root;
    for (const segment of path.slice(1).split('/')) {
      const next: Node | undefined = node.fixed.get(segment);
      if (!next && node.parameter) {
        const value = decode(segment);
        if (value === null) return null;
        params[node.parameter.name] = value;
      }
      node = next ?? node.parameter?.node;
      if (!node) return null;
    }
    return node.module ? { module: node.module, params } : null;
  }
}

function step(node: Node, segment: string): Node {
  const name = /^\[(\w+)\]$/.exec(segment)?.[1];
  if (name) {
    node.parameter ??= { name, node: { fixed: new Map() } };
    return node.parameter.node;
  }
  const next = node.fixed.get(segment) ?? { fixed: new Map() };
  node.fixed.set(segment, next);
  return next;
}

/** Null for what is not well encoded. An empty segment names nothing. */
function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment) || null;
  } catch {
    return null;
  }
}

function handlerFor(module: RouteModule, method: string): Handler | null {
  const name = method === 'HEAD' ? 'GET' : method;
  return METHODS.includes(name) ? ((module[name] as Handler | undefined) ?? null) : null;
}

function notAllowed(module: RouteModule): Response {
  const answer = problemResponse(new Problem('method-not-allowed'));
  answer.headers.set('allow', allowed(module));
  return answer;
}

/** HEAD and OPTIONS are answered wherever something is. */
function allowed(module: RouteModule): string {
  const methods = METHODS.filter((method) => method in module);
  return [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
}

/** What can be asked here; and pages of other sites may read what is open to them, but write nothing. */
function options(module: RouteModule): Response {
  const headers = {
    allow: allowed(module),
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, HEAD, OPTIONS',
    'access-control-allow-headers': 'accept, if-none-match, if-modified-since, prefer',
    'access-control-max-age': '86400',
  };
  return new Response(null, { status: 204, headers });
}

/** Routes read nothing else of a request, see `Incoming`. */
function toIncoming(request: IncomingMessage): Incoming {
  const { method = 'GET' } = request;
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return {
    method,
    // Routes know their own address from the configuration; the host that a client names is of no use to them.
    url: `http://localhost${request.url}`,
    headers,
    body: method === 'GET' || method === 'HEAD' ? null : request,
  };
}

async function send(answer: PlainAnswer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
  await finish(answer.status, answer.text === null ? null : Buffer.from(answer.text), request, response);
}

async function sendResponse(
  answer: Response,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') response.setHeader(name, value);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  // Nobody wants to read it; of a stream there would be no end.
  if (request.method === 'HEAD') return finish(answer.status, null, request, response);
  if (answer.headers.get('content-type')?.startsWith('text/event-stream')) {
    response.writeHead(answer.status);
    response.flushHeaders();
    // Whoever listens leaves at any moment: that is how streams end.
    await pipeline(Readable.fromWeb(answer.body as never), response).catch(() => undefined);
    return;
  }
  const body = answer.body ? Buffer.from(await answer.arrayBuffer()) : null;
  await finish(answer.status, body, request, response);
}

async function finish(
  status: number,
  body: Buffer | null,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.statusCode = status;
  if (!body || request.method === 'HEAD') {
    response.end();
    return;
  }
  const sent = await compressed(body, request, response);
  response.setHeader('content-length', sent.byteLength);
  response.end(sent);
}

async function compressed(body: Buffer, request: IncomingMessage, response: ServerResponse): Promise<Buffer> {
  // Pictures are compressed already.
  if (body.byteLength < COMPRESS_FROM || String(response.getHeader('content-type')).startsWith('image/'))
    return body;
  response.appendHeader('vary', 'accept-encoding');
  if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return body;
  response.setHeader('content-encoding', 'gzip');
  return gzip(body, { level: 4 });
}
