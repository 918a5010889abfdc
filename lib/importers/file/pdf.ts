import { createRequire } from 'node:module';
import path from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { PAGES_MAX } from './file-kinds.ts';
import { type FileText, RefusedFile } from './file-text.ts';
import { blocksOf } from './pdf-blocks.ts';
import { blocksHtml, hyphenated } from './pdf-html.ts';
import { type Line, linesOf, RIGHT_TO_LEFT, type Run } from './pdf-line.ts';
import { marginLines, type PageLines } from './pdf-margins.ts';
import { readingOrder } from './pdf-order.ts';

/** Less on a page than this is a stamp on a picture of it. */
const LETTERS_MIN = 20;
const NO_TITLE = /^(?:untitled|microsoft word - .*|.*\.(?:docx?|pdf|indd|qxd|tex|dvi|pptx?))$/i;

interface Link {
  href: string;
  rect: number[];
}

async function linksOf(page: PDFPageProxy): Promise<Link[]> {
  const annotations: { url?: string; rect: number[] }[] = await page.getAnnotations();
  return annotations.flatMap(({ url, rect }) => (url ? [{ href: url, rect }] : []));
}

/** The runs of a page's text; what is turned on its side (stamps in the margin) is left out. */
async function runsOf(page: PDFPageProxy, height: number): Promise<Run[]> {
  const { items } = await page.getTextContent();
  const links = await linksOf(page);
  return items.flatMap((item): Run[] => {
    if (!('str' in item) || item.str === '') return [];
    const [a = 0, b = 0, , d = 0, x = 0, y = 0] = item.transform as number[];
    const size = Math.round(Math.hypot(b, d) * 2) / 2;
    if (Math.abs(b) > Math.abs(a) || size === 0) return [];
    const middle = x + item.width / 2;
    const link = links.find(
      ({ rect: [left = 0, bottom = 0, right = 0, top = 0] }) =>
        middle >= left && middle <= right && y + size / 3 >= bottom && y + size / 3 <= top,
    );
    return [{ text: item.str, x, y: height - y, width: item.width, size, href: link?.href ?? null }];
  });
}

async function pageLines(pdf: PDFDocumentProxy, number: number): Promise<PageLines> {
  const page = await pdf.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const lines = linesOf(await runsOf(page, height), number);
  page.cleanup();
  return { lines, width, height };
}

async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const root = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  try {
    return await getDocument({
      data: bytes,
      // What the encodings of fonts that lie outside of the file mean; read from the package.
      cMapUrl: `${path.join(root, 'cmaps')}/`,
      cMapPacked: true,
      standardFontDataUrl: `${path.join(root, 'standard_fonts')}/`,
      useSystemFonts: false,
      disableFontFace: true,
      stopAtErrors: false,
      verbosity: 0,
    }).promise;
  } catch (error) {
    const isLocked = (error as Error).name === 'PasswordException';
    throw new RefusedFile(isLocked ? 'encrypted' : 'broken', error);
  }
}

/** Lines that run from right to left as in a mirror: where a paragraph begins and ends is then judged alike. */
function facingRight(lines: Line[]): Line[] {
  const isMirrored = lines.filter(({ text }) => RIGHT_TO_LEFT.test(text)).length * 2 > lines.length;
  return isMirrored ? lines.map((line) => ({ ...line, left: -line.right, right: -line.left })) : lines;
}

async function infoOf(pdf: PDFDocumentProxy) {
  const { info } = await pdf.getMetadata();
  const field = (name: string) => {
    const value = (info as Record<string, unknown>)[name];
    return typeof value === 'string' && value.trim() ? value.trim() : null;
  };
  const title = field('Title');
  return {
    title: title && !NO_TITLE.test(title) ? title : null,
    byline: field('Author'),
    lang: field('Language'),
  };
}

/**
 * A PDF as HTML: its lines put together into paragraphs, column after column, words parted at line ends mended,
 * headings told by their size, notes at the end, links kept; running heads and page numbers are left out. A PDF says
 * where letters stand and nothing of what they are, so all of this is inferred. Throws {@link RefusedFile}.
 */
export async function readPdf(bytes: Uint8Array): Promise<FileText> {
  const pdf = await open(bytes);
  if (pdf.numPages > PAGES_MAX) throw new RefusedFile('too-many-pages');
  const pages: PageLines[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) pages.push(await pageLines(pdf, number));
  const letters = pages.reduce(
    (sum, { lines }) => sum + lines.reduce((all, { text }) => all + text.length, 0),
    0,
  );
  if (letters < LETTERS_MIN * Math.min(pages.length, 3)) throw new RefusedFile('scanned');
  const margins = marginLines(pages);
  const readings = pages.map((page) => readingOrder(page.lines.filter((line) => !margins.has(line))));
  const lines = facingRight(readings.flatMap((reading) => reading.lines));
  const isOrderUnsure = readings.some(({ isUnsure }) => isUnsure);
  const leftOut = [...new Set([...margins].map(({ text }) => text))].filter((text) => /\p{L}{3}/u.test(text));
  const html = blocksHtml(blocksOf(lines), hyphenated(lines));
  return { html, ...(await infoOf(pdf)), leftOut, isOrderUnsure };
}
