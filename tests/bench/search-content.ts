import { addArticle } from '#lib/article/mutations.ts';
import { richTextFrom } from '#lib/assessment/rich-text.ts';
import { db } from '#lib/db/client.ts';
import { idAt, idBytes } from '#lib/db/ids.ts';
import { fromText } from '#lib/document/from-text.ts';
import { documentText } from '#lib/document/text.ts';
import { getActorByEmail } from '#lib/user/queries.ts';
import { SHOWN, VERDICTS } from '#lib/verdict/verdicts.ts';
import { demoPeople } from '../../prisma/demo/people.ts';
import { type Random, randomFrom } from '../../prisma/demo/random.ts';
import { insertRows, type Row } from '../../prisma/demo/rows.ts';
import { type Fact, factsOf } from './said-again.ts';
import { langOf, type Prose, proseOf, type SearchLang } from './search-prose.ts';

/** How much there is to be searched. */
interface SearchSize {
  articles: number;
  claims: number;
  sources: number;
  comments: number;
  /** Claims that were ruled on; comments on the originals of articles. */
  rulings?: number;
  exhibits?: number;
}

const BATCH = 2_000;
const PAST_MS = 60 * 86_400_000;
/** Comments under one original. */
const THREAD = 500;

/** Something that others lie beside. */
interface Place {
  id: string;
  lang: SearchLang;
}

/** A claim of which it is known how else it could be said. */
export type PlantedFact = Fact & { id: string };

/** What was said, and may be said again; and what nobody said. */
interface Planted {
  facts: PlantedFact[];
  unsaid: Fact[];
}

const UNSAID = 60;

/** What all rows are made with. */
interface Making {
  random: Random;
  prose: Prose;
  people: string[];
  /** Each row is a little newer than the one before. */
  clock(): Date;
}

/** Made-up texts of three languages, the same for the same size. Every second claim could be said in other words too. */
export async function fillForSearch(size: SearchSize): Promise<Planted> {
  const random = randomFrom(11);
  const total = size.claims + size.sources + size.comments + (size.rulings ?? 0) + (size.exhibits ?? 0);
  let made = 0;
  const making: Making = {
    random,
    prose: proseOf(random),
    people: await demoPeople(50),
    clock: () => new Date(Date.now() - PAST_MS + (PAST_MS / total) * made++),
  };
  const articles = await addArticles(making, size.articles);
  // The triggers look every word up, and keep the plan that they make for it.
  await db().$executeRawUnsafe('ANALYZE');
  const { claims, ...planted } = await addClaims(making, articles, size.claims);
  await addSources(making, claims, size.sources);
  await addRulings(making, claims.slice(0, size.rulings ?? 0));
  await addExhibits(making, articles, size.exhibits ?? 0);
  await addComments(making, articles, claims, size.comments);
  await db().$executeRawUnsafe('VACUUM ANALYZE');
  return planted;
}

async function addArticles({ prose }: Making, count: number): Promise<Place[]> {
  const author = await getActorByEmail('demo-1@people.example');
  if (!author) throw new Error('the people just made are not there');
  const articles: Place[] = [];
  for (let n = 0; n < count; n += 1) {
    const lang = langOf(n);
    const document = fromText(Array.from({ length: 12 }, () => prose(lang, 60)).join('\n\n'));
    const { id } = await addArticle(author, {
      title: prose(lang, 6),
      byline: null,
      site: 'Bench',
      lang,
      publishedAt: null,
      url: null,
      canonicalUrl: null,
      document,
      text: documentText(document),
    });
    articles.push({ id, lang });
  }
  return articles;
}

async function addClaims({ random, prose, people, clock }: Making, articles: Place[], count: number) {
  const claims: Place[] = [];
  const facts: PlantedFact[] = [];
  const factOf = factsOf(randomFrom(23), prose);
  await inBatches('Annotation', count, (n) => {
    const { id: articleId, lang } = random.pick(articles);
    const at = clock();
    const id = idAt(at);
    const fact = n % 2 === 0 ? { ...factOf(lang), id } : null;
    claims.push({ id, lang });
    if (fact) facts.push(fact);
    return {
      id,
      articleId,
      authorId: random.pick(people),
      kind: 'claim',
      statement: (fact?.statement ?? prose(lang, 12)).slice(0, 500),
      exact: (fact?.quote ?? prose(lang, 25)).slice(0, 5_000),
      prefix: '',
      suffix: '',
      revisionNumber: 1,
      shown: random.pick(SHOWN),
      standing: 'assessed',
      createdAt: at,
    };
  });
  return { claims, facts, unsaid: Array.from({ length: UNSAID }, (_, n) => factOf(langOf(n))) };
}

