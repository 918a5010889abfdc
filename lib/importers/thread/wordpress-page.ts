import {
  authorName,
  integerOf,
  keyOfWords,
  type OriginalComment,
  type OriginalThread,
  settled,
  timeOf,
} from './original-thread.ts';
import { countIn, markupWithout, numberAtEnd, ownPart, wordsIn } from './page-parts.ts';

const LISTS = '.comment-list, .commentlist, .comments-list, .wp-block-comment-template, #comments';
const COMMENT = 'li.comment, div.comment[id^="comment-"], article.comment[id^="comment-"]';
const PARTS = {
  author: [
    '.wp-block-comment-author-name',
    '.comment-author .fn',
    '.fn',
    '.comment-author-name',
    '[itemprop="author"]',
    '.comment-author',
  ],
  date: [
    'time[datetime]',
    '.wp-block-comment-date',
    '.comment-metadata a',
    '.comment-date',
    '.commentmetadata a',
    '.comment-meta a[href*="#comment-"]',
  ],
  text: [
    '.wp-block-comment-content',
    '.comment-content',
    '.comment-text',
    '.comment_content',
    '[itemprop="text"]',
  ],
  body: ['.comment-body', '[id^="div-comment-"]'],
};
/** What themes put around the words, where the words have no place of their own. */
const AROUND =
  '.comment-author, .comment-meta, .commentmetadata, .comment-metadata, .reply, .comment-reply-link, .comment-edit-link, .says, .comment-awaiting-moderation, .children, footer, header';

/** Reads the list that WordPress itself writes, in its themes' old and new forms. Null when there is none. O(page). */
export function readWordpressList(dom: Document, lang: string): OriginalThread | null {
  const items = new Set<Element>();
  for (const list of dom.querySelectorAll(LISTS))
    for (const item of list.querySelectorAll(COMMENT)) items.add(item);
  const numbers = new Map([...items].map((item) => [item, idOf(item)]));
  const comments = [...items].flatMap((item, index) => commentOf(item, numbers, index, lang) ?? []);
  if (comments.length === 0) return null;
  const title = wordsIn(
    dom.querySelector('.comments-title, #comments-title, .wp-block-comments-title, h2#comments'),
  );
  // “One thought on …” has no figure; a title that counts less than stands there counts something else.
  const declared = countIn(title?.replace(/[“"„«].*$/, '') ?? null);
  const declaredCount = declared !== null && declared >= comments.length ? declared : null;
  return settled({ source: 'wordpress', comments, declaredCount, asOf: null });
}

function idOf(item: Element): string | null {
  return (
    numberAtEnd(item.id) ?? numberAtEnd(item.querySelector('[id^="div-comment-"], [id^="comment-"]')?.id)
  );
}

function commentOf(
  item: Element,
  numbers: ReadonlyMap<Element, string | null>,
  index: number,
  lang: string,
): OriginalComment | null {
  if (item.classList.contains('pingback') || item.classList.contains('trackback')) return null;
  const part = (selectors: string[]) => ownPart(item, COMMENT, ...selectors);
  const author = part(PARTS.author);
  for (const says of author?.querySelectorAll('.says') ?? []) says.remove();
  const name = authorName(wordsIn(author));
  const date = part(PARTS.date);
  const time = timeOf(date?.getAttribute('datetime'), wordsIn(date), lang);
  const text = part(PARTS.text);
  const body = text ?? part(PARTS.body) ?? (ownPart(item, COMMENT, 'p') ? item : null);
  if (!body) return null;
  const above = item.parentElement?.closest(COMMENT);
  const parent = above ? numbers.get(above) : null;
  // What it answers stands around it: by now its number is known, and its nested list is not needed.
  const own = body.cloneNode(true) as Element;
  const html = markupWithout(own, text ? '.comment-awaiting-moderation, .reply' : AROUND);
  const id = numbers.get(item);
  return {
    key: id ? `wp:${id}` : keyOfWords('wp', name, `${time.at ?? time.words} ${own.textContent}`),
    parentKey: parent ? `wp:${parent}` : null,
    author: name,
    body: { html },
    time,
    votes: null,
    passage: null,
    order: integerOf(id) ?? index,
  };
}
