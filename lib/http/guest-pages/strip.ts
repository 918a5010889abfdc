import { createHash } from 'node:crypto';

interface Stripped {
  html: string;
  /** Of the inline scripts that are left, as the policy names them. */
  hashes: string[];
}

/** Written by React where a part of the page comes later, and a script of its own puts it in its place. */
const LATER = /<template id="[BP]:|<div hidden="" id="S:/;

const ATTRIBUTES = '[^>"]*(?:"[^"]*"[^>"]*)*';
const SCRIPT = new RegExp(String.raw`<script\b(${ATTRIBUTES})>([\s\S]*?)</script>`, 'g');
const LINK = new RegExp(String.raw`<link\b(${ATTRIBUTES})>`, 'g');
const COMMENT = /<!--[\s\S]*?-->/g;
const NONCE = / nonce="[^"]*"/;

/** What only Next's own scripts are for: the page once more as data, and what starts them. */
const NEXTS_INLINE = /^\s*(\(self\.__next_f|self\.__next_f|\(globalThis\["TURBOPACK"\])/;

/**
 * The HTML of a page without Next's scripts and without what is there for them, with the script at `url` instead. Null
 * when the page cannot be read without them. In what React and our serializer write no text and no attribute holds a
 * bare `<`, so tags can be found by their looks.
 */
export function strip(html: string, url: string): Stripped | null {
  if (LATER.test(html)) return null;
  const hashes: string[] = [];
  const bare = html
    .replace(SCRIPT, (whole, attributes: string, code: string) => {
      if (attributes.includes(' src="/_next/') || NEXTS_INLINE.test(code)) return '';
      if (runs(attributes) && !attributes.includes(' src=')) hashes.push(hashOf(code));
      return whole.replace(NONCE, '');
    })
    .replace(LINK, (whole, attributes: string) =>
      attributes.includes(' as="script"') ? '' : whole.replace(NONCE, ''),
    )
    .replace(COMMENT, '');
  const script = `<script type="module" src="${url}"></script></head>`;
  return { html: bare.replace('</head>', () => script), hashes };
}

/** Data, such as what search engines read, is written as a script and is none. */
function runs(attributes: string): boolean {
  const type = / type="([^"]*)"/.exec(attributes)?.[1] ?? '';
  return type === '' || type === 'module' || /javascript/i.test(type);
}

const hashOf = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;

/** The preloads that a page announces in its Link header, without those of scripts. */
export function stripLinks(header: string): string {
  return header
    .split(/,\s*(?=<)/)
    .filter((link) => link !== '' && !/; as="?script/.test(link))
    .map((link) => link.replace(/; nonce="[^"]*"/, ''))
    .join(', ');
}

/** The article that a page shows, as its <main> says. */
export function articleIn(html: string): string | null {
  return / data-article="([0-9a-f-]{36})"/.exec(/<main\b[^>]*>/.exec(html)?.[0] ?? '')?.[1] ?? null;
}
