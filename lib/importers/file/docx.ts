import mammoth from 'mammoth';
import { docxOf, docxParts } from './docx-parts.ts';
import type { FileText } from './file-text.ts';
import { RefusedFile } from './file-text.ts';

/** Beside what the library knows by itself: Word's and LibreOffice's names for what is not in the body's style. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='HTML Preformatted'] => pre:separator('\\n')",
  "p[style-name='Preformatted Text'] => pre:separator('\\n')",
  "p[style-name='Code'] => pre:separator('\\n')",
  "r[style-name='HTML Code'] => code",
  "r[style-name='Source Text'] => code",
  "p[style-name='caption'] => p:fresh",
  'strike => s',
];

/** Files of Word name themselves after templates and after other files. */
const NO_TITLE =
  /^(?:untitled|unbenannt|document\d*|dokument\d*|microsoft word - .*|.*\.(?:docx?|odt|rtf|dotx?))$/i;

function coreField(xml: string, name: string): string | null {
  const raw = new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`).exec(xml)?.[1]?.trim();
  if (!raw) return null;
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return raw.replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => entities[entity] ?? '');
}

/** Pictures lie in the file and have no address; what is said of them becomes text. */
const describeImage = mammoth.images.imgElement(async () => ({ src: '' }));

/**
 * A Word file as HTML: headings, lists, quotes, tables, links, code, and footnotes and endnotes with their numbers at
 * the end. Throws {@link RefusedFile}.
 */
export async function readDocx(bytes: Uint8Array): Promise<FileText> {
  const parts = await docxParts(bytes);
  const core = parts.get('docProps/core.xml')?.toString('utf8') ?? '';
  try {
    const options = { styleMap: STYLES, convertImage: describeImage, includeEmbeddedStyleMap: false };
    const { value } = await mammoth.convertToHtml({ buffer: await docxOf(parts) }, options);
    const title = coreField(core, 'dc:title');
    return {
      html: value,
      title: title && !NO_TITLE.test(title) ? title : null,
      byline: coreField(core, 'dc:creator'),
      lang: coreField(core, 'dc:language'),
      leftOut: [],
    };
  } catch (error) {
    throw new RefusedFile('broken', error);
  }
}
