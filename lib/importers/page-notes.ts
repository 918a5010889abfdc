import type { JSONContent } from '@tiptap/core';
import { fromDom } from '#lib/document/from-html.ts';
import { documentText } from '#lib/document/text.ts';
import { isFurnitureElement } from './page-dom.ts';
import { seenLines } from './page-head.ts';
import { bareWords, DISCUSSION, namedPart } from './page-main.ts';
import { asksForCorrections, isLabel, type Mark, markByName, markByWords } from './page-note-words.ts';
import type { LeftOut } from './result.ts';

/** Longer ones are articles that are called so. */
const NOTE_TEXT = 3_000;
/** With fewer letters it says nothing. */
const LETTERS = 12;
/** Words of an article may be left out unnamed below this. */
const DOUBT_LETTERS = 30;
/** More is the rest of a page. */
const NOTES_MAX = 20;
const DOUBTS_MAX = 12;
/** So many lines before and behind a note are looked for in the text. */
const NEIGHBOURS = 40;
/** Shorter lines stand in other words. */
const NEIGHBOUR_LETTERS = 15;
/** From so many of its letters on in links, a box leads elsewhere. */
const LINKED = 0.7;

const BOXES = 'aside, section, div, footer, header, ul, ol, dl, p, small, blockquote, li, span, em, i';
const BLOCKS =
  'aside, section, div, footer, header, ul, ol, dl, p, blockquote, li, table, figure, h1, h2, h3, h4, h5, h6, article';
const LEAVES = 'p, li, dd, dt, blockquote, h2, h3, h4, h5, h6, pre, td, small, div, aside, footer, section';
/** Never a part of an article. */
const OUT = `nav, form, dialog, figure, table, pre, template, noscript, script, style, [role="navigation"], [role="search"], [hidden], [aria-hidden="true"], [itemprop~="comment"], [itemtype*="/Comment" i], ${DISCUSSION}`;
/** Where what is of doubt stands. */
const DOUBTFUL = 'aside, footer, [role="complementary"], [role="note"]';
const ABOUT =
  /^(?:(?:author-?)?(?:bio(?:graphy)?|box|info|card)|about-?(?:the-?)?author|authors?|byline|tags?|topics?|credits?|copyright)$/i;

/** A part of a page that belongs to its article and that Readability may pass over. */
export interface Note {
  mark: Mark;
  element: Element;
  /** The lines before and behind it, the nearest first, as they are compared. */
  before: string[];
  after: string[];
}

/** What stands in and beside an article and is not its prose. */
export interface Beside {
  notes: Note[];
  /** Boxes of which it is not known whether they belong to it. */
  doubts: Element[];
}

const plain = (element: Element) => element.textContent?.replace(/\s+/g, ' ').trim() ?? '';

function isLinks(element: Element): boolean {
  const linked = [...element.querySelectorAll('a[href]')].reduce(
    (sum, link) => sum + bareWords(link.textContent).length,
    0,
  );
  return linked >= bareWords(element.textContent).length * LINKED;
}

/** Whether an element lies in something that is not the article: comments, sharing, a teaser. */
function isElsewhere(element: Element, part: Element | null): boolean {
  if (element.closest(OUT)) return true;
  for (let at: Element | null = element; at && at !== part && at.tagName !== 'BODY'; at = at.parentElement) {
    if (at.contains(part)) break;
    if (isFurnitureElement(at)) return true;
    if (at.tagName === 'ARTICLE' && (at.closest('aside') || !part?.contains(at))) return true;
  }
  return false;
}

/** The box that a label and what follows it stand in. */
function boxOf(label: Element): Element | null {
  const parent = label.parentElement;
  if (!parent || /^(?:ARTICLE|MAIN|BODY)$/.test(parent.tagName) || parent.querySelector('h1')) return null;
  const isFirst = plain(parent).startsWith(plain(label));
  return isFirst && plain(parent).length <= NOTE_TEXT && plain(parent) !== plain(label) ? parent : null;
}

