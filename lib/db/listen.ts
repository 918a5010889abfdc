import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { env } from '#lib/env/env.ts';
import { ambient } from './ambient.ts';

/** In milliseconds. */
const FIRST_RETRY = 100;
const LONGEST_RETRY = 5_000;
/** How often a silent connection is asked whether it still lives, and how long it may take to answer. */
const PULSE = 3_000;
const PATIENCE = 3_000;
/** How long a connection that is given up may take to end properly. */
const FAREWELL = 500;

interface ListenHandlers {
  onMessage(payload: string): void;
  /** It listens, for the first time or again: what was said before was not heard. */
  onOpen(): void;
  /** The connection is gone: from now on nothing is heard, until it opens again. */
  onLost(): void;
}

export interface ListenHandle {
  close(): Promise<void>;
}

/**
 * One connection that does nothing but LISTEN, for as long as the process lives: taken up again when it breaks, and
 * asked now and then, because a network can swallow a connection without a word.
 */
export function listen(channel: string, handlers: ListenHandlers): ListenHandle {
  const listener = new Connection(channel, handlers);
  // What it hears belongs to no transaction, wherever it was opened.
  ambient.exit(() => listener.open());
  return { close: () => listener.close() };
}

class Connection {
  private readonly channel: string;
  private readonly handlers: ListenHandlers;
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | undefined;
  private retry = FIRST_RETRY;
  private closed = false;

  constructor(channel: string, handlers: ListenHandlers) {
    this.channel = channel;
    this.handlers = handlers;
  }

  open(): void {
    const client = new pg.Client({
      connectionString: env().databaseUrl,
      application_name: 'obelus listen',
      connectionTimeoutMillis: PATIENCE,
      query_timeout: PATIENCE,
      keepAlive: true,
    });
    this.client = client;
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ payload }) => {
      if (client === this.client) this.handlers.onMessage(payload ?? '');
    });
    void this.begin(client);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    const { client } = this;
    this.client = null;
    if (client) await abandon(client);
  }

  private async begin(client: pg.Client): Promise<void> {
    try {
      await client.connect();
      await client.query(`LISTEN ${client.escapeIdentifier(this.channel)}`);
    } catch {
      this.lost(client);
      return;
    }
    if (client !== this.client) return;
    this.retry = FIRST_RETRY;
    this.handlers.onOpen();
    this.pulse(client);
  }

  private pulse(client: pg.Client): void {
    this.timer = setTimeout(() => {
      client.query('SELECT 1').then(
        () => client === this.client && this.pulse(client),
        () => this.lost(client),
      );
    }, PULSE);
    this.timer.unref();
  }

  private lost(client: pg.Client): void {
    if (this.closed || client !== this.client) return;
    this.client = null;
    clearTimeout(this.timer);
    void abandon(client);
    this.handlers.onLost();
    // Not all processes at the same moment.
    this.timer = setTimeout(() => this.open(), this.retry * (0.5 + Math.random() / 2));
    this.timer.unref();
    this.retry = Math.min(this.retry * 2, LONGEST_RETRY);
  }
}

/** Takes leave, and does not wait long for an answer: a network may have swallowed the connection. */
async function abandon(client: pg.Client): Promise<void> {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  const waiting = new AbortController();
  const late = wait(FAREWELL, undefined, { ref: false, signal: waiting.signal });
  await Promise.race([client.end(), late]).catch(() => undefined);
  waiting.abort();
  stream.destroy();
}
