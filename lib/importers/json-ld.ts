/** What schema.org markup says of an article; strings as they stand, nothing checked. */
export interface ArticleLd {
  headline: string | null;
  authors: string[];
  publisher: string | null;
  lang: string | null;
  publishedAt: string | null;
  url: string | null;
  /** Each may hold several, with commas between them. */
  keywords: string[];
  sections: string[];
  /** All of the text, where the page has it for machines. */
  body: string | null;
  /** One that is written as the day goes on. */
  isLiveBlog: boolean;
  /** False when the page says that only its subscribers may read all of it. */
  isFree: boolean;
}

type Json = Record<string, unknown>;

const ARTICLE_TYPE = /(?:Article|Posting|Report|Review|NewsItem|ScholarlyWork|Chapter|Interview)$/;
/** Deeper and larger structures are catalogues of a site, not descriptions of a page. */
const DEPTH = 6;
const NODES = 2000;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function text(value: unknown): string | null {
  const [first] = list(value);
  if (typeof first === 'string') return first;
  return isObject(first) ? text(first.name ?? first['@value'] ?? first['@id']) : null;
}

function names(value: unknown): string[] {
  return list(value).flatMap((one) =>
    typeof one === 'string' ? [one] : isObject(one) && typeof one.name === 'string' ? [one.name] : [],
  );
}

function* objectsIn(value: unknown, budget: { nodes: number }, depth = 0): Generator<Json> {
  if (depth > DEPTH || budget.nodes <= 0) return;
  budget.nodes -= 1;
  if (Array.isArray(value)) for (const one of value) yield* objectsIn(one, budget, depth + 1);
  else if (isObject(value)) {
    yield value;
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart', 'itemListElement']) {
      yield* objectsIn(value[key], budget, depth + 1);
    }
  }
}

const OPENINGS = /^\s*(?:<!--|<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[)/;
const ENDINGS = /(?:-->|\]\]>|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>)\s*;?\s*$/;
const ESCAPED: Record<string, string> = { '\n': '\\n', '\t': '\\t', '\r': '' };

/** What pages get wrong in their JSON: line breaks and tabs in strings, commas before an end, escapes that JSON has not. */
function mended(json: string): string {
  return json.replace(/"(?:[^"\\]|\\[\s\S])*"|,(?=\s*[}\]])/g, (part) => {
    if (part === ',') return '';
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to be escaped
    const bare = part.replace(/[\x00-\x1f]/g, (control) => ESCAPED[control] ?? ' ');
    return bare.replace(/\\(?!["\\/bfnrtu])/g, '');
  });
}

/** The value of a JSON-LD script; null for what is none. Scripts are wrapped in comments and CDATA, and written by hand. */
export function ldValue(script: string): unknown {
  const json = script.replace(OPENINGS, '').replace(ENDINGS, '').replace(/;\s*$/, '');
  for (const text of [json, mended(json)]) {
    try {
      return JSON.parse(text);
    } catch {
      // The next reading is more lenient; after it, nothing was said.
    }
  }
  return null;
}

function isArticle(node: Json): boolean {
  return list(node['@type']).some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type));
}

/** The first article that the page's JSON-LD scripts describe, or null. Malformed scripts are passed over. */
export function articleLd(scripts: string[]): ArticleLd | null {
  const budget = { nodes: NODES };
  const objects = scripts.flatMap((script) => [...objectsIn(ldValue(script), budget)]);
  const article =
    objects.find((node) => isArticle(node) && text(node.headline ?? node.name)) ?? objects.find(isArticle);
  if (!article) return null;
  const byId = (value: unknown): unknown => {
    const id = isObject(value) && value.name === undefined ? value['@id'] : undefined;
    return id === undefined
      ? value
      : (objects.find((node) => node['@id'] === id && node.name !== undefined) ?? value);
  };
  return {
    headline: text(article.headline ?? article.name),
    authors: list(article.author ?? article.creator).flatMap((one) => names(byId(one))),
    publisher: names(byId(article.publisher ?? article.sourceOrganization))[0] ?? null,
    lang: text(article.inLanguage),
    publishedAt: text(article.datePublished ?? article.dateCreated),
    url: text(article.url ?? article.mainEntityOfPage),
    keywords: names(article.keywords),
    sections: names(article.articleSection),
    body: text(article.articleBody),
    isLiveBlog: list(article['@type']).includes('LiveBlogPosting'),
    isFree: !/^false$/i.test(String(list(article.isAccessibleForFree)[0] ?? '').replace(/^.*[/#]/, '')),
  };
}
