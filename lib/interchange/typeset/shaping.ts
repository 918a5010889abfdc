import type { Glyph, GlyphRun } from 'fontkit';
import { mirrored } from './bidi.ts';
import type { Face } from './fonts.ts';

/** Forms of words, which are used again and again. */
const shaped = new Map<string, GlyphRun>();
const MOST = 40_000;

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * A text of one face and direction as it is drawn from left to right. Letters of scripts that read from right to left are
 * turned around by the shaper; what stands between them is turned here.
 */
export function drawable(text: string, level: number): string {
  if (level % 2 === 0) return text;
  const facing = mirrored(text);
  return RIGHT_TO_LEFT.test(facing) ? facing : [...facing].reverse().join('');
}

export const readsFromRight = (text: string) => RIGHT_TO_LEFT.test(text);

/** The glyphs of such a text, in the font's own units. */
export function shape(face: Face, text: string): GlyphRun {
  const key = `${face.id} ${text}`;
  let run = shaped.get(key);
  if (!run) {
    if (shaped.size >= MOST) shaped.clear();
    run = face.font.layout(text);
    shaped.set(key, run);
  }
  return run;
}

export const widthOf = (face: Face, text: string, size: number) =>
  (shape(face, text).advanceWidth * size) / face.font.unitsPerEm;

/** The outline of a text as an SVG path, its baseline beginning at x and y. */
export function outline(face: Face, text: string, size: number, x: number, y: number): string {
  const { glyphs, positions } = shape(face, text);
  const scale = size / face.font.unitsPerEm;
  let at = x;
  return glyphs
    .map((glyph: Glyph, index: number) => {
      const { xAdvance, xOffset, yOffset } = positions[index] as GlyphRun['positions'][number];
      const path = glyph.path
        .scale(scale, -scale)
        .translate(at + xOffset * scale, y - yOffset * scale)
        .toSVG();
      at += xAdvance * scale;
      return path;
    })
    .join('');
}
