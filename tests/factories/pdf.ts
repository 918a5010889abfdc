/** Words on a page: from which place (points from the left, and from above), how large, and in which font. */
export interface Words {
  x: number;
  y: number;
  text: string;
  size?: number;
  /** Bytes of the text in an encoding of the font's own, in hexadecimal. */
  hex?: string;
}

const HEIGHT = 842;
const WIDTH = 595;

const literal = (text: string) => `(${text.replace(/[\\()]/g, '\\$&')})`;

const content = (words: readonly Words[]) =>
  words
    .map(({ x, y, text, size = 11, hex }) => {
      const font = hex ? '/J' : '/F';
      return `BT ${font} ${size} Tf 1 0 0 1 ${x} ${HEIGHT - y} Tm ${hex ? `<${hex}>` : literal(text)} Tj ET`;
    })
    .join('\n');

/**
 * A PDF of pages with words at places, in Helvetica, or, given as `hex`, in a Japanese font that lies outside of the
 * file. `locked` says that a password is needed; `stream` puts bytes packed by Flate in the place of each page's content.
 */
export function pdfOf(
  pages: readonly (readonly Words[])[],
  { title, locked = false, stream }: { title?: string; locked?: boolean; stream?: Buffer } = {},
): Buffer {
  const objects: (string | Buffer)[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiMin-W3 /Encoding /UniJIS-UCS2-H /DescendantFonts [5 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiMin-W3 /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /FontDescriptor 6 0 R >>',
    '<< /Type /FontDescriptor /FontName /HeiseiMin-W3 /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
    `<< ${title ? `/Title ${literal(title)}` : ''} >>`,
    '<< /Filter /Standard /V 1 /R 2 /P -4 /O <00> /U <00> >>'.replaceAll('<00>', `<${'5a'.repeat(32)}>`),
  ];
  const kids: string[] = [];
  for (const words of pages) {
    const bytes = stream ?? Buffer.from(content(words), 'latin1');
    const filter = stream ? '/Filter /FlateDecode ' : '';
    const at = objects.length + 1;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << /F 3 0 R /J 4 0 R >> >> /Contents ${at + 1} 0 R >>`,
      Buffer.concat([
        Buffer.from(`<< ${filter}/Length ${bytes.byteLength} >>\nstream\n`),
        bytes,
        Buffer.from('\nendstream'),
      ]),
    );
    kids.push(`${at} 0 R`);
  }
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.join(' ')}] >>`;
  return assembled(objects, locked);
}

function assembled(objects: readonly (string | Buffer)[], locked: boolean): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let size = parts[0]?.byteLength ?? 0;
  const add = (part: Buffer) => {
    parts.push(part);
    size += part.byteLength;
  };
  for (const [index, object] of objects.entries()) {
    offsets.push(size);
    add(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]));
  }
  const start = size;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const encrypt = locked ? '/Encrypt 8 0 R /ID [<01> <01>] ' : '';
  add(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 7 0 R ${encrypt}>>\nstartxref\n${start}\n%%EOF`,
    ),
  );
  return Buffer.concat(parts);
}

/** Lines of words, one under the other. */
export function linesAt(x: number, y: number, lines: readonly string[], size = 11, leading = 14): Words[] {
  return lines.map((text, index) => ({ x, y: y + index * leading, text, size }));
}
