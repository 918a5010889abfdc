import type { JSONContent } from '@tiptap/core';
import { documentText, TEXTBLOCKS } from '#lib/document/text.ts';
import { isFurniture } from './boilerplate.ts';
import type { LeftOut } from './result.ts';

/** Longer ones are the article's. */
const LINE = 200;
/** A label before a link to another article. */
const SEE_ALSO =
  /^(?:read (?:more|also|next|on)|see also|also read|more on this(?: story)?|related(?: (?:article|story|coverage|reading))?|lesen sie (?:auch|hier|mehr|dazu)(?: (?:auch|mehr))?|lies auch|auch interessant|mehr (?:dazu|zum thema)|siehe auch|zum thema)\s*[:：|–—-]\s*/i;
/** What stands over a list of links to other articles, or to places on the page. */
const OVER_LINKS =
  /^(?:key (?:events|moments)|most (?:read|viewed|popular|shared)|related(?: (?:articles?|stor(?:y|ies)|posts?|content|topics|links|coverage))?|more (?:on this (?:story|topic)|from .{2,40}|stories|news|like this)|you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: (?:for you|reading|stories))?|trending(?: now)?|top stories|latest(?: (?:news|stories))?|read next|up next|don['’]t miss|meist\s?gelesen\w*(?: artikel)?|mehr (?:zum thema|dazu|aus .{2,40})|das könnte (?:sie|dich|euch) (?:auch|noch) interessieren|auch interessant|lesen sie auch|weitere (?:artikel|beiträge|meldungen|themen)|ähnliche (?:artikel|beiträge)|unsere empfehlungen?|empfohlen(?:e artikel)?|aktuelle meldungen)\s*[:：]?$/i;
/** What a page says for itself below an article. */
const BELOW =
  /^(?:follow (?:us|me|our|\p{L}+ \p{L}+) (?:on|at)\b|(?:bitte )?folgen sie (?:uns|mir)|folge? uns|like us on|find us on|(?:subscribe|sign up) (?:to|for) (?:our|the)\b|abonnieren sie|©|\(c\) ?\d{4}|copyright\b|all rights reserved|alle rechte vorbehalten|comments are closed|(?:be the first to )?leave a comment|\d+ (?:comments?|kommentare?)$|kommentare (?:sind )?geschlossen|posted in\b|veröffentlicht in\b)/iu;
const BELOW_BLOCKS = 8;
/** Where a publisher begins to offer a subscription in the place of the rest. */
const OFFER =
  /^(?:(?:jetzt )?weiterlesen mit\b|(?:subscribe|sign up|register|log ?in|join)(?: now)? to (?:continue|keep) reading|(?:to )?(?:continue|keep) reading\b.{0,80}(?:subscri|sign|log|regist)|this (?:article|story|content) is (?:for|reserved|exclusive|available (?:only )?to)|already a (?:subscriber|member)|(?:sie sind )?(?:schon|bereits) abonnent|dieser (?:artikel|inhalt|beitrag) ist (?:nur )?(?:für|exklusiv)|(?:sie )?(?:möchten|wollen) (?:sie )?(?:den ganzen artikel |weiter)?lesen\b)/i;
const OFFER_WORDS =
  /\b(?:\d+ ?(?:€|euro|\$|£)|[€$£] ?\d|monat(?:lich)?|months?|weeks?|wochen|abo(?:s|nnier\w*|nnent\w*|nnements?)?|subscri\w+|kündbar|cancel\w*|trial|testen|log ?in|sign in|anmelden|einloggen|member\w*)(?![\p{L}])/giu;
const OFFER_TEXT = 800;
const OFFER_WORDS_MIN = 2;

type Why = LeftOut['why'];

interface Words {
  all: number;
  linked: number;
}

const lettersOf = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

function wordsIn(node: JSONContent): Words {
  const words: Words = { all: 0, linked: 0 };
  const visit = (at: JSONContent) => {
    const count = lettersOf(at.text ?? '');
    words.all += count;
    if (at.marks?.some(({ type }) => type === 'link')) words.linked += count;
    for (const child of at.content ?? []) visit(child);
  };
  visit(node);
  return words;
}

/** Whether all words of a block lead elsewhere. */
function isLinks(block: JSONContent): boolean {
  const { all, linked } = wordsIn(block);
  return all > 0 && linked >= all * 0.9;
}

/** "Read more: The old bridge burnt", of which all but the label is a link. */
function isSeeAlso(block: JSONContent, text: string): boolean {
  const label = text.length <= LINE ? SEE_ALSO.exec(text)?.[0] : undefined;
  if (!label) return false;
  const { all, linked } = wordsIn(block);
  return linked > 0 && linked >= (all - lettersOf(label)) * 0.9;
}

/** "Most read", and under it in the same block nothing but links. */
function isLinkBox(block: JSONContent, text: string): boolean {
  const [first = '', ...rest] = text.split('\n');
  if (rest.length === 0 || !OVER_LINKS.test(first.trim())) return false;
  const { all, linked } = wordsIn(block);
  return linked >= (all - lettersOf(first)) * 0.9;
}

const isLineBlock = ({ type }: JSONContent) => type === 'paragraph' || type === 'heading';

/** The headings of lists of links, with the lists. */
function linkLists(
  blocks: readonly JSONContent[],
  texts: readonly string[],
  found: Map<JSONContent, Why>,
): void {
  for (const [index, block] of blocks.entries()) {
    if (!isLineBlock(block) || !OVER_LINKS.test(texts[index]?.trim() ?? '')) continue;
    let end = index + 1;
    while (blocks[end] && isLinks(blocks[end] as JSONContent)) end += 1;
    if (end > index + 1) for (const one of blocks.slice(index, end)) found.set(one, 'furniture');
  }
}

/** What stands below the last words of the article, upwards. */
function below(blocks: readonly JSONContent[], texts: readonly string[], found: Map<JSONContent, Why>): void {
  for (let at = blocks.length - 1; at > 0 && at >= blocks.length - BELOW_BLOCKS; at -= 1) {
    const block = blocks[at] as JSONContent;
    const text = texts[at]?.trim() ?? '';
    if (found.has(block)) continue;
    const isLine = isLineBlock(block) && text.length <= LINE;
    if (!isLine || !(BELOW.test(text) || isFurniture(text))) return;
    found.set(block, 'furniture');
  }
}

/** The offer of a subscription that stands in the place of the rest, to the end. */
function offer(blocks: readonly JSONContent[], texts: readonly string[], found: Map<JSONContent, Why>): void {
  const start = texts.findIndex((text, index) => index > 0 && text.length <= LINE && OFFER.test(text.trim()));
  if (start === -1) return;
  const rest = texts.slice(start).join('\n');
  const words = rest.match(OFFER_WORDS)?.length ?? 0;
  const isShort = rest.length <= OFFER_TEXT && texts.slice(start).every((text) => text.length <= LINE * 1.5);
  if (isShort && words >= OFFER_WORDS_MIN) for (const one of blocks.slice(start)) found.set(one, 'appeal');
}

/**
 * The blocks of a document that are its page's and not its article's, with why: links to other articles in its midst,
 * lists of them under a heading that says so, what the page says for itself below it, and the offer of a subscription
 * that ends it. Told by short lines and by links alone; prose is never taken. O(size).
 */
export function besideArticle(blocks: readonly JSONContent[]): Map<JSONContent, Why> {
  const found = new Map<JSONContent, Why>();
  const texts = blocks.map((block) => documentText(block));
  for (const [index, block] of blocks.entries()) {
    const text = texts[index] ?? '';
    const isBox = TEXTBLOCKS.has(block.type ?? '') && isLineBlock(block);
    if (isBox && (isSeeAlso(block, text) || isLinkBox(block, text))) found.set(block, 'furniture');
  }
  linkLists(blocks, texts, found);
  offer(blocks, texts, found);
  below(blocks, texts, found);
  return found;
}
