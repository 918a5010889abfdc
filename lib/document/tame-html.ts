/*
 * HTML can be written so that parsing it by the standard's rules costs more than any page is worth:
 * each of n open elements is looked at for each of m tags, and every open <b> is opened again in
 * every paragraph. Browsers have a limit on the depth; parse5 has none, so it is set here.
 */

/** How deep elements may lie in each other; Blink stops at 512. */
const DEPTH_LIMIT = 300;
/** Opened formatting elements × tags after them: what the parser may have to open again. */
const REOPENING_LIMIT = 3_000_000;

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** The parser closes these by itself, so that they do not nest without others between them. */
const SELF_CLOSING = new Set(
  'p li dt dd tr td th thead tbody tfoot option optgroup colgroup caption rp rt html head body'.split(' '),
);
const FORMATTING = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));

interface Tag {
  name: string;
  closing: boolean;
}

/** Tags as they stand in the source; rough, but never less than there are, and linear. */
function* tagsOf(html: string): Generator<Tag> {
  const tag = /<(\/?)([a-zA-Z][a-zA-Z0-9-]*)/g;
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    yield { closing: match[1] === '/', name: (match[2] as string).toLowerCase() };
  }
}

interface Burden {
  depth: number;
  formatting: number;
  tags: number;
}

function burdenOf(html: string): Burden {
  const burden = { depth: 0, formatting: 0, tags: 0 };
  let depth = 0;
  let formatting = 0;
  const open = new Map<string, number>();
  for (const { name, closing } of tagsOf(html)) {
    burden.tags += 1;
    if (VOID.has(name) || SELF_CLOSING.has(name)) continue;
    const count = open.get(name) ?? 0;
    // An end tag without a start closes nothing.
    if (closing && count === 0) continue;
    const step = closing ? -1 : 1;
    open.set(name, count + step);
    if (FORMATTING.has(name)) formatting += step;
    burden.formatting = Math.max(burden.formatting, formatting);
    depth += step;
    burden.depth = Math.max(burden.depth, depth);
  }
  return burden;
}

/**
 * Returns HTML that is cheap to parse: the same string for every page that people write; for one
 * built to exhaust a parser, the text with line breaks in the place of its tags. O(length).
 */
export function tameHtml(html: string): string {
  const { depth, formatting, tags } = burdenOf(html);
  if (depth <= DEPTH_LIMIT && formatting * tags <= REOPENING_LIMIT) return html;
  return html
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<[^>]*(?:>|$)/g, '\n')
    .split(/\s*\n\s*\n?/)
    .filter(Boolean)
    .map((line) => `<p>${line.replaceAll('<', '&lt;')}</p>`)
    .join('');
}
