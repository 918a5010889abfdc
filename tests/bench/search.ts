import { search as searchFor } from '#lib/search/queries.ts';
import { searchQuery } from '#lib/search/schema.ts';
import { findSimilarClaims } from '#lib/search/similar/queries.ts';
import { inDatabase } from '#tests/setup/member.ts';
import type { TestServer } from '#tests/setup/server.ts';
import type { Bench, Tell } from './bench.ts';
import { type Figure, figure } from './figure.ts';
import type { Ground } from './ground.ts';
import { timesOf } from './load.ts';
import { tellPlans } from './query-plan.ts';
import { fillForSearch, type PlantedFact } from './search-content.ts';
import { similarClaims } from './search-similar.ts';
import { median, percentile } from './statistics.ts';

const SIZE = {
  articles: 500,
  claims: 10_000,
  sources: 8_000,
  comments: 100_000,
  rulings: 2_000,
  exhibits: 20_000,
};
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

/** Of which searches the plan is told. */
const EXPLAINED = ['a rare word', 'a frequent word', 'a typo'] as const;
const EXPLAINED_KINDS = ['comment', 'claim'] as const;

/** A search through the door among 100,000 comments, 10,000 claims and what lies beside them, in three languages. */
export const search: Bench = async (ground, tell) => {
  const site = await ground.site({ environment: { OBELUS_LIMITS: 'off', OBELUS_WORKER: 'off' } });
  const begun = Date.now();
  const { facts, unsaid } = await inDatabase(site, () => fillForSearch(SIZE));
  tell(`filled in ${Math.round((Date.now() - begun) / 1_000)} s`);
  const figures: Figure[] = [];
  for (const [name, q] of Object.entries(SOUGHT)) {
    figures.push(...(await timesFor(site, name, { q }, tell)));
  }
  const narrowed = { q: 'water', lang: 'en', kind: 'comment', from: '2026-01-01' };
  figures.push(...(await timesFor(site, 'a frequent word, narrowed down', narrowed, tell)));
  figures.push(...(await similarClaims(site, facts, unsaid, tell)));
  await explain(ground, site, facts, tell);
  return figures;
};

/** How PostgreSQL finds it: from the data that was just measured, with the pages of the index in memory. */
async function explain(ground: Ground, site: TestServer, facts: readonly PlantedFact[], tell: Tell) {
  const client = await ground.client(site);
  const known = new Set<string>();
  for (const name of EXPLAINED) {
    for (const kind of EXPLAINED_KINDS) {
      const query = searchQuery.parse({ q: SOUGHT[name], kind });
      tell(`plan of ${name} (${query.q}) among ${kind}s:`);
      await inDatabase(site, () => tellPlans(client, () => searchFor(query), tell, known));
    }
  }
  const fact = facts.find(({ lang }) => lang === 'en') as PlantedFact;
  const query = { ...fact.again['other words'], lang: fact.lang };
  tell(`plan of claims that say “${query.statement}”:`);
  await inDatabase(site, () => tellPlans(client, () => findSimilarClaims(query), tell, known));
}

async function timesFor(
  site: TestServer,
  name: string,
  query: Record<string, string>,
  tell: Tell,
): Promise<Figure[]> {
  const send = () => fetch(new URL(`/api/search?${new URLSearchParams(query)}`, site.url));
  const { items, fit } = await (await send()).json();
  await timesOf(WARM, send);
  const times = await timesOf(TIMED, send);
  tell(`${name}: ${items.length} found${fit ? `, ${fit}` : ''}`);
  return [
    figure(`${name}: p50`, median(times), 'ms', { atMost: GOAL }),
    figure(`${name}: p95`, percentile(times, 0.95), 'ms'),
  ];
}
