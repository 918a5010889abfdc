import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Env } from '#lib/env/env.ts';
import { subscribe } from '#lib/events/bus.ts';
import { LOCALE_COOKIE } from '#lib/i18n/locale.ts';
import { hub } from '#lib/realtime/hub.ts';
import { sessionCookieName } from '../caller.ts';
import { contentSecurityPolicy } from '../csp.ts';
import { THEME_COOKIE } from '../preferences.ts';
import { dropOf } from './drop.ts';
import { type Answer, type FinishOptions, finish } from './finish.ts';
import { type Captured, type Handler, inMemory } from './in-memory.ts';
import { KeptPages } from './kept-pages.ts';
import { type GuestKey, guestKey } from './key.ts';
import { sendFinished } from './send.ts';

const MEGABYTE = 1024 * 1024;

export interface GuestPages {
  /**
   * Answers the request of a guest for a page that may be kept. False when it is none, and Next has to answer. When a
   * page cannot be made, `otherwise` runs.
   */
  answer(request: IncomingMessage, response: ServerResponse, otherwise: () => void): boolean;
  close(): void;
}

/** Guests' pages as finished, compressed HTML, made by Next once and dropped when something on them changes. */
export function openGuestPages(next: Handler, options: FinishOptions & { env: Env }): GuestPages {
  const { url } = options.env;
  const sessionCookie = sessionCookieName();
  // Stands in for the nonce until an answer is sent that needs one. Nobody can guess it.
  const placeholder = randomBytes(16).toString('base64');
  const ask = wholeWhereNothingIs(inMemory(next));
  const headersFor = ({ locale, theme }: GuestKey) => ({
    host: new URL(url).host,
    accept: 'text/html',
    cookie: `${LOCALE_COOKIE}=${locale}; ${THEME_COOKIE}=${theme}`,
    'x-forwarded-proto': new URL(url).protocol.slice(0, -1),
    // Next takes the nonce for its scripts from here.
    'content-security-policy': contentSecurityPolicy({ nonce: placeholder }),
  });
  const kept = new KeptPages<GuestKey, Answer>({
    render: async (key) => finish(key, await ask(key.path, headersFor(key)), options),
    hears: () => hub().connected,
    maxBytes: 64 * MEGABYTE,
    maxPageBytes: 8 * MEGABYTE,
    maxPages: 20_000,
  });
  hub().whenLost(() => kept.drop('all'));
  const unsubscribe = subscribe((happening) => {
    const drop = dropOf(happening);
    if (drop) kept.drop(drop);
  });

  const send = (answer: Answer, request: IncomingMessage, response: ServerResponse) => {
    if (response.destroyed) return;
    if (answer.kind === 'finished') void sendFinished(answer, request, response);
    else sendPassing(answer.answer, placeholder, options, request, response);
  };

  return {
    answer(request, response, otherwise) {
      const key = guestKey(request, sessionCookie);
      if (key === null) return false;
      const page = kept.peek(key);
      if (page) send(page, request, response);
      else
        kept.get(key).then(
          (answer) => send(answer, request, response),
          (error) => {
            console.error(error);
            otherwise();
          },
        );
      return true;
    },
    close: unsubscribe,
  };
}

/** Under this address Next has the page that says that there is nothing. */
const NOTHING = '/_not-found';

/** A page that finds nothing is sent empty by Next, for a script to fill. The one that says so reads without a script. */
function wholeWhereNothingIs(ask: ReturnType<typeof inMemory>): typeof ask {
  return async (path, headers) => {
    const answer = await ask(path, headers);
    const isPage = answer.headers['content-type']?.startsWith('text/html');
    return answer.status === 404 && isPage ? ask(NOTHING, headers) : answer;
  };
}

/** What belongs to one connection, to one client or to what this server says itself. */
const NOT_PASSED =
  /^(connection|keep-alive|transfer-encoding|content-length|date|set-cookie|content-security-policy)$/;

/** Sends on what Next answered, with a nonce of its own. */
function sendPassing(
  { status, headers, body }: Captured,
  placeholder: string,
  { fixedHeaders, formTargets }: FinishOptions,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const nonce = randomBytes(16).toString('base64');
  const put = (text: string) => text.replaceAll(placeholder, nonce);
  for (const [name, value] of fixedHeaders) response.setHeader(name, value);
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || NOT_PASSED.test(name)) continue;
    response.setHeader(name, typeof value === 'string' ? put(value) : value);
  }
  response.setHeader('content-security-policy', contentSecurityPolicy({ nonce, formTargets }));
  const isText = /^text\//.test(String(headers['content-type'] ?? ''));
  const sent = isText ? Buffer.from(put(body.toString())) : body;
  response.setHeader('content-length', sent.length);
  response.writeHead(status);
  response.end(request.method === 'HEAD' ? undefined : sent);
}
