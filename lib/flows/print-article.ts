import { listAnnotationRows } from '#lib/annotation/queries.ts';
import { getArticleRow, readArticle } from '#lib/article/queries.ts';
import type { ArticleView } from '#lib/article/schema.ts';
import type { Folds } from '#lib/assessment/reveal/schema.ts';
import { env } from '#lib/env/env.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { timeInWords } from '#lib/i18n/time.ts';
import { translator } from '#lib/i18n/translator.ts';
import type {
  PrintedArticle,
  PrintedLook,
  PrintedMeaning,
  PrintedNote,
  PrintedSource,
} from '#lib/interchange/print/printed.ts';
import { SHOWN } from '#lib/verdict/verdicts.ts';
import { detailsOf } from './annotation-details.ts';
import type { AnnotationDetail } from './annotation-view.ts';
import { EVERYBODY, foldFares } from './folds.ts';

/** So many annotations become notes, and so many sources stand in each; of what there is besides, the number is told. */
const NOTES = 400;
const SOURCES = 12;

/** An article with its claims as numbered notes, as its reader is told of them; null for an unknown one. */
export async function getPrintedArticle(
  idOrSlug: string,
  locale: Locale,
  reading = EVERYBODY,
): Promise<(PrintedArticle & { folds: Folds }) | null> {
  const row = await getArticleRow(idOrSlug);
  if (!row) return null;
  const [{ article: whole, document }, rows] = await Promise.all([
    readArticle(row),
    listAnnotationRows(row.id),
  ]);
  const active = rows.filter(({ state }) => state === 'active');
  // First, for what it unfolds.
  const { items, folds } = await foldFares(reading, [whole]);
  const [article = whole] = items;
  const details = await detailsOf(active.slice(0, NOTES), reading.viewer);
  const t = translator(locale, 'print');
  const left = active.length - details.length;
  const { id, slug, title, lang, url, revision } = article;
  const address = `${env().url}/articles/${encodeURIComponent(slug)}`;
  // In the order in which the numbers stand in the text: each behind its last word.
  const placed = details.map((detail) => ({ detail, at: placeOf(detail, revision.text) }));
  placed.sort((a, b) => (a.at ?? Number.POSITIVE_INFINITY) - (b.at ?? Number.POSITIVE_INFINITY) || 0);
  const numbered = placed.map((one, index) => ({ ...one, number: index + 1 }));
  return {
    ...{ id, slug, title, lang, locale, address, document, folds },
    author: article.byline ?? article.site,
    original: url,
    capturedAt: revision.capturedAt,
    facts: factsOf(article, locale),
    marks: numbered.flatMap(({ detail, at, number }) =>
      at === null ? [] : [{ at, number, look: lookOf(detail) }],
    ),
    notes: numbered.map(({ detail, number }) => noteOf(detail, number, locale)),
    words: {
      notes: t('notes'),
      none: t('noNotes'),
      gone: t('gone'),
      original: t('original'),
      address: t('address'),
      more: left > 0 ? t('moreNotes', { n: left }) : null,
      toText: t('toText'),
      legend: t('legend'),
    },
    legend: legendOf(details, locale),
  };
}

/** In the order of the verdicts, remarks last; those alone that stand in the article. */
function legendOf(details: readonly AnnotationDetail[], locale: Locale): PrintedMeaning[] {
  const there = new Set(details.map(lookOf));
  const verdict = translator(locale, 'verdict');
  const t = translator(locale, 'print');
  return [...SHOWN, 'remark' as const]
    .filter((look) => there.has(look))
    .map((look) => ({ look, verdict: verdict(look), meaning: t(`meanings.${look}`) }));
}

/** Where its number stands: white space at the end of what was marked comes after it. */
function placeOf({ anchor: { start, end } }: AnnotationDetail, text: string): number | null {
  return start === null || end === null ? null : start + text.slice(start, end).trimEnd().length;
}

const lookOf = ({ verdict }: AnnotationDetail): PrintedLook =>
  verdict?.folded ? 'folded' : (verdict?.shown ?? 'remark');

