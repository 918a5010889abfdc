import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { decodeText } from '#lib/fetch/charset.ts';
import { importArticle } from '#lib/importers/import.ts';
import type { ImportedArticle } from '#lib/importers/result.ts';

/** What a page should become: the words of its article, and what is said of it. A field that is null is not scored. */
interface Expected {
  title: string | null;
  byline: string | null;
  siteName: string | null;
  lang: string | null;
  publishedTime: string | null;
}

/** A saved page with what it should become: a folder of the corpus, or one of our own fixtures. */
interface SavedPage {
  name: string;
  html: string;
  /** Where it stood, where that is known. */
  url: string | undefined;
  text: string;
  expected: Expected;
}

export const FIELDS = ['title', 'byline', 'site', 'lang', 'date'] as const;
type ScoredField = (typeof FIELDS)[number];

export interface PageScore {
  name: string;
  /** Of the words of our text and the expected one: the harmonic mean of precision and recall. */
  f1: number;
  precision: number;
  recall: number;
  /** Whether each field is right; null where nothing was expected. */
  fields: Record<ScoredField, boolean | null>;
  article: ImportedArticle | null;
}

const FIXTURES = path.join(import.meta.dirname, '../fixtures/import-pages');

/** Where the saved pages of other publishers lie; they are not part of the project. */
export const CORPUS = path.resolve(process.env.OBELUS_CORPUS ?? '../shared/corpus', 'pages');

export function hasCorpus(): boolean {
  return existsSync(CORPUS);
}

/** The pages of the corpus: `source.html`, `expected.html`, `expected-metadata.json`. */
export function corpusPages(): SavedPage[] {
  return foldersOf(CORPUS).map((name) => {
    const folder = path.join(CORPUS, name);
    return {
      name,
      html: readFileSync(path.join(folder, 'source.html'), 'utf8'),
      url: undefined,
      text: textOfHtml(readFileSync(path.join(folder, 'expected.html'), 'utf8')),
      expected: JSON.parse(readFileSync(path.join(folder, 'expected-metadata.json'), 'utf8')),
    };
  });
}

/** Our own pages: `source.html`, `expected.txt`, `expected.json` with the address beside the metadata. */
export function fixturePages(): SavedPage[] {
  return foldersOf(FIXTURES).map((name) => {
    const folder = path.join(FIXTURES, name);
    const { url, ...expected } = JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8'));
    const bytes = readFileSync(path.join(folder, 'source.html'));
    return {
      name,
      html: decodeText(bytes, null, 'text/html').text,
      url,
      text: readFileSync(path.join(folder, 'expected.txt'), 'utf8'),
      expected,
    };
  });
}

function foldersOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

const LINE_TAGS = new Set(
  'a abbr b bdi bdo cite code em font i kbd mark q s small span strong sub sup u var'.split(' '),
);

/** The words of an HTML string, with a space wherever something that is no part of a line begins or ends. */
function textOfHtml(html: string): string {
  const parts: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ChildNode) => {
    if ('value' in node) parts.push(node.value);
    if (!('childNodes' in node) || /^(?:script|style|template)$/.test(node.nodeName)) return;
    const space = LINE_TAGS.has(node.nodeName) ? '' : ' ';
    parts.push(space);
    node.childNodes.forEach(visit);
    parts.push(space);
  };
  parse(html).childNodes.forEach(visit);
  return parts.join('');
}

const segmenters = new Map<string, Intl.Segmenter>();

function countWords(text: string, lang: string): Map<string, number> {
  const segmenter = segmenters.get(lang) ?? new Intl.Segmenter(lang, { granularity: 'word' });
  segmenters.set(lang, segmenter);
  const counts = new Map<string, number>();
  for (const { segment, isWordLike } of segmenter.segment(text.normalize('NFC').replaceAll('\u00AD', ''))) {
    if (isWordLike) counts.set(segment, (counts.get(segment) ?? 0) + 1);
  }
  return counts;
}

const total = (counts: Map<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);

/** Words as Intl.Segmenter finds them, each as often as it stands in the text. */
function wordScore(found: string, expected: string, lang: string) {
  const [ours, theirs] = [countWords(found, lang), countWords(expected, lang)];
  let shared = 0;
  for (const [word, count] of ours) shared += Math.min(count, theirs.get(word) ?? 0);
  const precision = shared / Math.max(1, total(ours));
  const recall = shared / Math.max(1, total(theirs));
  return { precision, recall, f1: shared === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

const plain = (words: string) =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The same words; one of the two may have the name of a site (or of a section) behind a separator. */
export function isSameTitle(found: string, expected: string): boolean {
  const heads = (title: string) => [
    plain(title),
    ...Array.from(title.matchAll(/\s[|–—·•»:-]\s|[_|]/g), ({ index }) => plain(title.slice(0, index))),
  ];
  // Readability takes what stands before a colon for the name of a site; a person does not.
  const tail = found.replace(/^.{1,40}?:\s+/u, '');
  return (
    heads(found).includes(plain(expected)) ||
    heads(expected).includes(plain(found)) ||
    heads(expected).includes(plain(tail))
  );
}

function isSameDate(found: string, expected: string): boolean {
  return found.includes('T') && expected.includes('T')
    ? Date.parse(found) === Date.parse(expected)
    : found.slice(0, 10) === expected.slice(0, 10);
}

const withoutBy = (name: string) => plain(name).replace(/^(?:by|von|par|por) /, '');

/** Imports a page and holds what comes out against what should. */
export function scorePage(page: SavedPage): PageScore {
  const result = importArticle({ html: page.html, url: page.url });
  const article = result.ok ? result.article : null;
  const { title, byline, siteName, lang, publishedTime } = page.expected;
  const isRight = (
    found: string | null | undefined,
    expected: string | null | undefined,
    same: typeof isSameTitle,
  ) => (expected ? Boolean(found && same(found, expected)) : null);
  return {
    name: page.name,
    ...wordScore(article?.text ?? '', page.text, article?.lang ?? 'en'),
    fields: {
      title: isRight(article?.title, title, isSameTitle),
      byline: isRight(article?.byline, byline, (a, b) => withoutBy(a) === withoutBy(b)),
      site: isRight(article?.site, siteName, (a, b) => plain(a) === plain(b)),
      lang: isRight(article?.lang, lang, (a, b) => a.toLowerCase() === b.toLowerCase()),
      date: isRight(article?.publishedAt, publishedTime, isSameDate),
    },
    article,
  };
}

/** How many of the scored pages have a field right, from 0 to 1. */
export function shareRight(scores: readonly PageScore[], field: ScoredField): number {
  const scored = scores.filter(({ fields }) => fields[field] !== null);
  return scored.filter(({ fields }) => fields[field]).length / Math.max(1, scored.length);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
