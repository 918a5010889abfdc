import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import * as harfbuzz from 'harfbuzzjs';
import subsetFont from 'subset-font';
import { EMOJI, type Family, type FontFile, filesOf, fontsFor, isFor } from './font-files.ts';

export interface TextStyle {
  family: Family;
  weight: number;
  italic?: boolean;
  /** Of the text: it decides between forms of the same letter. */
  lang: string;
}

/** A font in one weight, of which letters can be drawn. */
export interface Face {
  id: string;
  /** Without spaces: of the file that it is from. */
  name: string;
  italic: boolean;
  /** A TrueType file of this weight alone. */
  bytes: Buffer;
  font: harfbuzz.Font;
  unitsPerEm: number;
}

/** Stands for what no font has: a white square. */
export const BOX = 0x25a1;

/** One letter with all that is joined to it. */
const isEmoji = (cluster: string) =>
  /\p{Emoji_Presentation}|\p{Regional_Indicator}/u.test(cluster) || cluster.includes('\uFE0F');

/** The faces of all texts, loaded when a letter asks for them. */
export class Fonts {
  private readonly faces = new Map<string, Promise<Face>>();
  /** Style and cluster → the face that has it. */
  private readonly chosen = new Map<string, Face>();

  /** Loads what some text needs; `faceOf` answers at once for all of it afterwards. */
  async load(clusters: Iterable<string>, style: TextStyle): Promise<void> {
    for (const cluster of new Set(clusters)) {
      const key = keyOf(cluster, style);
      if (!this.chosen.has(key)) this.chosen.set(key, await this.choose(cluster, style));
    }
  }

  faceOf(cluster: string, style: TextStyle): Face {
    const face = this.chosen.get(keyOf(cluster, style));
    if (!face) throw new Error('the fonts for this text were not loaded');
    return face;
  }

  /** The first face that has every character of it; else the first that has its base; else one that has a box. */
  private async choose(cluster: string, style: TextStyle): Promise<Face> {
    const characters = [...cluster].map((character) => character.codePointAt(0) as number);
    const [base = 0] = characters;
    const fonts = fontsFor(style.family, style.lang);
    let second: Face | null = null;
    for await (const face of this.facesWith(base, isEmoji(cluster) ? [EMOJI, ...fonts] : fonts, style)) {
      if (characters.every((character) => isUnseen(character) || hasLetter(face, character))) return face;
      second ??= face;
    }
    if (second) return second;
    for await (const face of this.facesWith(BOX, fonts, style)) return face;
    throw new Error('no font has a box');
  }

  private async *facesWith(character: number, fonts: readonly string[], { italic, weight }: TextStyle) {
    for (const font of fonts) {
      for (const file of filesOf(font, italic ?? false)) {
        if (!isFor(file, character)) continue;
        const face = await this.face(file, weight);
        if (isUnseen(character) || hasLetter(face, character)) yield face;
      }
    }
  }

  private face(file: FontFile, weight: number): Promise<Face> {
    const id = `${file.path} ${weight}`;
    const face = this.faces.get(id) ?? loadFace(id, file.path, weight);
    this.faces.set(id, face);
    return face;
  }
}

/** Whether it has a form of a character. */
export const hasLetter = ({ font }: Face, character: number) => font.nominalGlyph(character) !== undefined;

export const isOfEmoji = ({ name }: Face) => name.startsWith(EMOJI);

const keyOf = (cluster: string, { family, weight, italic, lang }: TextStyle) =>
  `${family} ${weight} ${italic ? 'i' : ''} ${lang} ${cluster}`;

/** Joiners and variation selectors choose a form and need none of their own; line breaks and controls have none. */
const isUnseen = (character: number) =>
  /^[\p{Default_Ignorable_Code_Point}\p{Cc}]$/u.test(String.fromCodePoint(character));

/** Variable fonts cannot be embedded: one weight is cut out of it. */
async function loadFace(id: string, path: string, weight: number): Promise<Face> {
  // Without a text, all letters stay.
  const bytes = await subsetFont(
    await readFile(path),
    undefined as never,
    {
      targetFormat: 'truetype',
      keepAllGlyphs: true,
      // Instructions for coarse screens are nothing to a printer, and belong to tables that do not go along.
      noHinting: true,
      variationAxes: { wght: weight },
    } as never,
  );
  const face = new harfbuzz.Face(new harfbuzz.Blob(bytes));
  const name = basename(path, '.woff2');
  return {
    id,
    name,
    italic: name.endsWith('-italic'),
    bytes,
    font: new harfbuzz.Font(face),
    unitsPerEm: face.upem,
  };
}
