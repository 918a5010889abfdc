import { Readability } from '@mozilla/readability';
import type { JSONContent } from '@tiptap/core';
import { ALT_LIMIT } from '#lib/document/figure.ts';
import { fromDom, htmlDom } from '#lib/document/from-html.ts';
import { fromText } from '#lib/document/from-text.ts';
import { documentText, isBlank } from '#lib/document/text.ts';
import { detectLanguage } from './language.ts';
import { dropBoxes, liveBlog, plainAmp } from './page-dom.ts';
import { headlineIn } from './page-headline.ts';
import { TEASER_LIMIT, wallOf } from './page-kind.ts';
import { leadFigure } from './page-lead.ts';
import { dropFeet, isOther, namedPart, ownLines, stripBeside } from './page-main.ts';
import { type PageMetadata, pageMetadata } from './page-metadata.ts';
import { besideOf, withNotes } from './page-notes.ts';
import { isSameTitle, titleField } from './page-title.ts';
import { trimDocument } from './page-trim.ts';
import type { Findings, LeftOut, NoArticleReason } from './result.ts';
import { mendInlineFeedback } from './thread/inline-feedback.ts';

/** What a whole page has and a piece copied out of an editor has not. */
const PAGE = /<(?:!doctype|html|head|body|title|meta|link|nav|footer|main)\b/i;
/** Browsers and Word put a whole document around what was copied, and mark the piece. */
const COPIED = /<!--\s*StartFragment\s*-->([\s\S]*?)(?:<!--\s*EndFragment\s*-->|$)/i;
/** Less than this is not what a page of an article is about. */
const ARTICLE_TEXT = 60;
/** Shorter titles are names, which stand over tables and pictures too. */
const NAME = 12;
/** So much a page says for machines if it says its text to them, and so little besides if it says it to them alone. */
const SPOKEN_TEXT = 100;
const SPOKEN_BESIDE = 250;
/** Pages with more than this are not looked at for what may stand before an article. */
const WALL_TEXT = 1_500;
/** What such pages say, they say at their beginning. */
const VISIBLE_LIMIT = 20_000;

type Block = JSONContent;

/** Takes the document's first heading out if it is the title, or makes it the title if there is none. */
function titleFromBody(blocks: Block[], title: string | null): { title: string | null; blocks: Block[] } {
  const [first] = blocks;
  // Old pages set their headlines in bold.
  if (
    title &&
    title.length > NAME &&
    blocks.length > 1 &&
    first?.type === 'paragraph' &&
    isSameTitle(title, textOf(first))
  )
    return { title, blocks: blocks.slice(1) };
  const at = blocks.slice(0, 3).findIndex(({ type }) => type === 'heading');
  const heading = at === -1 ? null : titleField(textOf(blocks[at] as Block));
  if (!heading || (title && !isSameTitle(title, heading)) || (!title && at !== 0)) return { title, blocks };
  const rest = blocks.toSpliced(at, 1);
  return { title: title ?? heading, blocks: rest.length > 0 ? rest : [{ type: 'paragraph' }] };
}

function textOf(node: JSONContent): string {
  return (
    node.text ??
    (node.content ?? []).map((child) => (child.type === 'hardBreak' ? ' ' : textOf(child))).join('')
  );
}

/** The document without the heading that is its title, and the title. */
function splitTitle(
  document: JSONContent,
  title: string | null,
): { title: string | null; document: JSONContent } {
  const split = titleFromBody(document.content ?? [], title);
  return { title: split.title, document: { ...document, content: split.blocks } };
}

/** A piece of HTML, taken as it is: all of it is the article. A title that is known already leaves its headings alone. */
export function readFragment(html: string, url?: string, known: string | null = null): Findings {
  const dom = htmlDom(html);
  const lang = dom.querySelector('[lang]')?.getAttribute('lang') ?? null;
  const { title, document } = splitTitle(fromDom(dom.body, { base: url }), known);
  return {
    title,
    byline: null,
    site: null,
    lang,
    publishedAt: null,
    url: url ?? null,
    document,
    leftOut: [],
    warnings: [],
  };
}

interface Extract {
  document: JSONContent;
  title: string | null;
  /** Boxes that were taken out before. */
  leftOut: LeftOut[];
  /** What was found is not what the page calls its article. */
  isOther: boolean;
}

/** The article of a page by Readability, which takes the page apart on the way. */
function extract(dom: Document, { base, isLiveBlog, title }: PageMetadata): Extract | null {
  plainAmp(dom);
  mendInlineFeedback(dom);
  const leftOut = dropBoxes(dom);
  const lead = leadFigure(dom, title);
  const live = isLiveBlog ? liveBlog(dom) : null;
  if (live) return { document: fromDom(live, { base }), title: null, isOther: false, leftOut };
  const lines = ownLines(dom, title);
  dropFeet(dom);
  const found = new Readability<Element>(dom, {
    serializer: (node) => node as Element,
    // Code blocks name their language in a class, emoji and figures are known by theirs.
    keepClasses: true,
    charThreshold: 250,
  }).parse();
  if (!found?.content) return null;
  const document = withLead(fromDom(found.content, { base }), lead, base);
  return { document, title: found.title ?? null, isOther: isOther(textOf(document), lines), leftOut };
}

