import { fork } from 'node:child_process';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { TestPerson } from '#tests/factories/people.ts';
import { newPerson } from '#tests/setup/member.ts';
import type { TestServer } from '#tests/setup/server.ts';
import type { Bench, Tell } from './bench.ts';
import { type Figure, figure, ratio } from './figure.ts';
import { fill, type Ground } from './ground.ts';
import { type Load, load, timesOf } from './load.ts';
import { weighPage } from './page-weight.ts';
import { median } from './statistics.ts';

const CONNECTIONS = 8;
const SECONDS = 3;
const ROUNDS = 3;
const ANNOTATIONS = 200;
const COMMENTS = 1_000;
const SIZES = [100, 1_000, 10_000] as const;
/** Renders whose time is taken, for each size. */
const RENDERS = 30;
/** After a write, until no trace of it asks the database any more, in milliseconds. */
const SETTLED = 600;

/** What a guest is sent, as Chromium asks for it. */
const AS_GUEST = { 'accept-encoding': 'br', 'accept-language': 'en' };

/** The page that everybody sees: kept, beside a plain server with the same bytes, and rendered anew. */
export const page: Bench = async (ground, tell) => {
  const site = await ground.site({ environment: { OBELUS_LIMITS: 'off' } });
  const slugs = new Map<number, string>();
  for (const size of SIZES) slugs.set(size, await article(site, size));
  const member = await newPerson(site);
  const url = `/articles/${slugs.get(COMMENTS)}`;
  return [
    ...(await kept(ground, site, url, tell)),
    ...(await anew(site, slugs, member, tell)),
    ...(await weighPage(site, url)),
    ...(await queries(ground, tell)),
  ];
};

async function article(site: TestServer, comments: number): Promise<string> {
  const [slug = ''] = await fill(site, { annotations: ANNOTATIONS, discussion: comments });
  return encodeURIComponent(slug);
}

async function kept(ground: Ground, site: TestServer, url: string, tell: Tell): Promise<Figure[]> {
  const first = await fetch(site.url + url, { headers: AS_GUEST });
  if (first.headers.get('etag') === null) throw new Error('the page is not kept');
  const plain = await plainServer(ground, site, url);
  const ours: Load[] = [];
  const theirs: Load[] = [];
  const one = (base: string) =>
    load({
      url: base,
      connections: CONNECTIONS,
      seconds: SECONDS,
      requests: [{ path: decodeURI(url), headers: AS_GUEST }],
    });
  await one(site.url);
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await one(site.url));
    theirs.push(await one(plain));
    tell(
      `round ${round + 1}: kept ${Math.round(ours.at(-1)?.perSecond ?? 0)} /s, plain ${Math.round(theirs.at(-1)?.perSecond ?? 0)} /s`,
    );
  }
  const ratios = ours.map(({ perSecond }, round) => perSecond / (theirs[round]?.perSecond ?? Number.NaN));
  return [
    figure(`kept page, ${CONNECTIONS} connections`, median(ours.map(({ perSecond }) => perSecond)), '/s'),
    figure('kept page, p50', median(ours.map(({ p50 }) => p50)), 'ms'),
    figure('plain server, the same bytes', median(theirs.map(({ perSecond }) => perSecond)), '/s'),
    figure('kept page to plain server', median(ratios), '×', { atLeast: 0.5 }),
  ];
}

/** Sends what the site sends, as it comes over the wire. */
async function plainServer(ground: Ground, site: TestServer, url: string): Promise<string> {
  const { headers, body } = await rawAnswer(site.url + url);
  const child = fork(path.join(import.meta.dirname, 'plain-server.ts'));
  ground.atEnd(async () => void child.kill());
  const port = await new Promise((resolve) => {
    child.once('message', resolve);
    child.send({ headers, body: body.toString('base64') });
  });
  return `http://localhost:${port}`;
}

/** fetch() would have unpacked it. */
async function rawAnswer(url: string): Promise<{ headers: Record<string, string>; body: Buffer }> {
  const { get } = await import('node:http');
  return new Promise((resolve, reject) => {
    get(url, { headers: AS_GUEST }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => {
        const { connection, 'keep-alive': keepAlive, date, ...headers } = response.headers;
        resolve({ headers: headers as Record<string, string>, body: Buffer.concat(chunks) });
      });
    }).on('error', reject);
  });
}

