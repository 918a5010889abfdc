import type { JSONContent } from '@tiptap/core';
import { parseDocument, TEXT_LIMITS } from '#lib/document/schema.ts';
import { sentenceAt } from '#lib/document/sentences.ts';
import { documentText, isBlank } from '#lib/document/text.ts';
import { readFileText } from './file/file-article.ts';
import type { FileText } from './file/file-text.ts';
import { readHtml } from './html.ts';
import { detectLanguage, languageTag } from './language.ts';
import { lightenHtml } from './lighten.ts';
import { readMarkdown } from './markdown.ts';
import { raiseScripts } from './raise.ts';
import {
  type Field,
  type Findings,
  type ImportedArticle,
  type ImportProblem,
  type ImportResult,
  INPUT_LIMIT,
  type NoArticleReason,
  type Origin,
} from './result.ts';
import { readText } from './text.ts';

/** What to read: one of a page or a piece of HTML (with the address it stood at), Markdown, plain text, a file that was read. */
export type ImportSource =
  | { html: string; url?: string | undefined }
  | { markdown: string }
  | { text: string }
  | { file: FileText };

/** What a person states; it wins over what is found. `null` says that there is none. */
export interface Overrides {
  title?: string | undefined;
  byline?: string | null | undefined;
  site?: string | null | undefined;
  lang?: string | undefined;
  publishedAt?: string | null | undefined;
  url?: string | null | undefined;
}

/** A guessed title is the first sentence, or as much of it as fits a headline. */
const GUESSED_TITLE = 110;
/** Control characters that no text holds; more of them than one in a hundred and it is no text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\x00-\x08\x0E-\x1A\x1C-\x1F\x7F]/g;
const CONTROL_SHARE = 0.01;

function problem(code: ImportProblem['code'], detail: string, reason?: NoArticleReason): ImportProblem {
  return { ok: false, code, detail, ...(reason ? { reason } : {}) };
}

/** What stands there instead of an article, in words for people who write programs. */
const WALLS: Record<NoArticleReason, string> = {
  'consent-page': 'The page asks for consent to cookies before it shows an article.',
  'robot-check': 'The page wants to know whether a person reads it, and shows no article.',
  paywall: 'The page shows the article to its subscribers alone.',
  'sign-in': 'The page asks for a sign-in before it shows an article.',
  'page-missing': 'The page says that there is no such page.',
  'region-block': 'The page is not shown in the country of this server.',
  'ad-blocker': 'The page asks to switch off an ad blocker before it shows an article.',
};

function contentOf(source: ImportSource): string {
  if ('html' in source) return source.html;
  if ('file' in source) return source.file.html.replace(/<[^>]*>/g, '');
  return 'markdown' in source ? source.markdown : source.text;
}

/** What makes an input unreadable before it is read: O(length), and nothing else is done for it. */
function refuse(content: string): ImportProblem | null {
  if (content.length > INPUT_LIMIT) {
    return problem(
      'too-large',
      `The text has ${content.length} characters; at most ${INPUT_LIMIT} can be read.`,
    );
  }
  if (!/[^\s\u200B\u2060\uFEFF\0]/.test(content)) return problem('empty', 'There is no text in it.');
  const controls = content.match(CONTROLS)?.length ?? 0;
  const replaced = content.match(/\uFFFD/g)?.length ?? 0;
  if (content.includes('\0') || controls + replaced > Math.max(4, content.length * CONTROL_SHARE)) {
    return problem('binary', 'This is not text, but a file of another kind.');
  }
  return null;
}

/** Pages that are too large for their scripts alone are read without them. */
function lightened(source: ImportSource): ImportSource {
  if (!('html' in source) || source.html.length <= INPUT_LIMIT) return source;
  return { ...source, html: lightenHtml(source.html) };
}

function read(source: ImportSource): Findings | NoArticleReason | null {
  if ('html' in source) return readHtml(source.html.toWellFormed(), source.url);
  if ('file' in source) return readFileText(source.file);
  if ('markdown' in source) return readMarkdown(source.markdown.toWellFormed());
  return readText(source.text.toWellFormed());
}

