import {
  authorName,
  integerOf,
  type OriginalComment,
  type OriginalThread,
  settled,
  timeOf,
  votesOf,
} from './original-thread.ts';
import { countIn, numberAtEnd, ownPart, wordsIn } from './page-parts.ts';

const COMMENT = 'li.post[id^="post-"], div.post[id^="post-"]';
const PARTS = {
  author: '.post-byline .author, .author',
  date: '.time-ago, a[data-role="relative-time"], time',
  text: '[data-role="message"], .post-message',
  up: '[data-role="likes"], .vote-up .count',
  down: '[data-role="dislikes"], .vote-down .count',
  parent: 'a.parent-link',
};

/** Reads the comments of Disqus out of its frame, or out of a page that was saved with it. Null when there are none. O(page). */
export function readDisqusPage(dom: Document, lang: string): OriginalThread | null {
  const items = [...dom.querySelectorAll(COMMENT)].filter((item) => ownPart(item, COMMENT, PARTS.text));
  if (items.length === 0) return null;
  const comments = items.map((item, index) => commentOf(item, index, lang));
  const declaredCount = countIn(wordsIn(dom.querySelector('.comment-count, [data-role="comment-count"]')));
  return settled({ source: 'disqus', comments, declaredCount, asOf: null });
}

function commentOf(item: Element, index: number, lang: string): OriginalComment {
  const part = (selector: string) => ownPart(item, COMMENT, selector);
  const date = part(PARTS.date);
  const above =
    numberAtEnd(item.parentElement?.closest(COMMENT)?.id) ??
    numberAtEnd(part(PARTS.parent)?.getAttribute('href'));
  const count = (selector: string) => integerOf(wordsIn(part(selector)));
  const title = date?.getAttribute('datetime') ?? date?.getAttribute('title');
  return {
    key: `disqus:${numberAtEnd(item.id)}`,
    parentKey: above ? `disqus:${above}` : null,
    author: authorName(wordsIn(part(PARTS.author))),
    body: { html: part(PARTS.text)?.innerHTML ?? '' },
    time: timeOf(title, title ?? wordsIn(date), lang),
    votes: votesOf(count(PARTS.up), count(PARTS.down)),
    passage: null,
    order: index,
  };
}