/** Each reading comes after a vote, which dropped what was kept. Sizes take turns. */
async function anew(
  site: TestServer,
  slugs: ReadonlyMap<number, string>,
  member: TestPerson,
  tell: Tell,
): Promise<Figure[]> {
  const times = new Map<number, number[]>(SIZES.map((size) => [size, []]));
  const voters = new Map<number, () => Promise<void>>();
  for (const [size, slug] of slugs) voters.set(size, await voter(site, slug, member));
  for (let n = 0; n < RENDERS; n += 1) {
    for (const [size, slug] of slugs) {
      await voters.get(size)?.();
      const [time = Number.NaN] = await timesOf(1, () =>
        fetch(`${site.url}/articles/${slug}`, { headers: AS_GUEST }),
      );
      times.get(size)?.push(time);
    }
  }
  const medians = new Map([...times].map(([size, all]) => [size, median(all)]));
  tell(
    `rendered anew with 100, 1,000, 10,000 comments: ${[...medians.values()].map((ms) => ms.toFixed(1))} ms`,
  );
  const signedIn = await load({
    url: site.url,
    connections: CONNECTIONS,
    seconds: SECONDS,
    requests: [
      {
        path: decodeURI(`/articles/${slugs.get(COMMENTS)}`),
        headers: { ...AS_GUEST, cookie: member.cookie },
      },
    ],
  });
  const at = (size: number) => medians.get(size) ?? Number.NaN;
  return [
    figure('rendered anew for a guest, p50', at(COMMENTS), 'ms'),
    figure(`rendered for each, signed in, ${CONNECTIONS} connections`, signedIn.perSecond, '/s'),
    ratio('rendered anew: 10,000 comments to 100', at(100), at(10_000), { atMost: 1.5 }),
  ];
}

/** Votes on the first comment of a thread, in turn for it and not. */
async function voter(site: TestServer, slug: string, who: TestPerson): Promise<() => Promise<void>> {
  const list = await fetch(`${site.url}/api/articles/${slug}/comments?limit=1`);
  const { items } = (await list.json()) as { items: { id: string }[] };
  let value = 0;
  return async () => {
    value = 1 - value;
    const answer = await fetch(`${site.url}/api/comments/${items[0]?.id}/vote`, {
      method: 'PUT',
      headers: { cookie: who.cookie, origin: site.url, 'content-type': 'application/json' },
      body: JSON.stringify({ value }),
    });
    if (!answer.ok) throw new Error(`a vote was answered ${answer.status}`);
  };
}

const RENDERS_COUNTED = 5;

/** How often a render asks the database, on a server of its own behind a counter. */
async function queries(ground: Ground, tell: Tell): Promise<Figure[]> {
  const { site, counter } = await ground.countedSite({
    environment: { OBELUS_LIMITS: 'off', OBELUS_WORKER: 'off' },
  });
  const member = await newPerson(site);
  const counts: number[] = [];
  for (const size of SIZES) {
    const slug = await article(site, size);
    const drop = await voter(site, slug, member);
    const read = () => fetch(`${site.url}/articles/${slug}`, { headers: AS_GUEST });
    await timesOf(2, read);
    const found: number[] = [];
    for (let n = 0; n < RENDERS_COUNTED; n += 1) {
      await drop();
      await wait(SETTLED);
      const before = counter.queries;
      await timesOf(1, read);
      found.push(counter.queries - before);
    }
    // Now and then the hub looks at the events of its own accord, and is counted too: the fewest are the render's own.
    counts.push(Math.min(...found));
  }
  tell(`queries a render with 100, 1,000, 10,000 comments: ${counts}`);
  const [small = Number.NaN, middle = Number.NaN, large = Number.NaN] = counts;
  return [
    figure(`queries a render, ${COMMENTS.toLocaleString('en')} comments`, middle, ''),
    ratio('queries: 10,000 comments to 100', small, large, { atMost: 1 }),
  ];
}
