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

  /** The first face that has every character of it; else the first that has its base; else one that shows an empty box. */
  private async choose(cluster: string, style: TextStyle): Promise<Face> {
    const characters = [...cluster].map((character) => character.codePointAt(0) as number);
    const [base = 0] = characters;
    const fonts = fontsFor(style.family, style.lang);
    let second: Face | null = null;
    for (const font of isEmoji(cluster) ? [EMOJI, ...fonts] : fonts) {
      for (const file of filesOf(font, style.italic ?? false)) {
        if (!isFor(file, base)) continue;
        const face = await this.face(file, style.weight);
        if (characters.every((character) => isUnseen(character) || hasLetter(face, character))) return face;
        if (hasLetter(face, base)) second ??= face;
      }
    }
    return second ?? this.face(latinOf(style), style.weight);
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

function latinOf(style: TextStyle): FontFile {
  const [own = ''] = fontsFor(style.family, style.lang);
  const file = filesOf(own, style.italic ?? false).find((one) => isFor(one, 0x61));
  if (!file) throw new Error(`${own} has no letters`);
  return file;
}

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
