import type { Operation } from '#lib/http/operation.ts';
import type { TestPerson } from '#tests/factories/people.ts';
import { routeFile } from './api.ts';
import { EventReader } from './event-reader.ts';

export interface Opening {
  as?: TestPerson;
  byToken?: boolean;
  params?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
}

const opened = new Set<EventReader>();

/** Sends a request for a stream through its route, as Next would. */
export async function ask(
  operation: Operation,
  { as, byToken, params = {}, query, headers }: Opening = {},
): Promise<Response> {
  const filled = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
  const url = new URL(filled, 'http://localhost:3000');
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
  const { GET } = await import(routeFile(operation.path));
  const sent = new Headers({ 'x-obelus-address': '192.0.2.1', ...headers });
  if (as && byToken) sent.set('authorization', `Bearer ${as.token}`);
  else if (as) sent.set('cookie', as.cookie);
  return GET(new Request(url, { headers: sent }), { params: Promise.resolve(params) });
}

/** Opens a stream and waits until it says that everything missed was told. */
export async function openStream(operation: Operation, opening?: Opening): Promise<EventReader> {
  const reader = new EventReader(await ask(operation, opening));
  opened.add(reader);
  await reader.next('ready');
  return reader;
}

/** To be called after each test. */
export async function closeStreams(): Promise<void> {
  for (const reader of opened) await reader.close();
  opened.clear();
}
