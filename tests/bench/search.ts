import { inDatabase } from '#tests/setup/member.ts';
import type { TestServer } from '#tests/setup/server.ts';
import type { Bench, Tell } from './bench.ts';
import { type Figure, figure } from './figure.ts';
import { timesOf } from './load.ts';
import { fillForSearch } from './search-content.ts';
import { median, percentile } from './statistics.ts';

const SIZE = { articles: 500, claims: 10_000, sources: 8_000, comments: 100_000 };
const WARM = 4;
const TIMED = 25;
/** Tens of milliseconds. */
const GOAL = 100;

/** What is sought, by what is hard about it. */
const SOUGHT: Record<string, string> = {
  'a frequent word': 'water',
  'two frequent words': 'water council',
  'a small word beside another': 'the council',
  'a word in several forms': 'election',
  'a rare word': 'heliograph',
  'a typo': 'helioggraph',
  'a phrase of frequent words': '"harbour master"',
  'a phrase that is nowhere': '"water council harbour"',
  'an absent word': 'zyzzogeton',
  'a frequent word beside an absent one': 'water zyzzogeton',
  'Chinese, frequent': '港口',
  'Chinese, rare': '港口结冰',
  umlauts: 'Mühlendämme',
  'umlauts left out': 'muhlendamme',
};

/** A search through the door among 100,000 comments, 10,000 claims and their sources, in three languages. */
export const search: Bench = async (ground, tell) => {
  const site = await ground.site({ environment: { OBELUS_LIMITS: 'off', OBELUS_WORKER: 'off' } });
  const begun = Date.now();
  await inDatabase(site, () => fillForSearch(SIZE));
  tell(`filled in ${Math.round((Date.now() - begun) / 1_000)} s`);
  const figures: Figure[] = [];
  for (const [name, q] of Object.entries(SOUGHT)) {
    figures.push(...(await timesFor(site, name, `/api/search?${new URLSearchParams({ q })}`, tell)));
  }
  const narrowed = new URLSearchParams({ q: 'water', lang: 'en', kind: 'comment', from: '2026-01-01' });
  figures.push(...(await timesFor(site, 'a frequent word, narrowed down', `/api/search?${narrowed}`, tell)));
  const statement = new URLSearchParams({
    statement: 'The council of Lindow sold the water of the harbour',
    lang: 'en',
  });
  figures.push(
    ...(await timesFor(site, 'claims that say the same', `/api/claims/similar?${statement}`, tell)),
  );
  return figures;
};

async function timesFor(site: TestServer, name: string, path: string, tell: Tell): Promise<Figure[]> {
  const send = () => fetch(new URL(path, site.url));
  const { items, fit } = await (await send()).json();
  await timesOf(WARM, send);
  const times = await timesOf(TIMED, send);
  tell(`${name}: ${items.length} found${fit ? `, ${fit}` : ''}`);
  return [
    figure(`${name}: p50`, median(times), 'ms', { atMost: GOAL }),
    figure(`${name}: p95`, percentile(times, 0.95), 'ms'),
  ];
}