/** The beginning of the text, cut at a word. */
function proposedTitle(text: string, lang: string): string {
  const start = text.search(/\S/);
  const sentence = sentenceAt(text, Math.max(start, 0), lang);
  const line = text
    .slice(sentence.start, sentence.end)
    .replace(/\uFFFC/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= GUESSED_TITLE) return line.replace(/(?<!\.)\.$/, '');
  const cut = line
    .slice(0, GUESSED_TITLE)
    .toWellFormed()
    .replace(/\uFFFD$/, '');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), GUESSED_TITLE >> 1)).replace(/[\s,;:–—-]+$/, '')} …`;
}

/** A field's value with where it comes from; what a person stated is not looked for. */
function settle<T>(stated: T | undefined, found: T): { value: T; origin: Origin | undefined } {
  if (stated !== undefined) return { value: stated, origin: 'given' };
  return { value: found, origin: found === null ? undefined : 'found' };
}

function articleOf(findings: Findings, document: JSONContent, overrides: Overrides): ImportedArticle {
  const text = documentText(document);
  const lang = settle(
    languageTag(overrides.lang) ?? undefined,
    languageTag(findings.lang) ?? detectLanguage(text),
  );
  const language = lang.value ?? 'en';
  const title = settle(overrides.title?.trim() || undefined, findings.title);
  const fields = {
    byline: settle(overrides.byline, findings.byline),
    site: settle(overrides.site, findings.site),
    publishedAt: settle(overrides.publishedAt, findings.publishedAt),
    url: settle(overrides.url, findings.url),
  };
  const warnings = findings.warnings.filter((warning) => {
    if (warning === 'byline-guessed') return fields.byline.origin !== 'given';
    return warning !== 'date-guessed' || fields.publishedAt.origin !== 'given';
  });
  if (title.value === null) warnings.push('title-guessed');
  if (lang.value === null) warnings.push('lang-guessed');
  return {
    title: title.value ?? proposedTitle(text, language),
    byline: fields.byline.value,
    site: fields.site.value,
    lang: language,
    publishedAt: fields.publishedAt.value,
    url: fields.url.value,
    found: foundIn(findings),
    topics: findings.topics ?? [],
    document,
    text,
    leftOut: findings.leftOut,
    warnings,
    source: originsOf({ title, lang, ...fields }, warnings),
  };
}

function foundIn({ title, byline, publishedAt, warnings }: Findings): ImportedArticle['found'] {
  return {
    title,
    byline: warnings.includes('byline-guessed') ? null : byline,
    publishedAt: warnings.includes('date-guessed') ? null : publishedAt,
  };
}

function originsOf(
  fields: Record<Field, { origin: Origin | undefined }>,
  warnings: string[],
): ImportedArticle['source'] {
  const guessed: Partial<Record<string, Field>> = {
    'title-guessed': 'title',
    'lang-guessed': 'lang',
    'byline-guessed': 'byline',
    'date-guessed': 'publishedAt',
  };
  const source: ImportedArticle['source'] = {};
  for (const [field, { origin }] of Object.entries(fields)) if (origin) source[field as Field] = origin;
  for (const warning of warnings) {
    const field = guessed[warning];
    if (field) source[field] = 'guessed';
  }
  return source;
}

/**
 * Makes an article of what somebody brought: the title, author, date, site and language that the
 * source states (or a guess, with a warning), the body as a document of our schema, and what was
 * left out. `overrides` win over what is found. Never throws for what is in the input: it answers
 * `empty`, `binary`, `too-large` (over {@link INPUT_LIMIT} units, or more text than a document may
 * hold) or `no-article`. O(length).
 */
export function importArticle(brought: ImportSource, overrides: Overrides = {}): ImportResult {
  const source = lightened(brought);
  const refused = refuse(contentOf(source));
  if (refused) return refused;
  const findings = read(source);
  if (typeof findings === 'string') return problem('no-article', WALLS[findings], findings);
  if (!findings || isBlank(findings.document)) return problem('no-article', 'No article was found in it.');
  const parsed = parseDocument(raiseScripts(findings.document), 'article');
  if (!parsed.ok) {
    return problem(
      'too-large',
      `${parsed.problem}; an article has at most ${TEXT_LIMITS.article} characters.`,
    );
  }
  return { ok: true, article: articleOf(findings, parsed.doc, overrides) };
}
