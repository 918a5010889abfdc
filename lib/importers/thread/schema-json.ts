import { ldValue } from '../json-ld.ts';
import { integerOf, type OriginalComment, type OriginalThread, settled } from './original-thread.ts';
import { keyOfAddress, schemaComment } from './schema-comment.ts';

type Json = Record<string, unknown>;

/** Deeper and larger structures describe a site, not a page. */
const DEPTH = 60;
const NODES = 50_000;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
const string = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null;
const isComment = (node: Json) =>
  list(node['@type']).some((type) => type === 'Comment' || type === 'UserComments' || type === 'Answer');

interface Walk {
  nodes: number;
  /** What is described elsewhere in the page, by its id. */
  described: Map<string, Json>;
  comments: OriginalComment[];
  declared: number | null;
  lang: string;
}

/** Reads comments out of the JSON-LD of a page. Null when there are none. O(page). */
export function readSchemaJson(dom: Document, lang: string): OriginalThread | null {
  const walk: Walk = { nodes: 0, described: new Map(), comments: [], declared: null, lang };
  const roots = [...dom.querySelectorAll('script[type="application/ld+json"]')].map(({ textContent }) =>
    ldValue(textContent ?? ''),
  );
  for (const root of roots) describe(root, walk, 0);
  walk.nodes = 0;
  for (const root of roots) search(root, walk, 0);
  if (walk.comments.length === 0) return null;
  return settled({ source: 'schema', comments: walk.comments, declaredCount: walk.declared, asOf: null });
}

/** Remembers what has an id: comments are often named in one place and described in another. */
function describe(value: unknown, walk: Walk, depth: number): void {
  if (depth > DEPTH || walk.nodes > NODES) return;
  walk.nodes += 1;
  if (Array.isArray(value)) for (const one of value) describe(one, walk, depth + 1);
  if (!isObject(value)) return;
  const id = string(value['@id']);
  if (id && Object.keys(value).length > 1 && !walk.described.has(id)) walk.described.set(id, value);
  for (const inner of Object.values(value)) if (typeof inner === 'object') describe(inner, walk, depth + 1);
}

/** Finds what says that it has comments. */
function search(value: unknown, walk: Walk, depth: number): void {
  if (depth > DEPTH || walk.nodes > NODES) return;
  walk.nodes += 1;
  if (Array.isArray(value)) for (const one of value) search(one, walk, depth + 1);
  if (!isObject(value)) return;
  walk.declared ??= isComment(value) ? null : integerOf(string(value.commentCount));
  for (const [name, inner] of Object.entries(value)) {
    if (name === 'comment') for (const one of list(inner)) take(one, null, walk, depth + 1);
    else if (isObject(inner) && isComment(inner)) take(inner, null, walk, depth + 1);
    else if (typeof inner === 'object') search(inner, walk, depth + 1);
  }
  if (isComment(value) && depth <= 2) take(value, null, walk, depth + 1);
}

function take(value: unknown, parentKey: string | null, walk: Walk, depth: number): void {
  if (depth > DEPTH || walk.nodes > NODES || !isObject(value)) return;
  walk.nodes += 1;
  const node = value.text === undefined ? (walk.described.get(string(value['@id']) ?? '') ?? value) : value;
  const comment = commentOf(node, walk);
  if (comment) {
    const named = list(node.parentItem).find(isObject);
    const address = string(named?.['@id'] ?? named?.url);
    walk.comments.push({ ...comment, parentKey: parentKey ?? (address ? keyOfAddress(address) : null) });
  }
  for (const reply of list(node.comment)) take(reply, comment?.key ?? parentKey, walk, depth + 1);
}

function nameOf(author: unknown, walk: Walk): string | null {
  const [first] = list(author);
  if (typeof first === 'string') return first;
  if (!isObject(first)) return null;
  return string(first.name ?? walk.described.get(string(first['@id']) ?? '')?.name);
}

const MARKS: Record<string, string> = {
  lt: '<',
  gt: '>',
  quot: '"',
  amp: '&',
  '#39': "'",
  '#039': "'",
  nbsp: '\u00A0',
};

/** Markup that was escaped for JSON as for HTML is markup again. */
function unescaped(text: string | null): string | null {
  return text?.replace(/&(lt|gt|quot|amp|nbsp|#0?39);/g, (_, name: string) => MARKS[name] ?? '') ?? null;
}

function commentOf(node: Json, walk: Walk): OriginalComment | null {
  const text = unescaped(string(node.text ?? node.commentText ?? node.articleBody));
  if (!text) return null;
  const isMarkup = /<\/?(?:p|br|a|em|strong|b|i|blockquote|ul|ol|li|div|span)\b[^>]*>/i.test(text);
  const comment = {
    address: string(node['@id'] ?? node.url),
    name: nameOf(node.author ?? node.creator, walk),
    body: isMarkup ? { html: text } : { text },
    date: { machine: string(node.dateCreated ?? node.datePublished ?? node.commentTime), shown: null },
    up: string(node.upvoteCount),
    down: string(node.downvoteCount),
    order: walk.comments.length,
  };
  return schemaComment(comment, text, walk.lang);
}
