import { type OriginalComment, type OriginalThread, settled } from './original-thread.ts';
import { countIn, wordsIn } from './page-parts.ts';
import { keyOfAddress, schemaComment } from './schema-comment.ts';

/** The schema.org type in microdata and in RDFa. */
const COMMENT =
  '[itemtype$="schema.org/Comment"], [itemtype$="schema.org/UserComments"], [typeof~="Comment"], [typeof~="schema:Comment"]';
const ITEM = '[itemscope], [typeof]';

/** Reads comments that are marked up with schema.org's types in the page itself. Null when there are none. O(page). */
export function readSchemaMarkup(dom: Document, lang: string): OriginalThread | null {
  const items = [...dom.querySelectorAll(COMMENT)];
  const keys = new Map<Element, string>();
  const found = items.flatMap((item, index) => {
    const comment = commentOf(item, index, lang);
    if (comment) keys.set(item, comment.key);
    return comment ? [{ item, comment }] : [];
  });
  if (found.length === 0) return null;
  const comments = found.map(({ item, comment }) => ({ ...comment, parentKey: parentOf(item, keys) }));
  const declared = dom.querySelector(
    '[itemprop="commentCount"], [property~="commentCount"], [property~="schema:commentCount"]',
  );
  const declaredCount = countIn(declared?.getAttribute('content') ?? wordsIn(declared));
  return settled({ source: 'schema', comments, declaredCount, asOf: null });
}

function parentOf(item: Element, keys: ReadonlyMap<Element, string>): string | null {
  const above = item.parentElement?.closest(COMMENT);
  return (above && keys.get(above)) ?? namedParent(item);
}

function namedParent(item: Element): string | null {
  const parent = propertyOf(item, 'parentItem');
  const address =
    parent?.getAttribute('resource') ?? parent?.getAttribute('href') ?? parent?.getAttribute('content');
  return address ? keyOfAddress(address) : null;
}

/** The element that says `name` of an item, itself or by what it holds. */
function propertyOf(item: Element, ...names: string[]): Element | null {
  for (const name of names) {
    const selector = `[itemprop~="${name}"], [property~="${name}"], [property~="schema:${name}"], [rel~="schema:${name}"]`;
    for (const found of item.querySelectorAll(selector)) {
      // An item that is the property's value is itself inside of the one that it describes.
      if (found.parentElement?.closest(ITEM) === item) return found;
    }
  }
  return null;
}

function statedBy(element: Element | null): string | null {
  if (!element) return null;
  return element.getAttribute('content') ?? element.getAttribute('datetime') ?? wordsIn(element);
}

function nameOf(author: Element | null): string | null {
  if (!author?.matches(ITEM)) return statedBy(author);
  return statedBy(propertyOf(author, 'name')) ?? wordsIn(author);
}

function commentOf(item: Element, index: number, lang: string): OriginalComment | null {
  const text = propertyOf(item, 'text', 'commentText', 'articleBody');
  if (!text) return null;
  const date = propertyOf(item, 'dateCreated', 'datePublished', 'commentTime');
  const said = text.getAttribute('content');
  const comment = {
    address:
      item.getAttribute('itemid') ?? item.getAttribute('resource') ?? item.getAttribute('about') ?? item.id,
    name: nameOf(propertyOf(item, 'author', 'creator')),
    body: said === null ? { html: text.innerHTML } : { text: said },
    date: {
      machine: date?.getAttribute('content') ?? date?.getAttribute('datetime'),
      shown: wordsIn(date),
    },
    up: statedBy(propertyOf(item, 'upvoteCount')),
    down: statedBy(propertyOf(item, 'downvoteCount')),
    order: index,
  };
  return schemaComment(comment, text.textContent ?? '', lang);
}
