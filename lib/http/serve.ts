import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import next from 'next';
import { type Env, env } from '#lib/env/env.ts';
import { projectRoot } from '#lib/env/project-root.ts';
import { closeHub, hub } from '#lib/realtime/hub.ts';
import type { ApiRoutes } from './api-routes.ts';
import { announcesTooMuch, boundBody, refuseBody } from './body-limit.ts';
import { addressMatcher, settleAddress } from './client-address.ts';
import { contentSecurityPolicy } from './csp.ts';
import { addressOfData } from './data-address.ts';
import { readGuestBundle } from './guest-bundle.ts';
import { type GuestPages, openGuestPages } from './guest-pages/guest-pages.ts';
import type { Handler } from './guest-pages/in-memory.ts';

/** What a stop may take, in milliseconds, before whoever still reads or writes is cut off. */
const DRAIN = 2_500;

interface RunningServer {
  /** Stops listening, and lets requests and jobs end (bounded). */
  stop(): Promise<void>;
}

interface ServeOptions {
  dev: boolean;
  /** The API, where Next is not to serve it. */
  api: ApiRoutes | null;
}

/** Next behind a small layer of ours. Resolves once it listens. */
export async function serve({ dev, api }: ServeOptions): Promise<RunningServer> {
  const settings = env();
  if (settings.limits !== 'on')
    console.warn(`\n*** OBELUS_LIMITS=${settings.limits}: NO RATE LIMITS. For load tests only. ***\n`);
  // next-auth reads these two by itself.
  process.env.NEXTAUTH_SECRET ??= settings.secret;
  process.env.NEXTAUTH_URL ??= settings.url;
  const worker = await startJobs(settings);
  const web = settings.worker === 'only' ? null : await startWeb(settings, dev, api);
  return {
    async stop() {
      await Promise.all([web?.stop(), atMost(DRAIN, worker?.stop())]);
    },
  };
}

async function startJobs({ worker }: Env) {
  const { installJobs } = await import('#lib/jobs/install.ts');
  await installJobs();
  if (worker === 'off') return null;
  const [{ startWorker }, { jobHandlers }] = await Promise.all([
    import('#lib/jobs/worker.ts'),
    import('#lib/flows/job-handlers.ts'),
  ]);
  return startWorker(jobHandlers);
}

/** The work, or the end of the time it may take. */
const atMost = (milliseconds: number, work: Promise<unknown> | undefined) =>
  Promise.race([work, wait(milliseconds, undefined, { ref: false })]);

async function startWeb(settings: Env, dev: boolean, api: ApiRoutes | null): Promise<RunningServer> {
  // Idle and dawdling connections are ended: a slow client cannot hold a place for ever. Answers may take their time.
  const server = createServer({
    headersTimeout: 15_000,
    requestTimeout: 120_000,
    connectionsCheckingInterval: 5_000,
  });
  server.keepAliveTimeout = 65_000;
  const app = next({
    dev,
    dir: projectRoot,
    hostname: settings.host,
    port: settings.port,
    httpServer: server,
  });
  await app.prepare();
  // While developing, pages change without anything having happened.
  const guestPages = dev ? null : guestPagesOf(app.getRequestHandler(), settings);
  const handle = guarded(apiFirst(api, app.getRequestHandler()), guestPages, settings, dev);
  const open = trackResponses(server);
  server.on('request', handle);
  server.on('checkContinue', (request, response) => {
    // Told before it begins to send: an honest client does not send what will be refused.
    if (!announcesTooMuch(request)) response.writeContinue();
    void handle(request, response);
  });
  if (dev) server.on('upgrade', app.getUpgradeHandler());
  // Before anybody reads a page: from then on it is known what they could miss.
  await hub().start();
  await listen(server, settings);
  return {
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      // Streams of events never end by themselves; browsers take them up again.
      guestPages?.close();
      for (const response of open) if (isStream(response)) hangUpAfter(response);
      await atMost(DRAIN, Promise.all([closeHub(), closed]));
      server.closeAllConnections();
      if (dev) await atMost(1_000, app.close());
    },
  };
}

