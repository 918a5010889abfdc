import { describe } from '#lib/anchoring/selector.ts';
import { statementFrom } from '#lib/annotation/statement.ts';
import { addArticle } from '#lib/article/mutations.ts';
import { requireArticleRow } from '#lib/article/queries.ts';
import { db } from '#lib/db/client.ts';
import { idAt } from '#lib/db/ids.ts';
import { transaction } from '#lib/db/transaction.ts';
import { snap } from '#lib/document/sentences.ts';
import { documentText } from '#lib/document/text.ts';
import { Problem } from '#lib/errors/problem.ts';
import { comparableUrl } from '#lib/fetch/url-variants.ts';
import { getActorByEmail } from '#lib/user/queries.ts';
import type { Actor } from '#lib/user/schema.ts';
import { evidence, type Setting, thread } from './beside.ts';
import { demoPeople } from './people.ts';
import { articleBody, title } from './prose.ts';
import { type Random, randomFrom } from './random.ts';
import { insertRows, type Row } from './rows.ts';

export interface DemoSize {
  articles: number;
  /** On each article. */
  annotations: number;
  /** On the annotations of each article. */
  comments: number;
  /** In the thread under each article. */
  discussion: number;
  people: number;
  /** Of each article's text, about; without it the text grows with its annotations. */
  characters?: number;
  /** The same seed makes the same content. */
  seed: number;
}

const PAGES = 60;
/** Annotations that go in together with all that hangs on them, in one transaction. */
const BATCH = 500;
/** On average in the made-up prose, with the space behind it. */
const CHARACTERS_A_WORD = 6;
/** Things begin this long ago, and each comes a little after the one before. */
const PAST_MS = 30 * 86_400_000;

/** Makes up content of a given size and stores it as the mutations would. Returns the slugs of the articles. */
export async function fillWithDemo(
  size: DemoSize,
  tell: (line: string) => unknown = () => {},
): Promise<string[]> {
  if (size.people === 0) throw new Problem('invalid', 'Somebody has to take part: --people is 1 at least.');
  const people = await demoPeople(size.people);
  const pages = await demoPages();
  const author = await getActorByEmail('demo-1@people.example');
  if (!author) throw new Error('the people just made are not there');
  const slugs: string[] = [];
  for (let n = 0; n < size.articles; n += 1) {
    const random = randomFrom(size.seed * 10_007 + n);
    slugs.push(await demoArticle(size, { random, author, people, pages }));
    tell(`Article ${n + 1} of ${size.articles}: ${slugs.at(-1)}`);
  }
  // Plans for the benches are made from what is there.
  await db().$executeRawUnsafe('ANALYZE');
  return slugs;
}

async function demoPages() {
  const urls = Array.from(
    { length: PAGES },
    (_, n) => `https://archive-${(n % 7) + 1}.example.org/records/${n + 1}`,
  );
  const rows = urls.map((url) => ({
    id: idAt(new Date()),
    url,
    canonicalUrl: comparableUrl(url),
    createdAt: new Date(),
  }));
  await insertRows('WebPage', rows);
  return db().webPage.findMany({
    where: { canonicalUrl: { in: rows.map(({ canonicalUrl }) => canonicalUrl) } },
    orderBy: { url: 'asc' },
    select: { id: true, url: true },
  });
}

interface Cast {
  random: Random;
  author: Actor;
  people: string[];
  pages: { id: string; url: string }[];
}

async function demoArticle(size: DemoSize, cast: Cast): Promise<string> {
  const { random } = cast;
  const document = articleBody(random, wordsOf(size));
  const text = documentText(document);
  const { id } = await addArticle(cast.author, {
    title: title(random),
    byline: null,
    site: 'Demonstration',
    lang: 'en',
    publishedAt: `20${random.int(10, 25)}-0${random.int(1, 9)}-${random.int(10, 28)}`,
    url: null,
    canonicalUrl: null,
    document,
    text,
  });
  const lengths = threadLengths(random, size);
  const step = PAST_MS / (1 + size.annotations * 12 + size.comments + size.discussion);
  let now = Date.now() - PAST_MS;
  const clock = () => {
    now += step;
    return new Date(now);
  };
  for (let from = 0; from < lengths.length; from += BATCH) {
    await transaction(() =>
      addBatch({ ...cast, articleId: id, text, clock }, lengths.slice(from, from + BATCH)),
    );
  }
  await addDiscussion({ ...cast, articleId: id, text, clock }, size.discussion);
  return (await requireArticleRow(id)).slug;
}