/** A label and the element after it, in a box of their own, where the page has none around both. */
function joined(label: Element): Element | null {
  const next = label.nextElementSibling;
  if (!next || plain(next).length > NOTE_TEXT) return null;
  const box = label.ownerDocument.createElement('div');
  box.append(label.cloneNode(true), next.cloneNode(true));
  return box;
}

function markOf(element: Element, part: Element | null): { mark: Mark; element: Element } | null {
  const words = plain(element);
  const isInPart = part?.contains(element) ?? true;
  const named = markByName(`${element.getAttribute('class') ?? ''} ${element.id}`);
  if (named && (named === 'note' || isInPart) && !asksForCorrections(words)) return { mark: named, element };
  const isBox = /^(?:ASIDE|SECTION|DIV)$/.test(element.tagName);
  if (element.querySelector(BLOCKS) && !isBox) return null;
  const mark = markByWords(words);
  if (!mark || (mark === 'facts' && !isInPart)) return null;
  // A box is one thing only if it says what it is above more than one block of it.
  if (element.querySelector(BLOCKS))
    return mark === 'facts' && /^(?:ASIDE|SECTION)$/.test(element.tagName) ? { mark, element } : null;
  if (!isLabel(words)) return mark === 'note' ? { mark, element } : null;
  const box = boxOf(element) ?? joined(element);
  return box && { mark, element: box };
}

/** Finds them on a page, before anything takes it apart. Does not change the document. O(elements · depth). */
export function besideOf(document: Document, title: string | null): Beside {
  const part = namedPart(document, title);
  const lines = linesOf(document);
  const notes: Note[] = [];
  const taken: Element[] = [];
  for (const element of document.querySelectorAll(`${BOXES}, h2, h3, h4, h5, h6, strong, b`)) {
    if (notes.length >= NOTES_MAX) break;
    const words = element.textContent ?? '';
    if (words.length > NOTE_TEXT * 2 || taken.some((one) => one.contains(element))) continue;
    const found = element.querySelector('h1, article, main') ? null : markOf(element, part);
    if (!found || plain(found.element).length > NOTE_TEXT || taken.some((one) => found.element.contains(one)))
      continue;
    if (bareWords(plain(found.element)).length < LETTERS) continue;
    if (isElsewhere(element, part) || isLinks(found.element)) continue;
    taken.push(found.element.isConnected ? found.element : element);
    notes.push({ mark: found.mark, element: bareCopy(found.element), ...neighbours(element, lines) });
  }
  return { notes, doubts: doubtsIn(part, taken) };
}

/** The note without what asks readers to share and subscribe. */
function bareCopy(element: Element): Element {
  const copy = element.ownerDocument.createElement('div');
  copy.appendChild(element.cloneNode(true));
  for (const inner of copy.firstElementChild?.querySelectorAll('*') ?? [])
    if (inner.matches(OUT) || isFurnitureElement(inner)) inner.remove();
  return copy;
}

/** The leaves of a page with their lines, and where each of its elements stands. */
interface Lines {
  leaves: readonly Element[];
  words: readonly string[];
  rank: ReadonlyMap<Element, number>;
}

function linesOf(document: Document): Lines {
  const leaves = [...document.querySelectorAll(LEAVES)].filter((leaf) => !leaf.querySelector(BLOCKS));
  const rank = new Map([...document.querySelectorAll('*')].map((element, index) => [element, index]));
  return { leaves, words: leaves.map((leaf) => bareWords(leaf.textContent)), rank };
}

