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

/** Scripts of pages are wrapped in comments and CDATA, and carry raw line breaks in strings. */
function parseScript(script: string): unknown {
  const json = script.replace(
    /^\s*(?:<!--|<!\[CDATA\[|\/\*<!\[CDATA\[\*\/)|(?:-->|\]\]>|\/\*\]\]>\*\/)\s*$/g,
    '',
  );
  try {
    return JSON.parse(json);
  } catch {
    try {
      return JSON.parse(json.replace(/[\n\r\t]+/g, ' '));
    } catch {
      return null;
    }
  }
}

function isArticle(node: Json): boolean {
  return list(node['@type']).some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type));
}

/** The first article that the page's JSON-LD scripts describe, or null. Malformed scripts are passed over. */
export function articleLd(scripts: string[]): ArticleLd | null {
  const budget = { nodes: NODES };
  const objects = scripts.flatMap((script) => [...objectsIn(parseScript(script), budget)]);
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
    isLiveBlog: list(article['@type']).includes('LiveBlogPosting'),
    isFree: !/^false$/i.test(String(list(article.isAccessibleForFree)[0] ?? '').replace(/^.*[/#]/, '')),
  };
}