async function addDiscussion(scene: Scene, length: number) {
  const { comments, events } = thread({ ...scene, annotationId: null, firstBy: null }, length);
  await transaction(async () => {
    await insertRows('Comment', comments);
    await insertRows('Event', events);
  });
}
const wordsOf = ({ characters, annotations }: DemoSize) =>
  characters ? characters / CHARACTERS_A_WORD : Math.min(16_000, 900 + annotations * 3);

/** How many comments each annotation gets: many get few, few get many. */
function threadLengths(random: Random, { annotations, comments }: DemoSize): number[] {
  const lengths = new Array<number>(annotations).fill(0);
  if (annotations === 0) return lengths;
  for (let n = 0; n < comments; n += 1) {
    const place = Math.min(random.int(0, annotations - 1), random.int(0, annotations - 1));
    lengths[place] = (lengths[place] ?? 0) + 1;
  }
  return lengths;
}

interface Scene extends Cast {
  articleId: string;
  text: string;
  clock: () => Date;
}

async function addBatch(scene: Scene, lengths: number[]) {
  const made = lengths.map((length) => demoAnnotation(scene, length));
  const all = (pick: (one: (typeof made)[number]) => Row[]) => made.flatMap(pick);
  await insertRows(
    'Annotation',
    all(({ annotation }) => [annotation]),
  );
  await insertRows(
    'Anchor',
    all(({ anchor }) => [anchor]),
  );
  await insertRows(
    'Source',
    all(({ beside }) => beside.sources),
  );
  await insertRows(
    'Assessment',
    all(({ beside }) => beside.assessments),
  );
  await insertRows(
    'AssessmentSource',
    all(({ beside }) => beside.links),
  );
  await insertRows(
    'Comment',
    all(({ comments }) => comments),
  );
  await insertRows(
    'Event',
    all(({ events }) => events),
  );
}

const NOTHING = { sources: [], assessments: [], links: [], events: [] };

function demoAnnotation(scene: Scene, length: number) {
  const { random, articleId, text, people, clock } = scene;
  const kind = random.chance(0.75) ? 'claim' : 'remark';
  const { start, end, ...selector } = passage(random, text);
  const authorId = random.pick(people);
  const at = clock();
  const id = idAt(at);
  const setting: Setting = { ...scene, annotationId: id, authorId };
  const beside = kind === 'claim' ? evidence(setting) : { ...NOTHING, shown: null, standing: null };
  const { comments, events } = thread({ ...setting, firstBy: kind === 'remark' ? authorId : null }, length);
  return {
    annotation: {
      id,
      articleId,
      authorId,
      kind,
      statement: kind === 'claim' ? statementFrom(selector.exact) : null,
      ...selector,
      revisionNumber: 1,
      shown: beside.shown,
      standing: beside.standing,
      createdAt: at,
    },
    anchor: { annotationId: id, revisionNumber: 1, start, end, state: 'exact', since: 1 },
    beside,
    comments,
    events: [
      { kind: 'annotation.made', actorId: authorId, articleId, subjectId: id, data: { kind }, createdAt: at },
      ...beside.events,
      ...events,
    ],
  };
}

/** Three to thirty words from somewhere in the text; now and then they reach into the next paragraph. */
function passage(random: Random, text: string) {
  const from = random.int(0, Math.max(0, text.length - 400));
  const begin = text.slice(from).search(/\s\S/) + from + 1;
  const rest = text.slice(begin, begin + 400);
  const paragraphEnd = rest.indexOf('\n');
  const reach = paragraphEnd > 20 && random.chance(0.95) ? rest.slice(0, paragraphEnd) : rest;
  const count = random.int(3, 30);
  const exact = reach
    .split(/(?<=\s)/)
    .slice(0, count)
    .join('')
    .trimEnd();
  const span = snap(text, begin, begin + exact.length);
  return describe(text, span.start, span.end);
}