function factsOf({ byline, site, publishedAt, revision, fare }: ArticleView, locale: Locale): string[] {
  const t = translator(locale, 'print');
  const article = translator(locale, 'article');
  const source = [
    byline && article('by', { name: byline }),
    site,
    publishedAt && timeInWords(publishedAt, locale),
  ].filter(Boolean);
  const captured = timeInWords(revision.capturedAt, locale, true);
  const counts = [...SHOWN, 'folded' as const].flatMap((shown) => {
    const n = (shown === 'folded' ? fare.folded : fare.shown[shown]) ?? 0;
    return n > 0 ? [`${n} ${article(`shown.${shown}`, { n })}`] : [];
  });
  const claims = `${fare.claims} ${article('claims', { n: fare.claims })}`;
  return [
    ...(source.length > 0 ? [source.join(' · ')] : []),
    t('revision', { n: revision.number, date: captured }),
    counts.length > 0 ? `${claims}: ${counts.join(', ')}` : claims,
  ];
}

function noteOf(detail: AnnotationDetail, number: number, locale: Locale): PrintedNote {
  const t = translator(locale, 'print');
  const { statement, target, anchor, comments, verdict, sources } = detail;
  const said = statement ?? comments.find(({ text }) => text !== '')?.text ?? target.exact;
  const left = sources.length - SOURCES;
  return {
    number,
    address: `${env().url}/claims/${detail.id}`,
    look: lookOf(detail),
    verdict: translator(locale, 'verdict')(lookOf(detail)),
    statement: said,
    passage: said === target.exact ? null : (anchor.words ?? target.exact),
    gone: anchor.start === null,
    facts: [
      t('markedBy', { name: detail.author.name }),
      ...(verdict && verdict.tally.total > 0
        ? [translator(locale, 'claim')('tallyText', tallyCounts(verdict.tally))]
        : []),
      ...detail.labels.chosen.filter(({ shown }) => shown).map(({ name }) => name[locale]),
    ].join(' · '),
    ruling: rulingOf(detail, locale),
    sources: sources.slice(0, SOURCES).map((source) => sourceOf(source, locale)),
    more: left > 0 ? translator(locale, 'card')('moreSources', { n: left }) : null,
  };
}

const tallyCounts = ({ total, sourced }: { total: number; sourced: number }) => ({ total, sourced });

function rulingOf({ ruling }: AnnotationDetail, locale: Locale): PrintedNote['ruling'] {
  if (!ruling) return null;
  const t = translator(locale, 'print');
  const on = (at: string) => timeInWords(at, locale);
  const changes = ruling.changes.map(({ kind, reason, at }) =>
    t(`changes.${kind}`, { date: on(at), reason }),
  );
  const verdict = translator(locale, 'verdict')(ruling.verdict);
  const { state, current } = ruling;
  const standing = state === 'retracted' ? 'retractedRuling' : current ? 'ruledBy' : 'ruledEarlier';
  const by = t(standing, { name: ruling.author.name, date: on(ruling.publishedAt), verdict });
  return { by, summary: state === 'published' ? ruling.summary : '', changes };
}

function sourceOf(source: AnnotationDetail['sources'][number], locale: Locale): PrintedSource {
  const card = translator(locale, 'card');
  return {
    stance: card(`stance.${source.stance}`),
    title: source.title ?? source.host,
    address: source.url,
    quote: source.quote,
    state:
      [fareOf(source, locale), !source.current && card('earlierWording')].filter(Boolean).join(' · ') || null,
  };
}

/** How it fared, in a word: what is not known yet, and why a page could not be had, is nothing for paper. */
function fareOf({ state }: AnnotationDetail['sources'][number], locale: Locale): string | null {
  if (state === 'unreachable') return translator(locale, 'print')('unreachable');
  const isLooked = state === 'verified' || state === 'altered' || state === 'missing';
  return isLooked ? translator(locale, 'card')(`sourceState.${state}`) : null;
}
