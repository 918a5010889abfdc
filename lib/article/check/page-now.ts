import { type Body, beginningOver, saysTheSame } from './beginning.ts';
import { isNoArticle, noticeIn, type SourceNotice } from './instead.ts';
import { STILL_THERE, survival } from './survival.ts';

/** An article as it was kept. */
interface KeptArticle extends Body {
  /** What it was called here and at its source, now and before. */
  titles: readonly (string | null | undefined)[];
}

/** A page as it was read at an article's address. */
export interface ReadPage extends Body {
  /** What it calls itself; null where nothing says so. */
  title: string | null;
  /** It stands at the article's address, and nobody was sent on from there. */
  isAtAddress: boolean;
  /** It says that only its subscribers may read all of it. */
  isForSubscribers: boolean;
  /** It has marks of a wall. */
  hintsAtWall: boolean;
  /** No article could be told from the rest of the page. */
  isUncertain: boolean;
}

/** What stands at an article's address by now: the article, its beginning, a notice in its place, or another page. */
export type PageNow =
  | { is: 'article'; left: number }
  /** `body`: what is known of the article by that; null where it is not known what the page begins. */
  | { is: 'beginning'; body: Body | null }
  | { is: SourceNotice }
  | { is: 'another' };

/**
 * Tells what a page shows, held against the article that was kept. A page of the same name at the same address is the
 * article, however much of its text is new; so is one of another name on which the text still stands. What is short is
 * looked at twice: it may be a notice, or a wall.
 */
export function pageNow(kept: KeptArticle, page: ReadPage): PageNow {
  if (page.text.trim() === '') return { is: 'another' };
  const left = survival(kept.text, page.text);
  const isNamedSo = kept.titles.some((title) => isSameHeadline(title, page.title));
  const beginning = beginningOf(kept, page);
  if (beginning && (isNamedSo || left >= STILL_THERE || beginning.body)) return beginning;
  if (left >= STILL_THERE) return { is: 'article', left };
  const notice = page.isAtAddress ? noticeIn(page.text) : null;
  if (notice) return { is: notice };
  const isArticle = isNamedSo && !page.isUncertain && !isNoArticle(page.text);
  return isArticle ? { is: 'article', left } : { is: 'another' };
}

/** Of a page that keeps the rest for its subscribers. Only hinting at that, it has to begin as the article did. */
function beginningOf(kept: KeptArticle, page: ReadPage): Extract<PageNow, { is: 'beginning' }> | null {
  if (!page.isForSubscribers && !page.hintsAtWall) return null;
  const body = beginningOver(kept, page);
  if (body && (page.isForSubscribers || saysTheSame(body.text, kept.text))) return { is: 'beginning', body };
  const isShort = page.text.length < kept.text.length / 2;
  return page.isForSubscribers && isShort && noticeIn(page.text) === null
    ? { is: 'beginning', body: null }
    : null;
}

/** Two headlines are one that was touched up from this share of common longer words on. */
const SAME_HEADLINE = 0.6;
/** Fewer words in common are a matter of chance. */
const LEAST_WORDS = 3;

/** Articles and prepositions are common to all headlines. */
const LONGER = 4;

/** Whether two headlines are those of one article: the same but for case and punctuation, one continued, or mostly the same words. */
export function isSameHeadline(one: string | null | undefined, other: string | null | undefined): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.length === 0 || b.length === 0) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === long.length || short.length >= LEAST_WORDS) {
    if (short.every((word, at) => word === long[at])) return true;
  }
  const longer = (words: string[]) => new Set(words.filter((word) => word.length >= LONGER));
  const [here, there] = [longer(a), longer(b)];
  const common = [...here].filter((word) => there.has(word)).length;
  return common >= LEAST_WORDS && (2 * common) / (here.size + there.size) >= SAME_HEADLINE;
}

const wordsOf = (title: string | null | undefined): string[] =>
  title
    ?.normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