function neighbours(note: Element, { leaves, words: lines, rank }: Lines) {
  const own = rank.get(note) ?? 0;
  const isBefore = (leaf: Element) => (rank.get(leaf) ?? 0) < own;
  const at = leaves.findLastIndex((leaf) => isBefore(leaf) && !leaf.contains(note));
  const behind = leaves.findIndex((leaf, index) => index > at && !note.contains(leaf));
  const isLong = (line: string) => line.length >= NEIGHBOUR_LETTERS;
  return {
    before: lines
      .slice(Math.max(0, at - NEIGHBOURS), at + 1)
      .filter(isLong)
      .reverse(),
    after: behind === -1 ? [] : lines.slice(behind, behind + NEIGHBOURS).filter(isLong),
  };
}

/** Boxes within the article that are no furniture for sure. */
function doubtsIn(part: Element | null, taken: readonly Element[]): Element[] {
  const found: Element[] = [];
  for (const element of part?.querySelectorAll(DOUBTFUL) ?? []) {
    if (found.length >= DOUBTS_MAX) break;
    if (element.querySelector('h1') || [...taken, ...found].some((one) => one.contains(element))) continue;
    if (isElsewhere(element, part) || isLinks(element) || isAbout(element)) continue;
    const copy = bareCopy(element);
    for (const inner of [...copy.querySelectorAll('*')]) if (isAbout(inner)) inner.remove();
    if (bareWords(copy.textContent).length >= DOUBT_LETTERS) found.push(copy);
  }
  return found;
}

/** Named for who wrote it, or for what files it. */
function isAbout(element: Element): boolean {
  return `${element.getAttribute('class') ?? ''} ${element.id}`
    .split(/\s+|__|--/)
    .some((name) => ABOUT.test(name));
}

type Block = JSONContent;

/**
 * Puts the notes that are not in an article's text where they stood, those of the editors as paragraphs and boxes of
 * facts as a quote, which stands apart from the prose; names the boxes of doubt that are not in it. `seen` is all the
 * text that was taken from the page, `body` the blocks of it that are kept.
 */
export function withNotes(
  body: readonly Block[],
  seen: string,
  { notes, doubts }: Beside,
  base: string | undefined,
): { blocks: Block[]; leftOut: LeftOut[] } {
  let words = bareWords(seen);
  const blocks = [...body];
  for (const note of notes) {
    const missing = missingBlocks(note.element, words, base);
    if (missing.length === 0) continue;
    blocks.splice(placeOf(note, blocks), 0, ...framed(note.mark, missing));
    words += missing.map((block) => bareWords(documentText(block))).join(' ');
  }
  const leftOut = doubts.flatMap((element) => {
    const text = seenLines(element).join('\n');
    return missingBlocks(element, words, base).length > 0 ? [{ why: 'furniture' as const, text }] : [];
  });
  return { blocks, leftOut };
}

function missingBlocks(element: Element, words: string, base: string | undefined): Block[] {
  const blocks = fromDom(element.cloneNode(true) as Element, { base }).content ?? [];
  return blocks.filter((block) => {
    const own = bareWords(documentText(block));
    return own !== '' && !words.includes(own);
  });
}

function framed(mark: Mark, blocks: Block[]): Block[] {
  const isPlain =
    mark === 'note' || blocks.every(({ type }) => type === 'bulletList' || type === 'orderedList');
  return isPlain ? blocks.flatMap(unquoted) : [{ type: 'blockquote', content: blocks }];
}

/** What a page sets apart by a quote's look is no quote. */
const unquoted = (block: Block): Block[] => (block.type === 'blockquote' ? (block.content ?? []) : [block]);

/** Behind the nearest line before it that is in the text, else before the nearest one behind it, else at the end. */
function placeOf({ before, after }: Note, blocks: readonly Block[]): number {
  const texts = blocks.map((block) => bareWords(documentText(block)));
  for (const line of before) {
    const at = texts.findLastIndex((text) => text.includes(line));
    if (at !== -1) return at + 1;
  }
  for (const line of after) {
    const at = texts.findIndex((text) => text.includes(line));
    if (at !== -1) return at;
  }
  return blocks.length;
}
