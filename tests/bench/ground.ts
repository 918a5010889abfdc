import pg from 'pg';
import type { Browser } from 'playwright-core';
import { launchChromium } from '#tests/setup/chromium.ts';
import { inDatabase } from '#tests/setup/member.ts';
import { startPostgres } from '#tests/setup/postgres.ts';
import { startServer, type TestServer } from '#tests/setup/server.ts';
import { type DemoSize, fillWithDemo } from '../../prisma/demo/fill.ts';
import { countQueries, type QueryCounter } from './query-counter.ts';

interface SiteOptions {
  /** Adds to, or takes from (undefined), what the server sees: `{ OBELUS_LIMITS: 'off' }`. */
  environment?: Record<string, string | undefined>;
}

/** What a bench stands on. All that it starts here is ended by {@link Ground.clear}. */
export class Ground {
  private readonly endings: (() => Promise<unknown>)[] = [];
  private postgres: ReturnType<typeof startPostgres> | undefined;
  private chromium: Promise<Browser> | undefined;

  /** The address of the PostgreSQL that all sites of the run are on; its maintenance database. */
  async postgresUrl(): Promise<string> {
    // Figures are of what people have: it waits for the disk.
    this.postgres ??= startPostgres({ durable: true });
    return (await this.postgres).url;
  }

  /** A production server of its own, on an empty database of its own. */
  async site({ environment }: SiteOptions = {}): Promise<TestServer> {
    const site = await startServer(await this.postgresUrl(), environment);
    this.endings.push(site.stop);
    return site;
  }

  /** A site whose queries are counted on their way to the database. */
  async countedSite({ environment }: SiteOptions = {}): Promise<{ site: TestServer; counter: QueryCounter }> {
    const counter = await countQueries(await this.postgresUrl());
    this.endings.push(() => counter.stop());
    const through = (databaseUrl: string) => {
      const url = new URL(counter.url);
      url.pathname = new URL(databaseUrl).pathname;
      return url.href;
    };
    const site = await startServer(await this.postgresUrl(), environment, through);
    this.endings.push(site.stop);
    return { site, counter };
  }

  /** A connection of its own to the database of a site. */
  async client(site: TestServer): Promise<pg.Client> {
    const client = new pg.Client(site.databaseUrl);
    // The server drops its database when it is stopped.
    client.on('error', () => undefined);
    await client.connect();
    this.endings.push(() => client.end());
    return client;
  }

  async browser(): Promise<Browser> {
    this.chromium ??= launchChromium();
    return this.chromium;
  }

  /** Something that the bench started by itself is ended with the rest. */
  atEnd(end: () => Promise<unknown>): void {
    this.endings.push(end);
  }

  /** Ends what this bench started; the PostgreSQL and the browser stay for the next one. */
  async clear(): Promise<void> {
    for (const end of this.endings.splice(0).reverse()) await end().catch(() => undefined);
  }

  /** Ends everything. */
  async close(): Promise<void> {
    await this.clear();
    await (await this.chromium)?.close().catch(() => undefined);
    await (await this.postgres)?.stop();
  }
}

/** Fills a site with made-up content, the same for the same size. Returns the slugs of its articles. */
export function fill(site: TestServer, size: Partial<DemoSize>): Promise<string[]> {
  const whole: DemoSize = {
    articles: 1,
    annotations: 0,
    comments: 0,
    discussion: 0,
    people: 40,
    seed: 1,
    ...size,
  };
  return inDatabase(site, () => fillWithDemo(whole));
}
