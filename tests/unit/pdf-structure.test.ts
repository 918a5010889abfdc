// What assistive software finds in a PDF of ours: ISO 32000-1, 14.8, and as much of PDF/UA (ISO 14289-1) as pdf.js tells.
import { getDocument, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromMarkdown } from '#lib/document/from-markdown.ts';
import { documentText } from '#lib/document/text.ts';
import { toPdf } from '#lib/interchange/print/pdf.ts';
import type { PrintedArticle } from '#lib/interchange/print/printed.ts';
import { Fonts } from '#lib/interchange/typeset/fonts.ts';
import { printed, printedNote } from '#tests/factories/printed.ts';
import { childrenOf, parseXml, type XmlElement } from '#tests/setup/xml.ts';

interface Node {
  role?: string;
  lang?: string;
  type?: string;
  id?: string;
  children?: Node[];
}

type Page = Awaited<ReturnType<PDFDocumentProxy['getPage']>>;
type Items = Awaited<ReturnType<Page['getTextContent']>>['items'];

const fonts = new Fonts();
const TITLE = 'Ships </dc:title> & <ice> “1709”';
const open: PDFDocumentProxy[] = [];

async function read(given: Parameters<typeof printed>[0]) {
  const bytes = await toPdf(fonts, printed(given));
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: VerbosityLevel.ERRORS });
  const pdf = await loading.promise;
  open.push(pdf);
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, n) => pdf.getPage(n + 1)));
  const trees = (await Promise.all(pages.map((page) => page.getStructTree()))) as Node[];
  return { pdf, pages, trees };
}

afterAll(async () => {
  for (const pdf of open) await pdf.loadingTask.destroy();
});

const MARKDOWN = `It froze, [says the ledger](https://example.org/ledger).

#### What it cost

1. Bread
2. Rye
   - from Danzig

> Nobody had seen the like.

| Year | Ships |
|---|---|
| 1708 | 12 |

## After

It thawed.`;

function article(): Parameters<typeof printed>[0] {
  const document = fromMarkdown(MARKDOWN);
  const at = documentText(document).indexOf(', says');
  const source = {
    stance: 'refutes',
    title: 'Ledger',
    address: 'https://example.org/ledger',
    quote: 'thirty-one',
    state: null,
  };
  const note = printedNote(1, { look: 'false', verdict: 'Falsch', sources: [source] });
  return {
    title: TITLE,
    locale: 'de',
    document,
    marks: [{ at, number: 1, look: 'false' }],
    notes: [note],
    legend: [{ look: 'false', verdict: 'Falsch', meaning: 'es stimmt nicht.' }],
  } satisfies Partial<PrintedArticle>;
}

/** All nodes, each with the roles that it stands in. */
function walk(node: Node, above: string[] = []): { node: Node; path: string[] }[] {
  const path = node.role ? [...above, node.role] : above;
  return [{ node, path }, ...(node.children ?? []).flatMap((child) => walk(child, path))];
}

/** The words of each piece of marked content, by its id; of what belongs to nothing, under its tag. */
function wordsById(items: Items): Map<string, string> {
  const words = new Map<string, string>();
  const marked: string[] = [];
  for (const item of items) {
    if ('str' in item) {
      const id = marked.findLast((one) => one !== '') ?? '';
      words.set(id, (words.get(id) ?? '') + item.str);
    } else if (item.type === 'endMarkedContent') marked.pop();
    else marked.push(item.id ?? ((item as { tag?: string }).tag === 'Artifact' ? 'Artifact' : ''));
  }
  return words;
}

let found: Awaited<ReturnType<typeof read>>;
beforeAll(async () => {
  found = await read(article());
});

describe('the structure', () => {
  test('has every word in an element, or in none by intent', async () => {
    for (const [n, page] of found.pages.entries()) {
      const words = wordsById((await page.getTextContent({ includeMarkedContent: true })).items);
      const ids = new Set(walk(found.trees[n] as Node).map(({ node }) => node.id));
      for (const id of words.keys()) expect(ids.has(id) || id === 'Artifact', words.get(id)).toBe(true);
      expect(words.get('Artifact')?.replaceAll(' ', '')).toContain(`${n + 1}/${found.pages.length}`);
    }
  });

  test('tells headings, lists, quotes, tables, links and notes apart, each where it belongs', () => {
    const paths = walk(found.trees[0] as Node).map(({ path }) => path.slice(1).join(' '));
    for (const path of [
      ...['Document H1', 'Document P Link', 'Document L LI Lbl', 'Document L LI LBody P'],
      ...['Document L LI LBody L LI LBody P', 'Document BlockQuote P', 'Document Table TR TH'],
      ...['Document Table TR TD', 'Document Sect H2', 'Document Sect Sect H3 Link'],
      'Document Sect Sect L LI LBody P Link',
    ])
      expect(paths).toContain(path);
  });

  test('leaves out no level of headings', () => {
    const levels = walk(found.trees[0] as Node).flatMap(
      ({ node }) => /^H([1-6])$/.exec(node.role ?? '')?.[1] ?? [],
    );
    expect(levels).toEqual(['1', '2', '2', '2', '3', '2']);
  });

  test('says the language of what is in another than the article', () => {
    const nodes = walk(found.trees[0] as Node).map(({ node }) => node);
    expect(nodes.find(({ role }) => role === 'H3')?.lang).toBe('de');
    expect(nodes.find(({ role }) => role === 'H1')?.lang).toBeUndefined();
  });
});

