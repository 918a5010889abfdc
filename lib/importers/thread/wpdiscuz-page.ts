import {
  authorName,
  integerOf,
  type OriginalComment,
  type OriginalThread,
  passageOf,
  settled,
  type TiedPassage,
  timeOf,
  votesOf,
} from './original-thread.ts';
import { countIn, markupWithout, ownPart, wordsIn } from './page-parts.ts';

/** Since version 7, and before. */
const COMMENT = '.wpd-comment[id^="wpd-comm-"], .wc-comment[id^="wc-comm-"]';
const PARTS = {
  author: '.wpd-comment-author, .wc-comment-author',
  date: '.wpd-comment-date, .wc-comment-date',
  text: '.wpd-comment-text, .wc-comment-text',
  score:
    '.wpd-vote-result:not(.wpd-vote-result-like):not(.wpd-vote-result-dislike), .wc-vote-result:not(.wc-vote-result-like):not(.wc-vote-result-dislike)',
  up: '.wpd-vote-result-like, .wc-vote-result-like',
  down: '.wpd-vote-result-dislike, .wc-vote-result-dislike',
};

/** Reads the comments of the wpDiscuz plugin out of a page. Null when there are none. O(page). */
export function readWpdiscuz(dom: Document, lang: string): OriginalThread | null {
  const items = [...dom.querySelectorAll(COMMENT)];
  if (items.length === 0) return null;
  const passages = passagesIn(dom);
  const comments = items.flatMap((item) => commentOf(item, passages, lang) ?? []);
  const info = dom.querySelector('[data-comments-count]');
  const declared =
    integerOf(info?.getAttribute('data-comments-count')) ??
    countIn(wordsIn(dom.querySelector('.wpdtc, .wc_header_text_count')));
  return settled({ source: 'wpdiscuz', comments, declaredCount: declared, asOf: null });
}

function commentOf(item: Element, passages: Map<string, TiedPassage>, lang: string): OriginalComment | null {
  // The id of the comment, and of the one that it answers or 0.
  const [, id, parent] = /-(\d{1,18})_(\d{1,18})$/.exec(item.id) ?? [];
  const part = (selector: string) => ownPart(item, COMMENT, selector);
  const text = part(PARTS.text);
  if (!id || !text) return null;
  const feedback = text.querySelector('[data-feedback-content-id]');
  const date = part(PARTS.date);
  const count = (selector: string) => integerOf(wordsIn(part(selector)));
  return {
    key: `wp:${id}`,
    parentKey: parent && parent !== '0' ? `wp:${parent}` : null,
    author: authorName(wordsIn(part(PARTS.author))),
    passage: passages.get(feedback?.getAttribute('data-feedback-content-id') ?? '') ?? null,
    body: { html: markupWithout(text, '.wpd-inline-feedback-wrapper, .wpd-inline-feedback-info') },
    time: timeOf(date?.getAttribute('title'), date?.getAttribute('title') || wordsIn(date), lang),
    votes: votesOf(count(PARTS.up), count(PARTS.down), count(PARTS.score)),
    order: integerOf(id) ?? 0,
  };
}

/** The passages that the article's inline forms are tied to, by the number of the form. */
function passagesIn(dom: Document): Map<string, TiedPassage> {
  const passages = new Map<string, TiedPassage>();
  for (const marked of dom.querySelectorAll('.wpd-inline-shortcode[id^="wpd-inline-"]')) {
    for (const icon of marked.querySelectorAll('.wpd-inline-icon-wrapper')) icon.remove();
    const passage = passageOf(
      marked.previousSibling?.textContent ?? '',
      marked.textContent ?? '',
      marked.nextSibling?.textContent ?? '',
    );
    if (passage) passages.set(marked.id.slice('wpd-inline-'.length), passage);
  }
  return passages;
}
