import { Agent, get, type IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { TestPerson } from '#tests/factories/people.ts';
import { newPerson } from '#tests/setup/member.ts';
import type { TestServer } from '#tests/setup/server.ts';
import type { Bench, Tell } from './bench.ts';
import { type Figure, figure, ratio } from './figure.ts';
import { fill } from './ground.ts';
import { type Load, load } from './load.ts';
import { memoryOf } from './memory.ts';
import { median, percentile } from './statistics.ts';

const STREAMS = 500;
/** So many comments are posted, one a second. */
const COMMENTS = 8;
/** How long the last one may be under way, in milliseconds. */
const PATIENCE = 3_000;
const LOAD_SECONDS = 3;
/** Who write. */
const PEOPLE = 8;
const MEGA = 1_000_000;

/** Many readers of one article while people write: what reaches them, when, and what it costs whoever writes. */
export const live: Bench = async (ground, tell) => {
  // All streams come from one address.
  const site = await ground.site({ environment: { OBELUS_LIMITS: 'off' } });
  const [slug = ''] = await fill(site, { discussion: 200 });
  const people: TestPerson[] = [];
  for (let n = 0; n < PEOPLE; n += 1) people.push(await newPerson(site));
  const alone = await posts(site, slug, people);
  const before = await memoryOf(site.child.pid ?? 0);
  const readers = await openStreams(site, slug, tell);
  const figures = await oneASecond(site, slug, people[0] as TestPerson, readers);
  const memory = (await memoryOf(site.child.pid ?? 0)) - before;
  const listened = await posts(site, slug, people);
  readers.close();
  return [
    ...figures,
    figure(`memory for ${STREAMS} streams`, memory / MEGA, 'MB'),
    figure('posts, nobody listening', alone.perSecond, '/s'),
    figure(`posts, ${STREAMS} listening`, listened.perSecond, '/s'),
    ratio('posts: with listeners to without', alone.perSecond, listened.perSecond),
  ];
};

const postTo = (site: TestServer, slug: string, who: TestPerson) => ({
  method: 'POST',
  path: `/api/articles/${slug}/comments`,
  headers: { cookie: who.cookie, origin: site.url, 'content-type': 'application/json' },
  body: JSON.stringify({ text: 'Has anybody the counts of the week before?' }),
});

function posts(site: TestServer, slug: string, people: TestPerson[]): Promise<Load> {
  const requests = people.map((who) => postTo(site, slug, who));
  return load({ url: site.url, connections: 4, seconds: LOAD_SECONDS, requests });
}

interface Readers {
  /** When each stream was told of a comment, in milliseconds of `performance.now()`. */
  arrivals: Map<string, number[]>;
  close(): void;
}

/** Streams as browsers open them, each on a connection of its own; resolves when all are ready. */
async function openStreams(site: TestServer, slug: string, tell: Tell): Promise<Readers> {
  const agent = new Agent({ keepAlive: false, maxSockets: STREAMS });
  const arrivals = new Map<string, number[]>();
  const open: IncomingMessage[] = [];
  const ready = Array.from({ length: STREAMS }, async () => {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const url = encodeURI(`${site.url}/api/articles/${slug}/events`);
      get(url, { agent, headers: { accept: 'text/event-stream' } }, resolve).on('error', reject);
    });
    if (response.statusCode !== 200) throw new Error(`a stream was answered ${response.statusCode}`);
    open.push(response);
    response.on('error', () => undefined);
    await new Promise<void>((resolve) => {
      let kept = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        kept += chunk;
        const frames = kept.split('\n\n');
        kept = frames.pop() ?? '';
        for (const frame of frames) {
          if (frame.includes('event: ready')) resolve();
          if (!frame.includes('event: comment.posted')) continue;
          const id = /"id":"([^"]+)"/.exec(frame)?.[1] ?? '';
          const times = arrivals.get(id) ?? [];
          times.push(performance.now());
          arrivals.set(id, times);
        }
      });
    });
  });
  await Promise.all(ready);
  tell(`${STREAMS} streams are open`);
  return {
    arrivals,
    close() {
      for (const response of open) response.destroy();
      agent.destroy();
    },
  };
}

async function oneASecond(
  site: TestServer,
  slug: string,
  who: TestPerson,
  { arrivals }: Readers,
): Promise<Figure[]> {
  const posted: { id: string; at: number }[] = [];
  const { path, ...init } = postTo(site, slug, who);
  for (let n = 0; n < COMMENTS; n += 1) {
    const answer = await fetch(site.url + encodeURI(path), init);
    const { id } = (await answer.json()) as { id: string };
    posted.push({ id, at: performance.now() });
    await wait(1_000);
  }
  const delivered = () => posted.reduce((sum, { id }) => sum + (arrivals.get(id)?.length ?? 0), 0);
  const end = Date.now() + PATIENCE;
  while (delivered() < STREAMS * COMMENTS && Date.now() < end) await wait(50);
  // Some are told before the writer has read the answer.
  const delays = posted.flatMap(({ id, at }) =>
    (arrivals.get(id) ?? []).map((time) => Math.max(0, time - at)),
  );
  return [
    figure(`delivered of ${(STREAMS * COMMENTS).toLocaleString('en')}`, delivered(), '', {
      atLeast: STREAMS * COMMENTS,
      atMost: STREAMS * COMMENTS,
    }),
    figure('from the acknowledgement to a reader, p50', median(delays), 'ms'),
    figure('from the acknowledgement to a reader, p95', percentile(delays, 0.95), 'ms', { atMost: 1_000 }),
  ];
}
