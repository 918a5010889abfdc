import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { TestPerson } from '#tests/factories/people.ts';
import { newPerson } from '#tests/setup/member.ts';
import type { TestServer } from '#tests/setup/server.ts';
import type { Bench, Tell } from './bench.ts';
import { type Figure, figure, ratio } from './figure.ts';
import { fill, type Ground } from './ground.ts';
import { type Load, type LoadRequest, load, timesOf } from './load.ts';
import { median } from './statistics.ts';

const CONNECTIONS = 4;
const SECONDS = 4;
const ROUNDS = 3;
/** Until the engine has compiled what a post goes through: before that, each round is faster than the last. */
const WARM_SECONDS = 6;
/** Limits are counted per person; that many take part in a load. */
const PEOPLE = 8;
const SIZES = [100, 1_000, 10_000] as const;
/** Posts whose queries are counted, and posts a size whose time is taken. */
const COUNTED = 50;
const TIMED = 120;

const WORDS =
  'The figures of the town speak of a working day, and this compares them with a Sunday. Has anybody the counts of the week before? ';

/** Comments through the door with everything on, beside a bare loop of the same INSERT. */
export const post: Bench = async (ground, tell) => {
  const site = await ground.site({ environment: { OBELUS_LIMITS: 'count' } });
  const slugs = new Map<number, string>();
  for (const size of SIZES) slugs.set(size, (await fill(site, { discussion: size }))[0] ?? '');
  const people: TestPerson[] = [];
  for (let n = 0; n < PEOPLE; n += 1) people.push(await newPerson(site));
  const requests = people.map((who) => postBy(site, slugs.get(1_000) ?? '', who));
  return [
    ...(await throughput(site, requests, tell)),
    ...(await costs(ground, tell)),
    ...(await growth(site, slugs, people[0] as TestPerson, tell)),
  ];
};

function postBy(site: TestServer, slug: string, who: TestPerson): LoadRequest {
  return {
    method: 'POST',
    path: `/api/articles/${slug}/comments`,
    headers: { cookie: who.cookie, origin: site.url, 'content-type': 'application/json' },
    body: JSON.stringify({ text: WORDS }),
  };
}

async function throughput(site: TestServer, requests: LoadRequest[], tell: Tell): Promise<Figure[]> {
  const options = { url: site.url, connections: CONNECTIONS, requests };
  await load({ ...options, seconds: WARM_SECONDS });
  const loads: Load[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    loads.push(await load({ ...options, seconds: SECONDS }));
    bare.push(await bareLoop(site));
    tell(`round ${round + 1}: ${JSON.stringify(loads.at(-1))}, bare ${Math.round(bare.at(-1) ?? 0)} /s`);
  }
  const ratios = loads.map(({ perSecond }, round) => perSecond / (bare[round] ?? Number.NaN));
  const of = (key: keyof Load) => median(loads.map((one) => one[key]));
  return [
    figure(`posts acknowledged, ${CONNECTIONS} connections`, of('perSecond'), '/s'),
    figure('a post, p50', of('p50'), 'ms'),
    figure('a post, p95', of('p95'), 'ms'),
    figure('bare INSERT, own transaction', median(bare), '/s'),
    figure('posts to bare INSERTs', median(ratios), '×', { atLeast: 0.3 }),
  ];
}

/** The row that a post writes, written by as many connections and nothing else, for as long. */
async function bareLoop({ databaseUrl }: TestServer): Promise<number> {
  const [row] = await withClient(databaseUrl, async (client) => {
    const found = await client.query(
      'SELECT * FROM "Comment" WHERE "parentId" IS NULL ORDER BY "id" DESC LIMIT 1',
    );
    return found.rows;
  });
  const text = `INSERT INTO "Comment" ("id", "articleId", "rootId", "path", "authorId", "body", "text", "revisionNumber", "createdAt")
    VALUES ($1, $2, $1, uuid_send($1::uuid), $3, $4, $5, 1, $6)`;
  const end = Date.now() + SECONDS * 1_000;
  const counts = await Promise.all(
    Array.from({ length: CONNECTIONS }, () =>
      withClient(databaseUrl, async (client) => {
        let count = 0;
        for (; Date.now() < end; count += 1) {
          const values = [randomUUID(), row.articleId, row.authorId, row.body, row.text, new Date()];
          await client.query('BEGIN');
          await client.query({ name: 'insert', text, values });
          await client.query('COMMIT');
        }
        return count;
      }),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0) / SECONDS;
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** What a post asks of the database: one after another, on a server of its own behind a counter. */
async function costs(ground: Ground, tell: Tell): Promise<Figure[]> {
  const counted = await ground.countedSite({ environment: { OBELUS_LIMITS: 'count', OBELUS_WORKER: 'off' } });
  const { site, counter } = counted;
  const [slug = ''] = await fill(site, { discussion: 100 });
  const who = await newPerson(site);
  const client = await ground.client(site);
  // Transactions that write take a number each.
  const transactions = async () => {
    const { rows } = await client.query('SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS n');
    return Number(rows[0].n);
  };
  const send = sender(site, postBy(site, slug, who));
  await timesOf(5, send);
  const before = { queries: counter.queries, transactions: await transactions() };
  await timesOf(COUNTED, send);
  const queries = (counter.queries - before.queries) / COUNTED;
  const each = ((await transactions()) - before.transactions) / COUNTED;
  tell(`${queries} queries and ${each} writing transactions a post`);
  return [figure('queries a post', queries, ''), figure('writing transactions a post', each, '')];
}

function sender(site: TestServer, { path, ...init }: LoadRequest) {
  return () => fetch(new URL(path, site.url), init);
}

/** The same post into longer and longer threads, in turns. */
async function growth(
  site: TestServer,
  slugs: ReadonlyMap<number, string>,
  who: TestPerson,
  tell: Tell,
): Promise<Figure[]> {
  const times = new Map<number, number[]>(SIZES.map((size) => [size, []]));
  for (let turn = 0; turn < TIMED / 10; turn += 1) {
    for (const [size, slug] of slugs)
      times.get(size)?.push(...(await timesOf(10, sender(site, postBy(site, slug, who)))));
  }
  const medians = SIZES.map((size) => median(times.get(size) ?? []));
  tell(`a post into 100, 1,000, 10,000: ${medians.map((ms) => ms.toFixed(2)).join(', ')} ms`);
  const [small = Number.NaN, , large = Number.NaN] = medians;
  return [ratio('a post: 10,000 comments to 100', small, large, { atMost: 1.5 })];
}
