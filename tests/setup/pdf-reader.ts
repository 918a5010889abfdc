import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface StructureNode {
  role?: string;
  children?: StructureNode[];
}

function rolesIn(node: StructureNode | null, found: Set<string>): void {
  if (node?.role) found.add(node.role);
  for (const child of node?.children ?? []) rolesIn(child, found);
}

/** What a program finds in a PDF. Of its first pages the words, links and structure. */
export async function readPdf(bytes: Uint8Array) {
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: VerbosityLevel.ERRORS });
  const pdf = await loading.promise;
  const words: string[] = [];
  const links: string[] = [];
  const structure = new Set<string>();
  for (let number = 1; number <= Math.min(5, pdf.numPages); number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    for (const item of items) if ('str' in item) words.push(item.str + (item.hasEOL ? ' ' : ''));
    for (const { url } of await page.getAnnotations()) if (url) links.push(url);
    rolesIn((await page.getStructTree()) as StructureNode | null, structure);
  }
  const { info } = await pdf.getMetadata();
  const text = words.join('').replace(/\s+/g, ' ');
  const result = {
    pages: pdf.numPages,
    info: info as Record<string, unknown>,
    text,
    links,
    structure,
  };
  await loading.destroy();
  return result;
}
