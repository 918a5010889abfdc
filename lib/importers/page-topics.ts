import { distinctTopics, TOPIC_MAX } from '#lib/article/schema.ts';
import type { ArticleLd } from './json-ld.ts';
import { fieldText } from './result.ts';

/** More than these a page declares for search engines, not for readers. */
const TAKEN = 8;
/** Where pages put keywords, the first that has any being taken; `keywords` is written for search engines most often. */
const LISTS = ['article:tag', 'og:article:tag', 'news_keywords', 'parsely-tags', 'sailthru.tags', 'keywords'];
const SECTIONS = ['article:section', 'og:article:section', 'parsely-section'];

/**
 * What a page says that it is about: its section, then its keywords, each once, however they are spelt. What is too long
 * for a topic, the name of the site, and addresses are none. O(elements).
 */
export function pageTopics(document: Document, ld: ArticleLd | null, site: string | null): string[] {
  const sections = ld?.sections.length ? ld.sections : firstOf(document, SECTIONS);
  const keywords = ld?.keywords.length ? ld.keywords : firstOf(document, LISTS);
  const topics = [...sections, ...keywords]
    .flatMap((list) => list.split(/[,;|]/))
    .map((name) => fieldText(name, TOPIC_MAX + 1))
    .filter((name) => name !== null && name.length <= TOPIC_MAX && /\p{L}/u.test(name) && !isAddress(name))
    .filter((name) => name?.toLowerCase() !== site?.toLowerCase()) as string[];
  return distinctTopics(topics).slice(0, TAKEN);
}

const isAddress = (name: string) => /^(?:https?:|www\.|#|@)/i.test(name);

/** All values of the first of some meta elements that the page has: `article:tag` stands once for each. */
function firstOf(document: Document, names: readonly string[]): string[] {
  const metas = [...document.querySelectorAll('meta[content]')];
  for (const name of names) {
    const values = metas
      .filter((meta) =>
        ['property', 'name'].some((attribute) => meta.getAttribute(attribute)?.toLowerCase() === name),
      )
      .map((meta) => meta.getAttribute('content') ?? '');
    if (values.some((value) => value.trim() !== '')) return values;
  }
  return [];
}
