import type { Client } from 'pg';
import { inDatabase } from '#tests/setup/member.ts';
import type { TestServer } from '#tests/setup/server.ts';
import type { Bench, Tell } from './bench.ts';
import { type Figure, figure, ratio } from './figure.ts';
import type { Ground } from './ground.ts';
import { timesOf } from './load.ts';
import { fillForSearch } from './search-content.ts';
import { median } from './statistics.ts';

/** First so many claims, then five times as many. */
const SIZES = [8_000, 32_000];
const ARTICLES = 150;
const WARM = 4;
const TIMED = 25;
/** Tens of milliseconds. */
const GOAL = 50;

/** What the list is asked for, by what is hard about it. */
const ASKED: Record<string, Record<string, string>> = {
  'all claims': {},
  'one verdict': { verdict: 'misleading' },
  'one state': { state: 'needs-look' },
  'a frequent topic': { topic: 'Water' },
  'a rare topic': { topic: 'Heliographs' },
  'a frequent topic and a verdict': { topic: 'Water', verdict: 'false' },
  'a rare speaker': { claimant: 'Ada Unger' },
  'one person': { person: 'demo-7' },
  'a day long ago': { from: '2020-01-01', to: '2020-01-02' },
};

/** The list of claims through the door, with each filter, and how it grows. */
export const claims: Bench = async (ground, tell) => {
  const site = await ground.site({ environment: { OBELUS_LIMITS: 'off', OBELUS_WORKER: 'off' } });
  const figures: Figure[] = [];
  const before = await round(ground, site, SIZES[0] ?? 0, tell);
  const after = await round(ground, site, SIZES[1] ?? 0, tell);
  for (const [name, few] of before) {
    const many = after.get(name) ?? Number.NaN;
    figures.push(figure(`${name}, 40,000 claims: p50`, many, 'ms', { atMost: GOAL }));
    figures.push(ratio(`${name}, five times the claims`, few, many));
  }
  return figures;
};

async function round(ground: Ground, site: TestServer, more: number, tell: Tell) {
  const begun = Date.now();
  const client = await ground.client(site);
  const nothing = { claims: 0, sources: 0, comments: 0 };
  if (more === SIZES[0]) await inDatabase(site, () => fillForSearch({ articles: ARTICLES, ...nothing }));
  await client.query(CLAIMS, [more]);
  await dress(client);
  tell(`${more} claims more in ${Math.round((Date.now() - begun) / 1_000)} s`);
  const medians = new Map<string, number>();
  for (const [name, query] of Object.entries(ASKED)) {
    const send = () => fetch(new URL(`/api/claims?${new URLSearchParams(query)}`, site.url));
    const { items, counts } = await (await send()).json();
    await timesOf(WARM, send);
    medians.set(name, median(await timesOf(TIMED, send)));
    tell(`${name}: ${items.length} of ${counts.claims}${counts.more ? ' and more' : ''}`);
  }
  return medians;
}

/** Short ones: how long they are makes no difference to the list. */
const CLAIMS = `
  WITH article AS (SELECT array_agg("id") AS "ids" FROM "Article"),
    author AS (SELECT array_agg("id") AS "ids" FROM "User" WHERE "email" LIKE 'demo-%@people.example')
  INSERT INTO "Annotation" ("id", "articleId", "authorId", "kind", "statement", "exact", "prefix", "suffix",
    "revisionNumber", "shown", "standing", "createdAt")
  SELECT gen_random_uuid(), article."ids"[1 + n * 7 % cardinality(article."ids")],
    author."ids"[1 + n * 11 % cardinality(author."ids")], 'claim', 'Ships froze in', 'ships', '', '', 1,
    (ARRAY['true', 'mostly-true', 'mixed', 'misleading', 'false', 'unproven', 'opinion', 'disputed', 'open'])[1 + n % 9],
    (ARRAY['open', 'assessed', 'disputed', 'needs-look'])[1 + n * 5 % 4], now() - n * interval '1 minute'
  FROM article, author, generate_series(1, $1::int) AS n`;

/** Topics and a speaker beside what is there. */
async function dress(client: Client) {
  await client.query(`
    INSERT INTO "ArticleTopic" ("articleId", "key", "name")
      SELECT "id", 'water', 'Water' FROM "Article" WHERE ascii(right("id"::text, 1)) % 2 = 0 ON CONFLICT DO NOTHING;
    INSERT INTO "ArticleTopic" ("articleId", "key", "name")
      SELECT "id", 'heliographs', 'Heliographs' FROM (SELECT "id" FROM "Article" ORDER BY "id" LIMIT 1) AS first
      ON CONFLICT DO NOTHING;
    UPDATE "User" SET "handle" = 'demo-7' WHERE "email" = 'demo-7@people.example';
    UPDATE "Article" SET "byline" = 'Ada Unger' WHERE "id" = (SELECT "id" FROM "Article" ORDER BY "id" OFFSET 1 LIMIT 1)`);
  await client.query('VACUUM ANALYZE');
}
