import { addArticle } from '#lib/article/mutations.ts';
import { richTextFrom } from '#lib/assessment/rich-text.ts';
import { db } from '#lib/db/client.ts';
import { idAt, idBytes } from '#lib/db/ids.ts';
import { fromText } from '#lib/document/from-text.ts';
import { documentText } from '#lib/document/text.ts';
import { getActorByEmail } from '#lib/user/queries.ts';
import { SHOWN } from '#lib/verdict/verdicts.ts';
import { demoPeople } from '../../prisma/demo/people.ts';
import { type Random, randomFrom } from '../../prisma/demo/random.ts';
import { insertRows, type Row } from '../../prisma/demo/rows.ts';

/** How much there is to be searched. */
export interface SearchSize {
  articles: number;
  claims: number;
  sources: number;
  comments: number;
}

const BATCH = 2_000;
const PAST_MS = 60 * 86_400_000;
/** Different words of each language; how often one comes falls with its place in the list, as in prose. */
const VOCABULARY = 30_000;

const SYLLABLES = {
  en: 'ba con der el for ga har in jo ker lan mo ner or pel qui ros ster ton ul ver wick yard zen ment ing'.split(
    ' ',
  ),
  de: 'ab bau chen dorf ein fähr gen haus ich jahr keit lich müh nach ober pfad quer rück schaft tür ung vor wöh zeit'.split(
    ' ',
  ),
  zh: [
    ...'城港口水年船冰面包价格市议会书记铁路塔河湖山东西南北新旧大小人民说没有因为所以报告数字证据错误真实新闻记者',
  ],
} as const;
type Lang = keyof typeof SYLLABLES;

/** What is planted for the bench to look for: in one of so many texts. */
const PLANTED: Record<Lang, [words: string, oneIn: number][]> = {
  en: [
    ['water', 3],
    ['council', 5],
    ['harbour', 12],
    ['the harbour master of Lindow', 60],
    ['elections', 300],
    ['heliograph', 10_000],
  ],
  de: [
    ['Wasser', 3],
    ['Bürgermeister', 10],
    ['Mühlendämme', 2_000],
  ],
  zh: [
    ['港口', 8],
    ['港口结冰', 300],
  ],
};

function vocabulary(lang: Lang, random: Random): string[] {
  const most = lang === 'zh' ? 3 : 4;
  return Array.from({ length: VOCABULARY }, () =>
    Array.from({ length: random.int(lang === 'zh' ? 1 : 2, most) }, () => random.pick(SYLLABLES[lang])).join(
      '',
    ),
  );
}

/** Sentences of a language: `words` words, with what is planted now and then. */
function proseOf(random: Random) {
  const lists = { en: vocabulary('en', random), de: vocabulary('de', random), zh: vocabulary('zh', random) };
  return (lang: Lang, words: number) => {
    const list = lists[lang];
    const chosen = Array.from({ length: words }, () => {
      // Zipf's law, near enough: a place in the list whose logarithm is even.
      const place = Math.floor(VOCABULARY ** (random.int(0, 99_999) / 100_000)) - 1;
      return list[place] as string;
    });
    for (const [planted, oneIn] of PLANTED[lang])
      if (random.int(1, oneIn) === 1) chosen.splice(random.int(0, chosen.length), 0, planted);
    return lang === 'zh'
      ? `${chosen.join('')}。`
      : `${chosen.join(' ').replaceAll(/((?:\S+ ){11}\S+)/g, '$1.')}.`;
  };
}

const langOf = (n: number): Lang => (n % 10 < 6 ? 'en' : n % 10 < 9 ? 'de' : 'zh');

/** Made-up texts of three languages, the same for the same size. */
export async function fillForSearch(size: SearchSize): Promise<void> {
  const random = randomFrom(11);
  const prose = proseOf(random);
  const people = await demoPeople(50);
  const author = await getActorByEmail('demo-1@people.example');
  if (!author) throw new Error('the people just made are not there');
  const articles: { id: string; lang: Lang }[] = [];
  for (let n = 0; n < size.articles; n += 1) {
    const lang = langOf(n);
    const document = fromText(Array.from({ length: 12 }, () => prose(lang, 60)).join('\n\n'));
    const text = documentText(document);
    const { id } = await addArticle(author, {
      title: prose(lang, 6),
      byline: null,
      site: 'Bench',
      lang,
      publishedAt: null,
      url: null,
      canonicalUrl: null,
      document,
      text,
    });
    articles.push({ id, lang });
  }
  const total = size.claims + size.sources + size.comments;
  let made = 0;
  const clock = () => new Date(Date.now() - PAST_MS + (PAST_MS / total) * made++);
  const pick = () => random.pick(articles);
  const pages = await insertPages(prose);
  const claims: { id: string; lang: Lang }[] = [];
  await inBatches('Annotation', size.claims, () => {
    const { id: articleId, lang } = pick();
    const at = clock();
    const id = idAt(at);
    claims.push({ id, lang });
    return {
      id,
      articleId,
      authorId: random.pick(people),
      kind: 'claim',
      statement: prose(lang, 12).slice(0, 500),
      exact: prose(lang, 25).slice(0, 5_000),
      prefix: '',
      suffix: '',
      revisionNumber: 1,
      shown: random.pick(SHOWN),
      standing: 'assessed',
      createdAt: at,
    };
  });
  await inBatches('Source', size.sources, () => {
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
  await inBatches('Comment', size.comments, () => {
    const onClaim = random.chance(0.6) ? random.pick(claims) : null;
    const place = onClaim ?? pick();
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
  await db().$executeRawUnsafe('VACUUM ANALYZE');
}

async function insertPages(prose: ReturnType<typeof proseOf>) {
  const rows = Array.from({ length: 2_000 }, (_, n) => ({
    id: idAt(new Date()),
    url: `https://paper-${n % 40}.example.org/${n}`,
    canonicalUrl: `paper-${n % 40}.example.org/${n}`,
    title: prose(langOf(n), 8),
  }));
  await insertRows('WebPage', rows);
  return rows;
}

async function inBatches(table: 'Annotation' | 'Source' | 'Comment', count: number, make: () => Row) {
  for (let done = 0; done < count; done += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - done) }, make);
    await insertRows(table, rows);
  }
}
