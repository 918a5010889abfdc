import { ZipFile } from 'yazl';

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A paragraph in a style; `inner` is more XML of runs. */
export const para = (text: string, style = '', inner = '') =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}<w:r><w:t xml:space="preserve">${text}</w:t></w:r>${inner}</w:p>`;

export const item = (text: string, level = 0, list = 1) =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;

export const noteRef = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;

export const link = (text: string) => `<w:hyperlink r:id="rLink"><w:r><w:t>${text}</w:t></w:r></w:hyperlink>`;

export const table = (rows: string[][]) =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${para(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

const styles = ['Title', 'heading 1', 'heading 2', 'Quote']
  .map(
    (name) =>
      `<w:style w:type="paragraph" w:styleId="${name.replace(' ', '')}"><w:name w:val="${name}"/></w:style>`,
  )
  .join('');
const level = (at: number, format: string) => `<w:lvl w:ilvl="${at}"><w:numFmt w:val="${format}"/></w:lvl>`;

interface DocxOptions {
  notes?: Record<number, string>;
  title?: string;
  creator?: string;
  /** More members, or others in the place of ours. */
  members?: Record<string, Buffer>;
}

/** A Word file with the given body. */
export async function docxOf(
  body: string,
  { notes = {}, title, creator, members = {} }: DocxOptions = {},
): Promise<Buffer> {
  const footnotes = Object.entries(notes)
    .map(([id, text]) => `<w:footnote w:id="${id}">${para(text)}</w:footnote>`)
    .join('');
  const rel = (id: string, type: string, target: string, mode = '') =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${mode}/>`;
  const files: Record<string, string | Buffer> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rel('r1', 'officeDocument', 'word/document.xml')}</Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rel('rStyles', 'styles', 'styles.xml')}${rel('rNumbers', 'numbering', 'numbering.xml')}${rel('rNotes', 'footnotes', 'footnotes.xml')}${rel('rPic', 'image', 'media/image1.png')}${rel('rLink', 'hyperlink', 'https://lindow.example/ferry', ' TargetMode="External"')}</Relationships>`,
    'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `<w:styles ${W}>${styles}</w:styles>`,
    'word/numbering.xml': `<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${level(0, 'bullet')}${level(1, 'bullet')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'decimal')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
    'word/footnotes.xml': `<w:footnotes ${W}>${footnotes}</w:footnotes>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="x" xmlns:dc="y">${title ? `<dc:title>${title}</dc:title>` : ''}${creator ? `<dc:creator>${creator}</dc:creator>` : ''}</cp:coreProperties>`,
    ...members,
  };
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
