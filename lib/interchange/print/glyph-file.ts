import type { Part } from '../typeset/shaping.ts';

interface Outline {
  data: Buffer;
  advance: number;
}

/** Of the records of a composed glyph (OpenType, `glyf`). */
const WORDS = 0x1;
const ARE_OFFSETS = 0x2;
const SCALE = 0x8;
const MORE = 0x20;
const TWO_SCALES = 0x40;
const MATRIX = 0x80;

/** Indices of glyphs are 16 bits wide. */
const MOST = 0xffff;

/**
 * A TrueType file of some letters of another: every letter is one glyph, composed of several where it takes them, so that
 * a reader of the file finds one glyph for each piece of the text.
 */
export class GlyphFile {
  readonly tables: ReadonlyMap<string, Buffer>;
  private readonly outlines: Outline[] = [];
  /** Glyphs of the other file that are in this one. */
  private readonly copies = new Map<number, number>();

  constructor(source: Buffer) {
    this.tables = tablesOf(source);
    this.copy(0);
  }

  get isFull(): boolean {
    // A letter may bring its parts, and these theirs.
    return this.outlines.length > MOST - 256;
  }

  /** A new glyph that is drawn as these; its index. */
  add(parts: readonly Part[], advance: number): number {
    const drawn = parts.filter(({ glyph }) => this.range(glyph).length > 0);
    const inside = drawn.map((part) => ({ ...part, glyph: this.copy(part.glyph) }));
    return this.push(inside.length > 0 ? composed(inside, this.outlines) : Buffer.alloc(0), advance);
  }

  /** The glyph as it is there, with all that it is composed of. */
  private copy(glyph: number): number {
    const there = this.copies.get(glyph);
    if (there !== undefined) return there;
    const data = Buffer.from(this.range(glyph));
    for (const at of componentsOf(data)) data.writeUInt16BE(this.copy(data.readUInt16BE(at)), at);
    const index = this.push(data, this.advanceOf(glyph));
    this.copies.set(glyph, index);
    return index;
  }

  private push(data: Buffer, advance: number): number {
    this.outlines.push({ data, advance: Math.min(MOST, Math.max(0, Math.round(advance))) });
    return this.outlines.length - 1;
  }

  private table(name: string): Buffer {
    const table = this.tables.get(name);
    if (!table) throw new Error(`a font without ${name}`);
    return table;
  }

  private range(glyph: number): Buffer {
    const loca = this.table('loca');
    const long = this.table('head').readInt16BE(50) === 1;
    const at = (n: number) => (long ? loca.readUInt32BE(n * 4) : loca.readUInt16BE(n * 2) * 2);
    return this.table('glyf').subarray(at(glyph), at(glyph + 1));
  }

  private advanceOf(glyph: number): number {
    const last = this.table('hhea').readUInt16BE(34) - 1;
    return this.table('hmtx').readUInt16BE(Math.min(glyph, last) * 4);
  }

  /** The file; only what PDF asks of one is in it. */
  bytes(): Buffer {
    const count = this.outlines.length;
    const head = Buffer.from(this.table('head'));
    head.writeUInt32BE(0, 8);
    head.writeInt16BE(1, 50);
    const hhea = Buffer.from(this.table('hhea'));
    hhea.writeUInt16BE(count, 34);
    const maxp = Buffer.from(this.table('maxp'));
    maxp.writeUInt16BE(count, 4);
    // Not less than what composing makes of it.
    for (const at of [10, 12]) maxp.writeUInt16BE(MOST, at);
    maxp.writeUInt16BE(Math.max(64, maxp.readUInt16BE(28)), 28);
    maxp.writeUInt16BE(maxp.readUInt16BE(30) + 1, 30);
    return fileOf({ ...this.outlineTables(), head, hhea, maxp });
  }

