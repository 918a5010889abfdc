import type { Face } from '../typeset/fonts.ts';
import type { Letter, Shaped } from '../typeset/shaping.ts';
import { GlyphFile } from './glyph-file.ts';

/** What stands in the file for a letter. */
interface Code {
  code: number;
  /** In the font's own units. */
  advance: number;
}

/** A mapping of codes has blocks of so many at most. */
const BLOCK = 100;

/**
 * A face in a PDF. Each letter that is drawn has a code of its own, which is mapped to the text that it stands for: the
 * same glyph may stand for several (the dotless body of Arabic letters), and a letter may take several glyphs.
 */
export class EmbeddedFace {
  /** The name by which pages know it. */
  readonly name: string;
  readonly reference: PDFKit.PDFKitReference;
  private readonly doc: PDFKit.PDFDocument;
  private readonly face: Face;
  private readonly file: GlyphFile;
  private readonly codes = new Map<string, Code>();
  private readonly texts: { code: number; text: string; advance: number }[] = [];

  constructor(doc: PDFKit.PDFDocument, face: Face, name: string) {
    this.doc = doc;
    this.face = face;
    this.name = name;
    this.reference = doc.ref({});
    this.file = new GlyphFile(face.bytes);
  }

  get isFull(): boolean {
    return this.file.isFull;
  }

  /** The operand of `TJ`: codes, and what the next letter is nearer or farther than the advance says. */
  show({ letters }: Shaped, fromRight: boolean): string {
    const operands: string[] = [];
    let hex = '';
    for (const [n, letter] of letters.entries()) {
      const atEdge = n === 0 || n === letters.length - 1;
      const { code, advance } = this.codeOf(fromRight ? turned(letter, atEdge) : letter);
      hex += code.toString(16).padStart(4, '0');
      const apart = advance - letter.advance;
      if (apart === 0) continue;
      operands.push(`<${hex}>`, this.thousandths(apart));
      hex = '';
    }
    if (hex) operands.push(`<${hex}>`);
    return `[${operands.join(' ')}]`;
  }

  private codeOf(letter: Letter): Code {
    const { text, parts, advance } = letter;
    const key = `${text}\n${parts.map(({ glyph, x, y }) => `${glyph} ${x} ${y}`).join('\n')}`;
    let known = this.codes.get(key);
    if (!known) {
      known = { code: this.file.add(parts, advance), advance };
      this.codes.set(key, known);
      this.texts.push({ code: known.code, text, advance });
    }
    return known;
  }

  private thousandths(units: number): string {
    return String(Math.round((units * 1_000_000) / this.face.unitsPerEm) / 1000);
  }

  /** Writes all that belongs to it. Nothing can be shown afterwards. */
  end(): void {
    const name = `${this.prefix()}+${this.face.name}`;
    const bytes = this.file.bytes();
    const file = this.doc.ref({ Length1: bytes.length });
    file.end(bytes);
    const descendant = this.ended({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
      CIDToGIDMap: 'Identity',
      FontDescriptor: this.ended(this.descriptor(name, file)),
      W: this.texts.flatMap(({ code, advance }) => [code, [Number(this.thousandths(advance))]]),
    });
    const toUnicode = this.doc.ref({});
    toUnicode.end(this.mapping());
    Object.assign(this.reference.data, {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: toUnicode,
    });
    this.reference.end(undefined);
  }

  private ended(data: object): PDFKit.PDFKitReference {
    const reference = this.doc.ref(data);
    reference.end(undefined);
    return reference;
  }

  /** Six capitals tell parts of the same font apart. */
  private prefix(): string {
    const n = Number(this.name.slice(1));
    return [...String(n).padStart(6, '0')].map((digit) => String.fromCharCode(65 + Number(digit))).join('');
  }

  private descriptor(name: string, file: PDFKit.PDFKitReference) {
    const [head, hhea] = [this.file.tables.get('head'), this.file.tables.get('hhea')] as [Buffer, Buffer];
    const em = (value: number) => Number(this.thousandths(value));
    const ascent = em(hhea.readInt16BE(4));
    return {
      Type: 'FontDescriptor',
      FontName: name,
      // Its codes are its own.
      Flags: 4,
      FontBBox: [36, 38, 40, 42].map((at) => em(head.readInt16BE(at))),
      ItalicAngle: this.face.italic ? -12 : 0,
      Ascent: ascent,
      Descent: em(hhea.readInt16BE(6)),
      CapHeight: ascent,
      StemV: 80,
      FontFile2: file,
    };
  }

  private mapping(): string {
    const lines = this.texts.map(({ code, text }) => `<${hexOf(code)}> <${utf16(text)}>`);
    const blocks: string[] = [];
    for (let at = 0; at < lines.length; at += BLOCK) {
      const some = lines.slice(at, at + BLOCK);
      blocks.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`);
    }
    return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
  }
}

/**
 * Who copies words that read from right to left turns them around, and with them the text of each letter. A space at the
 * edge of a run is left out by some, as the next run stands before it on the page: with a mark of direction it is kept.
 */
function turned(letter: Letter, atEdge: boolean): Letter {
  const text = [...letter.text].reverse().join('');
  return { ...letter, text: atEdge && /^ +$/.test(text) ? `\u200F${text}` : text };
}

const hexOf = (value: number) => value.toString(16).padStart(4, '0');

const utf16 = (text: string) =>
  text
    .split('')
    .map((unit) => hexOf(unit.charCodeAt(0)))
    .join('');
