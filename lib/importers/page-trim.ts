import type { JSONContent } from '@tiptap/core';
import { documentText } from '#lib/document/text.ts';
import { isAdvertMark } from './boilerplate.ts';
import { withoutContact } from './bylines.ts';
import { dateInLine } from './dates.ts';
import { PROSE } from './lines.ts';
import { besideArticle } from './page-beside.ts';
import type { LeftOut } from './result.ts';
import { metaLine } from './text-head.ts';

/** What is known of the article, and so need not stand in its text again. */
export interface Known {
  byline: string | null;
  publishedAt: string | null;
  lang: string;
}

/** An author and a date stand among the first blocks; figures and headings may be between. */
const HEAD_BLOCKS = 8;
/** Letters that a line may have beside a name ("Written by"), beside both, and beside a date alone ("GMT"). */
const BESIDE_NAME = 10;
const BESIDE_BOTH = 16;
const BESIDE_DATE = 3;
/** Shorter names are found in other words. */
const NAME_MIN = 4;
/** Fewer links in a row may be the article's own. */
const LINKS_MIN = 3;
const LINK_LIMIT = 60;
const DAY_MS = 86_400_000;

const letters = (text: string) => text.match(/\p{L}/gu)?.length ?? 0;

/** The line without the names in it, and whether there were any. */
function withoutNames(line: string, byline: string | null): { rest: string; found: boolean } {
  let rest = line;
  for (const name of byline?.split(/,\s+|\s+(?:and|und|et|y|e|&)\s+/) ?? []) {
    const at = name.length < NAME_MIN ? -1 : rest.toLowerCase().indexOf(name.toLowerCase());
    if (at !== -1) rest = `${rest.slice(0, at)} ${rest.slice(at + name.length)}`;
  }
  return { rest, found: rest !== line };
}

function isDayOf(date: string, publishedAt: string | null): boolean {
  if (!publishedAt) return false;
  const distance = Math.abs(Date.parse(date.slice(0, 10)) - Date.parse(publishedAt.slice(0, 10)));
  return distance <= DAY_MS;
}

/** "Posted on … by … in …": what else stands there is the page's. */
const POSTED =
  /^(?:posted|published|written|filed|veröffentlicht|geschrieben|erstellt)\b.{0,80}\b(?:by|on|in|von|am)\b/i;

/** A line of nothing but the author and the date that are known. */
function isCredit(written: string, known: Known): boolean {
  if (!written || written.length > PROSE) return false;
  const { byline, publishedAt, lang } = known;
  const meta = metaLine(written, lang);
  if (meta?.byline && withoutNames(meta.byline, byline).found && !meta.publishedAt) return true;
  if (meta?.publishedAt && isDayOf(meta.publishedAt, publishedAt)) return true;
  const line = withoutContact(written);
  if (POSTED.test(line) && withoutNames(line, byline).found) return true;
  const named = withoutNames(line, byline);
  const date = dateInLine(named.rest, lang);
  const beside = date ? letters(`${date.before}${date.after}`) : 0;
  if (date && named.found) return beside <= BESIDE_BOTH;
  if (date) return isDayOf(date.value, publishedAt) && beside <= BESIDE_DATE;
  return named.found && letters(named.rest) <= BESIDE_NAME;
}

/** How many links a block is made of, with nothing beside them but line breaks; 0 if there is more to it. */
function linksOnly(block: JSONContent): number {
  if (block.type !== 'paragraph') return 0;
  const parts = (block.content ?? []).filter(({ text }) => text === undefined || /[\p{L}\p{N}]/u.test(text));
  const words = parts.filter(({ type }) => type === 'text');
  const isLink = ({ text = '', marks }: JSONContent) =>
    text.length <= LINK_LIMIT &&
    marks?.some(({ type, attrs }) => type === 'link' && !attrs?.href?.includes('#'));
  return words.every(isLink) && parts.every(({ type }) => type === 'text' || type === 'hardBreak')
    ? words.length
    : 0;
}

/** The blocks before the first prose that are navigation: several links in a row and nothing else. */
function navigation(blocks: readonly JSONContent[]): Set<JSONContent> {
  const found = new Set<JSONContent>();
  let run: JSONContent[] = [];
  let links = 0;
  for (const block of blocks) {
    const count = linksOnly(block);
    if (count > 0) run.push(block);
    else {
      if (links >= LINKS_MIN) for (const one of run) found.add(one);
      run = [];
      if (documentText(block).length > PROSE / 2) break;
    }
    links = count > 0 ? links + count : 0;
  }
  return found;
}

/** Paragraphs before the first prose that repeat what is known. */
function credits(blocks: readonly JSONContent[], known: Known): Set<JSONContent> {
  const found = new Set<JSONContent>();
  for (const block of blocks.slice(0, HEAD_BLOCKS)) {
    const line = documentText(block);
    if (line.length > PROSE * 2) break;
    const lines = line.split('\n');
    if (line.length > PROSE && lines.length === 1) break;
    if (block.type === 'paragraph' && lines.every((one) => isCredit(one, known))) found.add(block);
  }
  return found;
}

/**
 * Takes out of an article's document what its page put there for other ends: links of the navigation above it, lines
 * that only repeat its author and date, marks of advertisements, and what page-beside.ts tells. Everything else stays, and
 * what says anything is named. O(size).
 */
export function trimDocument(
  document: JSONContent,
  known: Known,
): { document: JSONContent; leftOut: LeftOut[] } {
  const blocks = document.content ?? [];
  const links = navigation(blocks);
  const above = blocks.filter((block) => !links.has(block));
  const lines = credits(above, known);
  const marks = new Set(
    blocks.filter((block) => block.type === 'paragraph' && isAdvertMark(documentText(block))),
  );
  const beside = besideArticle(above.filter((block) => !lines.has(block) && !marks.has(block)));
  const isKept = (block: JSONContent) =>
    !links.has(block) && !lines.has(block) && !marks.has(block) && !beside.has(block);
  const kept = blocks.filter(isKept);
  if (!kept.some((block) => documentText(block).trim() !== '')) return { document, leftOut: [] };
  return { document: { ...document, content: kept }, leftOut: parts(blocks, links, beside) };
}

/** What was left out, neighbouring blocks of one kind as one part. */
function parts(
  blocks: readonly JSONContent[],
  links: ReadonlySet<JSONContent>,
  beside: ReadonlyMap<JSONContent, LeftOut['why']>,
): LeftOut[] {
  const found: LeftOut[] = [];
  let last = -2;
  for (const [index, block] of blocks.entries()) {
    const why = links.has(block) ? 'furniture' : beside.get(block);
    if (!why) continue;
    const open = found.at(-1);
    if (open?.why === why && last === index - 1) open.text = `${open.text}\n${documentText(block)}`;
    else found.push({ why, text: documentText(block) });
    last = index;
  }
  return found;
}
