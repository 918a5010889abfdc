import { markdownHtml } from '#lib/document/from-markdown.ts';
import { bylineField } from './bylines.ts';
import { parseDate } from './dates.ts';
import { readFragment } from './html.ts';
import { languageTag } from './language.ts';
import { titleField } from './page-title.ts';
import { FIELD_LIMITS, type Findings, fieldText } from './result.ts';

const FRONT_MATTER = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n([\s\S]*?)\r?\n\1[ \t]*(?:\r?\n|$)/;

function unquote(value: string): string {
  const text = value.trim();
  const quoted = /^"((?:[^"\\]|\\.)*)"$|^'((?:[^']|'')*)'$/.exec(text);
  if (!quoted) return text.replace(/\s+#.*$/, '');
  return quoted[1] === undefined
    ? (quoted[2] ?? '').replaceAll("''", "'")
    : quoted[1].replace(/\\(.)/g, '$1');
}

/**
 * The scalar fields of YAML or TOML front matter, and lists of them as one line. What is nested is
 * passed over: none of our fields is.
 */
function fieldsOf(source: string): Map<string, string> {
  const fields = new Map<string, string>();
  let last = '';
  for (const line of source.split(/\r?\n/)) {
    const pair = /^([A-Za-z][\w-]*)\s*[:=]\s*(.*)$/.exec(line);
    const item = /^\s+-\s+(?:name:\s*)?(.+)$|^-\s+(?:name:\s*)?(.+)$/.exec(line);
    if (pair) {
      last = (pair[1] as string).toLowerCase();
      const list = /^\[(.*)\]$/.exec((pair[2] as string).trim());
      const value = list
        ? (list[1] as string).split(',').map(unquote).join(', ')
        : unquote(pair[2] as string);
      if (value) fields.set(last, value);
    } else if (item && last) {
      fields.set(last, [fields.get(last), unquote(item[1] ?? item[2] ?? '')].filter(Boolean).join(', '));
    }
  }
  return fields;
}

/**
 * Reads an article out of Markdown: its front matter (title, author, date, lang, url, site), and the
 * first heading as the title where that says none. O(length).
 */
export function readMarkdown(markdown: string): Findings {
  const front = FRONT_MATTER.exec(markdown);
  const fields = front ? fieldsOf(front[2] as string) : new Map<string, string>();
  const get = (...names: string[]) =>
    names.map((name) => fields.get(name)).find((value) => value !== undefined) ?? null;
  const url = get('canonical_url', 'canonical', 'url', 'source', 'link');
  const address = url && /^https?:\/\//i.test(url) && URL.canParse(url) ? new URL(url).href : null;
  const title = titleField(get('title', 'headline'));
  const source = front ? markdown.slice(front[0].length) : markdown;
  const body = readFragment(markdownHtml(source), address ?? undefined, title);
  const lang = languageTag(get('lang', 'language', 'locale'));
  const date = parseDate(
    get('date', 'published', 'publishedat', 'published_at', 'pubdate', 'created'),
    lang ?? 'en',
  );
  return {
    ...body,
    title: body.title,
    byline: bylineField(get('author', 'authors', 'byline', 'by', 'creator')),
    site: fieldText(get('site', 'site_name', 'publisher', 'publication'), FIELD_LIMITS.site),
    lang: lang ?? body.lang,
    publishedAt: date?.value ?? null,
    url: address,
    warnings: date?.ambiguous ? ['date-guessed'] : [],
  };
}