/**
 * Readability looks at the body of a text, and leaves the picture above it behind. It is put back as a link with its
 * caption for a description: it stands beside the article, not in its words.
 */
function withLead(document: JSONContent, lead: Element | null, base: string | undefined): JSONContent {
  if (!lead) return document;
  const box = lead.ownerDocument.createElement('div');
  box.appendChild(lead);
  const [figure] = fromDom(box, { base }).content ?? [];
  const caption = figure?.type === 'figure' ? documentText(figure).trim() : '';
  const isThere = documentText(document).includes(caption);
  if (!figure?.attrs?.src || !caption || isThere) return document;
  const attrs = { src: figure.attrs.src, alt: caption.slice(0, ALT_LIMIT) };
  return { ...document, content: [{ type: 'figure', attrs }, ...(document.content ?? [])] };
}

function textLength(document: JSONContent): number {
  return textOf(document).trim().length;
}

/** All of what a page calls its article, for pages in which Readability finds none, or something else. */
function mainPart(html: string, { base, title }: PageMetadata): { document: JSONContent; isNamed: boolean } {
  const whole = htmlDom(html);
  mendInlineFeedback(whole);
  dropBoxes(whole);
  const part = namedPart(whole, title);
  const headline = headlineIn(whole, title);
  const isNamed = part !== null && headline !== null && part.contains(headline);
  dropFeet(whole);
  if (part) stripBeside(part);
  return { document: fromDom(part ?? whole.body, { base }), isNamed };
}

/** The text that a page has for machines alone. */
function spokenBody(body: string, base: string | undefined): JSONContent {
  return /<(?:p|br|div|h[1-6])\b/i.test(body) ? fromDom(htmlDom(body).body, { base }) : fromText(body);
}

interface Body {
  document: JSONContent;
  isUncertain: boolean;
}

/** The text of a page's article: what was found, what the page calls so, or what it has for machines alone. */
function bodyOf(html: string, article: Extract | null, metadata: PageMetadata): Body {
  const length = article ? textLength(article.document) : 0;
  const isUncertain = !article || length < ARTICLE_TEXT;
  if (article && !isUncertain && !article.isOther) return { document: article.document, isUncertain };
  const { document, isNamed } = mainPart(html, metadata);
  const own = textLength(document);
  const { body, base } = metadata;
  if (body && body.length >= SPOKEN_TEXT && own < body.length / 2 && own < SPOKEN_BESIDE)
    return { document: spokenBody(body, base), isUncertain: false };
  if (article?.isOther && own > 0) return { document, isUncertain: !isNamed };
  return { document, isUncertain: !isNamed || own < ARTICLE_TEXT };
}

/** The words of a page that are to be seen, the first of them. */
function visibleText(dom: Document): string {
  for (const element of dom.querySelectorAll('script, style, template')) element.remove();
  return (dom.body?.textContent ?? '').slice(0, VISIBLE_LIMIT).replace(/\s+/g, ' ');
}

function readPage(html: string, url?: string): Findings | NoArticleReason | null {
  const dom = htmlDom(html);
  const metadata = pageMetadata(dom, url);
  const beside = besideOf(dom, metadata.title);
  const article = extract(dom, metadata);
  const { document: whole, isUncertain } = bodyOf(html, article, metadata);
  const words = textOf(whole).trim();
  const wall =
    words.length <= WALL_TEXT
      ? wallOf({ title: metadata.title, article: words, visible: visibleText(htmlDom(html)) })
      : null;
  if (wall) return wall;
  if (isBlank(whole)) return null;
  const lang = metadata.lang ?? detectLanguage(textOf(whole));
  const { byline } = metadata;
  const { publishedAt } = metadata;
  const { document, leftOut } = trimDocument(whole, { byline, publishedAt, lang: lang ?? 'en' });
  const split = splitTitle(document, metadata.title);
  const left = [...(article?.leftOut ?? []), ...leftOut];
  const seen = [documentText(whole), ...left.map(({ text }) => text)].join('\n');
  const noted = withNotes(split.document.content ?? [], seen, beside, metadata.base);
  return {
    title: split.title ?? titleField(article?.title),
    byline,
    site: metadata.site,
    lang,
    publishedAt,
    url: metadata.url,
    topics: metadata.topics,
    document: { ...split.document, content: noted.blocks },
    leftOut: [...left, ...noted.leftOut],
    warnings: [
      ...(isUncertain ? ['article-uncertain' as const] : []),
      ...(metadata.isDateGuessed ? ['date-guessed' as const] : []),
      ...(!metadata.isFree && words.length < TEASER_LIMIT ? ['beginning-only' as const] : []),
    ],
  };
}

/**
 * Reads an article out of HTML: of a whole page the article alone, told by Readability, with what
 * the page says of it; a piece copied out of an editor or a page as it is. `url` is where it stood.
 * Null when there is nothing to read, or what stands there instead. O(length).
 */
export function readHtml(html: string, url?: string): Findings | NoArticleReason | null {
  const copied = COPIED.exec(html)?.[1];
  const findings =
    copied === undefined && PAGE.test(html) ? readPage(html, url) : readFragment(copied ?? html, url);
  if (!findings || typeof findings === 'string') return findings;
  // A template's declared language is that of the template; the text's own is the stronger witness only where none was declared.
  return { ...findings, lang: findings.lang ?? detectLanguage(textOf(findings.document)) };
}