/** "localhost" means IPv4: a machine need not have ::1, and whoever is sent there tries both. */
const listen = (server: Server, { host, port }: Env) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host === 'localhost' ? '127.0.0.1' : host, () => resolve());
  });

/** The server waits for connections that nobody uses any more, too. */
const hangUpAfter = (response: ServerResponse) =>
  response.once('finish', () => response.socket?.destroySoon());

const isStream = (response: ServerResponse) =>
  String(response.getHeader('content-type') ?? '').startsWith('text/event-stream');

function trackResponses(server: Server): Set<ServerResponse> {
  const open = new Set<ServerResponse>();
  server.on('request', (_request, response) => {
    open.add(response);
    response.once('close', () => open.delete(response));
  });
  return open;
}

const isApi = ({ url = '' }: IncomingMessage) => /^\/(api|feeds)\//.test(url);

/** Whatever the API answers is no page: nothing in it is to be run or shown. */
const API_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** A path that is not UTF-8, or holds a NUL, leads nowhere: no database could look it up. Of a query its page says what is wrong. */
function isNoAddress(url: string): boolean {
  const [path = ''] = url.split('?', 1);
  if (!path.includes('%')) return false;
  try {
    return decodeURIComponent(path).includes('\0');
  } catch {
    return true;
  }
}

/** Where there is no page: Next answers that there is none. */
const NOWHERE = '/-';

function apiFirst(api: ApiRoutes | null, app: Handler): Handler {
  if (!api) return app;
  return async (request, response) => {
    const answered = isApi(request) && (await api.answer(request, response));
    if (!answered) await app(request, response);
  };
}

const guestPagesOf = (app: Handler, settings: Env) =>
  openGuestPages(app, {
    env: settings,
    scriptUrl: readGuestBundle(settings.dist).url,
    fixedHeaders: fixedHeaders(settings),
    formTargets: providerOrigins(settings),
  });

/** What holds for every request, before the app sees it; of pages that are kept the app never hears. */
function guarded(app: Handler, guestPages: GuestPages | null, settings: Env, dev: boolean): Handler {
  const toApp = appHandler(app, settings, dev);
  return async (request, response) => {
    request.url = addressOfData(request) ?? request.url;
    if (isNoAddress(request.url ?? '/')) request.url = isApi(request) ? `/api${NOWHERE}` : NOWHERE;
    if (!guestPages?.answer(request, response, () => void toApp(request, response))) {
      await toApp(request, response);
    }
  };
}

function appHandler(app: Handler, settings: Env, dev: boolean): Handler {
  const isTrusted = addressMatcher(settings.trustedProxies);
  const formTargets = providerOrigins(settings);
  const fixed = fixedHeaders(settings);
  return async (request, response) => {
    for (const [name, value] of fixed) response.setHeader(name, value);
    settleAddress(request.headers, request.socket.remoteAddress, isTrusted);
    if (announcesTooMuch(request)) return refuseBody(request, response);
    boundBody(request, response);
    const policy = isApi(request)
      ? API_POLICY
      : contentSecurityPolicy({ nonce: randomBytes(16).toString('base64'), dev, formTargets });
    response.setHeader('content-security-policy', policy);
    // From here Next takes the nonce for its own scripts.
    request.headers['content-security-policy'] = policy;
    try {
      await app(request, response);
    } catch (error) {
      console.error(error);
      response.destroy();
    }
  };
}

function providerOrigins({ github, google, oidc }: Env): string[] {
  return [
    ...(github ? ['https://github.com'] : []),
    ...(google ? ['https://accounts.google.com'] : []),
    ...(oidc ? [new URL(oidc.issuer).origin] : []),
  ];
}

const fixedHeaders = ({ url }: Env): [name: string, value: string][] => [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'strict-origin-when-cross-origin'],
  ['permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'],
  ['cross-origin-opener-policy', 'same-origin'],
  ...(url.startsWith('https:')
    ? [['strict-transport-security', 'max-age=31536000'] satisfies [string, string]]
    : []),
];