  private outlineTables() {
    const loca = Buffer.alloc((this.outlines.length + 1) * 4);
    const hmtx = Buffer.alloc(this.outlines.length * 4);
    const glyf: Buffer[] = [];
    let at = 0;
    for (const [n, { data, advance }] of this.outlines.entries()) {
      hmtx.writeUInt16BE(advance, n * 4);
      // Where its outline begins, it stays.
      hmtx.writeInt16BE(data.length > 0 ? data.readInt16BE(2) : 0, n * 4 + 2);
      const whole = padded(data);
      glyf.push(whole);
      at += whole.length;
      loca.writeUInt32BE(at, n * 4 + 4);
    }
    return { loca, hmtx, glyf: Buffer.concat(glyf) };
  }
}

/** Where in the data of a composed glyph the indices of its parts stand. */
function componentsOf(data: Buffer): number[] {
  if (data.length === 0 || data.readInt16BE(0) >= 0) return [];
  const found: number[] = [];
  for (let at = 10, flags = MORE; flags & MORE; ) {
    flags = data.readUInt16BE(at);
    found.push(at + 2);
    at += 4 + (flags & WORDS ? 4 : 2);
    if (flags & SCALE) at += 2;
    else if (flags & TWO_SCALES) at += 4;
    else if (flags & MATRIX) at += 8;
  }
  return found;
}

/** The data of a glyph that consists of others. */
function composed(parts: readonly Part[], outlines: readonly Outline[]): Buffer {
  const data = Buffer.alloc(10 + parts.length * 8);
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [n, { glyph, x, y }] of parts.entries()) {
    const [dx, dy] = [Math.round(x), Math.round(y)];
    const from = 10 + n * 8;
    data.writeUInt16BE(WORDS | ARE_OFFSETS | (n + 1 < parts.length ? MORE : 0), from);
    data.writeUInt16BE(glyph, from + 2);
    data.writeInt16BE(dx, from + 4);
    data.writeInt16BE(dy, from + 6);
    const other = (outlines[glyph] as Outline).data;
    for (const side of [0, 1, 2, 3]) {
      const edge = other.readInt16BE(2 + side * 2) + (side % 2 === 0 ? dx : dy);
      box[side] = side < 2 ? Math.min(box[side] as number, edge) : Math.max(box[side] as number, edge);
    }
  }
  data.writeInt16BE(-1, 0);
  for (const [side, edge] of box.entries()) data.writeInt16BE(edge, 2 + side * 2);
  return data;
}

const padded = (data: Buffer) => Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);

function tablesOf(source: Buffer): Map<string, Buffer> {
  const tables = new Map<string, Buffer>();
  for (let n = 0; n < source.readUInt16BE(4); n += 1) {
    const at = 12 + n * 16;
    const from = source.readUInt32BE(at + 8);
    tables.set(
      source.toString('latin1', at, at + 4),
      source.subarray(from, from + source.readUInt32BE(at + 12)),
    );
  }
  return tables;
}

function fileOf(tables: Record<string, Buffer>): Buffer {
  const names = Object.keys(tables).sort();
  const power = 2 ** Math.floor(Math.log2(names.length));
  const header = Buffer.alloc(12 + names.length * 16);
  header.writeUInt32BE(0x00010000, 0);
  for (const [n, value] of [
    names.length,
    power * 16,
    Math.log2(power),
    (names.length - power) * 16,
  ].entries())
    header.writeUInt16BE(value, 4 + n * 2);
  const parts = [header];
  let offset = header.length;
  for (const [n, name] of names.entries()) {
    const table = tables[name] as Buffer;
    const whole = padded(table);
    const at = 12 + n * 16;
    header.write(name, at, 'latin1');
    header.writeUInt32BE(checksum(whole), at + 4);
    header.writeUInt32BE(offset, at + 8);
    header.writeUInt32BE(table.length, at + 12);
    offset += whole.length;
    parts.push(whole);
  }
  return Buffer.concat(parts);
}

function checksum(table: Buffer): number {
  let sum = 0;
  for (let at = 0; at < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0;
  return sum;
}