async function addSources({ random, prose, people, clock }: Making, claims: Place[], count: number) {
  const pages = Array.from({ length: 2_000 }, (_, n) => ({
    id: idAt(new Date()),
    url: `https://paper-${n % 40}.example.org/${n}`,
    canonicalUrl: `paper-${n % 40}.example.org/${n}`,
    title: prose(langOf(n), 8),
  }));
  await insertRows('WebPage', pages);
  await inBatches('Source', count, () => {
    const { id: annotationId, lang } = random.pick(claims);
    const page = random.pick(pages);
    const at = clock();
    return {
      id: idAt(at),
      annotationId,
      pageId: page.id,
      addedById: random.pick(people),
      url: page.url,
      stance: 'context',
      quote: prose(lang, 20),
      note: prose(lang, 10),
      createdAt: at,
    };
  });
}

async function addRulings({ random, prose, people, clock }: Making, claims: Place[]) {
  await inBatches('Ruling', claims.length, (n) => {
    const { id: annotationId, lang } = claims[n] as Place;
    const at = clock();
    const text = prose(lang, 120);
    return {
      id: idAt(at),
      annotationId,
      authorId: random.pick(people),
      verdict: random.pick(VERDICTS),
      summary: prose(lang, 20),
      reasoning: richTextFrom('reasoning', text)?.body ?? null,
      reasoningText: text,
      wording: 1,
      revisionNumber: 1,
      version: 1,
      publishedAt: at,
    };
  });
}

async function addExhibits({ random, prose, clock }: Making, articles: Place[], count: number) {
  const under = articles
    .slice(0, Math.ceil(count / THREAD))
    .map((article) => ({ ...article, exhibit: idAt(new Date()) }));
  if (under.length === 0) return;
  await insertRows(
    'Exhibit',
    under.map(({ id, exhibit }) => ({ id: exhibit, articleId: id, source: 'wpdiscuz', asOf: new Date() })),
  );
  await inBatches('ExhibitComment', count, (n) => {
    const { exhibit, lang } = under[n % under.length] as (typeof under)[number];
    const at = clock();
    const { body, text } = richTextFrom('body', prose(lang, random.int(8, 90))) ?? { body: {}, text: '' };
    return {
      id: idAt(at),
      exhibitId: exhibit,
      key: `bench:${n}`,
      fingerprint: `${n}`,
      author: `Reader ${n % 300}`,
      body,
      text,
      writtenAt: at,
      sequence: n,
      place: Math.floor(n / under.length),
      createdAt: at,
    };
  });
}

async function addComments(
  { random, prose, people, clock }: Making,
  articles: Place[],
  claims: Place[],
  count: number,
) {
  await inBatches('Comment', count, () => {
    const onClaim = random.chance(0.6) ? random.pick(claims) : null;
    const place = onClaim ?? random.pick(articles);
    const at = clock();
    const id = idAt(at);
    const { body, text } = richTextFrom('body', prose(place.lang, random.int(8, 90))) ?? {
      body: {},
      text: '',
    };
    return {
      id,
      articleId: onClaim ? null : place.id,
      annotationId: onClaim ? place.id : null,
      rootId: id,
      path: `\\x${idBytes(id).toString('hex')}`,
      authorId: random.pick(people),
      body,
      text,
      revisionNumber: 1,
      createdAt: at,
    };
  });
}

type Many = 'Annotation' | 'Source' | 'Ruling' | 'ExhibitComment' | 'Comment';

async function inBatches(table: Many, count: number, make: (n: number) => Row) {
  for (let done = 0; done < count; done += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - done) }, (_, n) => make(done + n));
    await insertRows(table, rows);
  }
}