describe('links', () => {
  test('are elements with their words and their place, and say where they lead', async () => {
    const links = walk(found.trees[0] as Node).filter(({ node }) => node.role === 'Link');
    for (const { node } of links)
      expect(new Set(node.children?.map(({ type }) => type))).toEqual(new Set(['content', 'annotation']));
    const annotations = await (found.pages[0] as Page).getAnnotations();
    const says = annotations.map(({ contentsObj }) => contentsObj.str);
    expect(says).toEqual(
      expect.arrayContaining(['https://example.org/ledger', 'Notes 1', 'Back to the text']),
    );
    expect(says).not.toContain('');
    const places = annotations.flatMap(({ dest }) => dest ?? []);
    expect(places).toEqual(['note-1', 'mark-1']);
    for (const place of places) expect(await found.pdf.getDestination(place)).not.toBeNull();
  });

  test('over two pages are two, each on its own', async () => {
    const words = `[${'The ledger says it froze. '.repeat(400)}](https://example.org/ledger)`;
    const { pages, trees } = await read({ document: fromMarkdown(words) });
    expect(pages.length).toBeGreaterThan(1);
    for (const [n, page] of pages.slice(0, 2).entries()) {
      const ids = (await page.getAnnotations()).map(({ id }) => id);
      const connected = walk(trees[n] as Node).filter(({ node }) => node.type === 'annotation');
      expect(
        connected.filter(({ node }) => ids.includes(String(node.id).replace('pdfjs_internal_id_', ''))),
      ).toHaveLength(ids.length);
    }
  });
});

describe('the document', () => {
  test('shows its title, is marked as tagged, and says its language', async () => {
    const { pdf } = found;
    expect((await pdf.getViewerPreferences())?.get('DisplayDocTitle')).toBe(true);
    // A map, whatever its types say.
    expect([...((await pdf.getMarkInfo()) as unknown as Map<string, boolean>)]).toContainEqual([
      'Marked',
      true,
    ]);
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: TITLE, Language: 'en' });
  });

  test('says the same in its metadata, whatever its title is', async () => {
    const { metadata } = await found.pdf.getMetadata();
    const xml = parseXml(
      metadata
        .getRaw()
        .trim()
        .replace(/^<\?xpacket[^>]*\?>|<\?xpacket[^>]*\?>$/g, ''),
    );
    const all = (element: XmlElement): XmlElement[] => [element, ...element.children.flatMap(all)];
    const [title] = all(xml).flatMap((element) => childrenOf(element, 'dc:title'));
    expect(all(title as XmlElement).at(-1)?.text).toBe(TITLE);
  });

  test('can be gone through by bookmarks', async () => {
    const outline = (await found.pdf.getOutline()) ?? [];
    const titles = outline.map(({ title, items }) => [title, items.map((item) => item.title)]);
    expect(titles).toEqual([
      [TITLE, ['What it cost', 'After']],
      ['Notes', ['1 Falsch: Forty ships froze.']],
      ['What the verdicts mean', []],
    ]);
    for (const { dest } of outline) expect(dest?.[1]).toEqual({ name: 'XYZ' });
  });

  test('is the same when it is made again', async () => {
    const [once, again] = [await toPdf(fonts, printed(article())), await toPdf(fonts, printed(article()))];
    expect(again.equals(once)).toBe(true);
  });
});

describe('pages', () => {
  test('neither begin with the last line of a paragraph nor end with the first', async () => {
    // Each paragraph is of a word of its own.
    const names = Array.from({ length: 60 }, (_, n) => `w${String(n).padStart(2, '0')}x`);
    const text = names.map((name, n) => `${name} `.repeat(40 + ((n * 29) % 150))).join('\n\n');
    const { pages } = await read({ text });
    expect(pages.length).toBeGreaterThan(3);
    const lines = new Map<string, Set<number>[]>();
    for (const [n, page] of pages.entries())
      for (const item of (await page.getTextContent()).items) {
        const name = 'str' in item && /^w\d\dx/.exec(item.str)?.[0];
        if (!name) continue;
        const of = lines.get(name) ?? [];
        of[n] ??= new Set();
        of[n].add(item.transform[5]);
        lines.set(name, of);
      }
    const broken = [...lines.values()].map((of) => of.filter(Boolean)).filter(({ length }) => length > 1);
    expect(broken.length).toBeGreaterThan(0);
    for (const parts of broken) for (const part of parts) expect(part.size).toBeGreaterThan(1);
  });

  test('that a table goes on to begin with its headings', async () => {
    const rows = Array.from({ length: 90 }, (_, n) => `| ${1700 + n} | ${n} |`).join('\n');
    const { pages } = await read({ document: fromMarkdown(`| Year | Ships |\n|---|---|\n${rows}`) });
    for (const page of pages.slice(0, 3)) {
      const words = (await page.getTextContent()).items.map((item) => ('str' in item ? item.str : ''));
      expect(words).toContain('Ships');
    }
  });

  test('of an article that nobody has marked say so', async () => {
    const { pages, pdf } = await read({});
    const words = (await (pages[0] as Page).getTextContent()).items.map((item) =>
      'str' in item ? item.str : '',
    );
    expect(words.join('')).toContain('Nobody has marked anything.');
    expect((await pdf.getOutline())?.map(({ title }) => title)).toEqual(['The winter', 'Notes']);
  });
});
