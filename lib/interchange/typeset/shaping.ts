import * as harfbuzz from 'harfbuzzjs';
import { clustersOf } from './breaks.ts';
import { BOX, type Face } from './fonts.ts';

/** A glyph in its place, in the font's own units. */
export interface Part {
  glyph: number;
  x: number;
  y: number;
}

/** What stands for one piece of the text, and cannot be told apart further: one glyph or several in their places. */
export interface Letter {
  /** As it is read. */
  text: string;
  parts: Part[];
  advance: number;
}

/** A text in letters, from left to right. */
export interface Shaped {
  letters: Letter[];
  advance: number;
}

export interface Reading {
  /** Of UAX 9: odd reads from right to left. */
  level: number;
  /** Of the text: it decides between forms of the same letter. */
  lang: string;
}

/** A glyph that HarfBuzz gives; its place is relative to where the one before it ended. */
interface Given {
  glyph: number;
  cluster: number;
  xAdvance: number;
  xOffset: number;
  yOffset: number;
}

/** Forms of words, which are used again and again. */
const known = new Map<string, Shaped>();
/** So many letters are kept in all; and no long lines of scripts without spaces, which do not come again. */
const MOST_LETTERS = 200_000;
const LONGEST_KEPT = 32;
let kept = 0;

const { ClusterLevel, Direction } = harfbuzz;
const buffer = new harfbuzz.Buffer();

/** A text of one face and direction in letters. Each word is shaped by itself: spaces join nothing. */
export function shape(face: Face, text: string, { level, lang }: Reading): Shaped {
  const words = (text.match(/ +|[^ ]+/g) ?? []).map((word) => shapeWord(face, word, level % 2 === 1, lang));
  const [only] = words;
  if (only && words.length === 1) return only;
  if (level % 2 === 1) words.reverse();
  return {
    letters: words.flatMap(({ letters }) => letters),
    advance: words.reduce((sum, { advance }) => sum + advance, 0),
  };
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Whether letters in it do: digits and marks have no direction of their own. */
export const readsFromRight = (text: string) => RIGHT_TO_LEFT.test(text);

export const widthOf = (face: Face, text: string, size: number, reading: Reading) =>
  (shape(face, text, reading).advance * size) / face.unitsPerEm;

function shapeWord(face: Face, text: string, fromRight: boolean, lang: string): Shaped {
  const key = `${face.id} ${fromRight ? 'r' : 'l'} ${lang} ${text}`;
  const there = known.get(key);
  if (there) return there;
  const shaped = lettersOf(text, withoutHoles(face, text, glyphsOf(face, text, fromRight, lang)), fromRight);
  if (text.length > LONGEST_KEPT) return shaped;
  if (kept > MOST_LETTERS) {
    known.clear();
    kept = 0;
  }
  kept += shaped.letters.length;
  known.set(key, shaped);
  return shaped;
}

function glyphsOf(face: Face, text: string, fromRight: boolean, lang: string): Given[] {
  buffer.reset();
  buffer.setClusterLevel(fromRight ? ClusterLevel.MONOTONE_GRAPHEMES : ClusterLevel.MONOTONE_CHARACTERS);
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setDirection(fromRight ? Direction.RTL : Direction.LTR);
  if (/^[a-z]+(?:-[a-z0-9]+)*$/i.test(lang)) buffer.setLanguage(lang);
  harfbuzz.shape(face.font, buffer);
  const positions = buffer.getGlyphPositions();
  return buffer.getGlyphInfos().map(({ codepoint, cluster }, n) => {
    const { xAdvance, xOffset, yOffset } = positions[n] as harfbuzz.GlyphPosition;
    return { glyph: codepoint, cluster, xAdvance, xOffset, yOffset };
  });
}

/** What a font has no form of; it is empty in ours. */
const MISSING = 0;

/**
 * What a font has no form of leaves no hole: beside what it does have of the same letter or emoji it is left out, and where
 * there is nothing else a box stands.
 */
function withoutHoles(face: Face, text: string, glyphs: Given[]): Given[] {
  if (!glyphs.some(({ glyph }) => glyph === MISSING)) return glyphs;
  /** Of each UTF-16 unit, which letter it belongs to. */
  const letterAt = clustersOf(text).flatMap((cluster, n) => cluster.split('').map(() => n));
  const seen = glyphs.filter(({ glyph }) => glyph !== MISSING && face.font.glyphToPath(glyph) !== '');
  const drawn = new Set(seen.map(({ cluster }) => letterAt[cluster]));
  const box = face.font.nominalGlyph(BOX) ?? MISSING;
  return glyphs.flatMap((given) => {
    const letter = letterAt[given.cluster];
    if (given.glyph !== MISSING) return [given];
    if (drawn.has(letter)) return [];
    drawn.add(letter);
    return [{ ...given, glyph: box, xAdvance: face.font.glyphHAdvance(box) }];
  });
}

/** Glyphs of the same piece of the text, which follow each other, become one letter. */
function lettersOf(text: string, glyphs: readonly Given[], fromRight: boolean): Shaped {
  const starts = [...new Set(glyphs.map(({ cluster }) => cluster))].sort((a, b) => a - b);
  const ends = new Map(starts.map((start, n) => [start, starts[n + 1] ?? text.length]));
  const letters: Letter[] = [];
  let last: number | null = null;
  for (const { glyph, cluster, xAdvance, xOffset, yOffset } of glyphs) {
    if (cluster !== last)
      letters.push({
        text: text.slice(cluster === starts[0] ? 0 : cluster, ends.get(cluster)),
        parts: [],
        advance: 0,
      });
    last = cluster;
    const letter = letters.at(-1) as Letter;
    letter.parts.push({ glyph, x: letter.advance + xOffset, y: yOffset });
    letter.advance += xAdvance;
  }
  const advance = letters.reduce((sum, letter) => sum + letter.advance, 0);
  return { letters: withJoiners(letters, fromRight), advance };
}

/** What says whether its neighbours join is not seen: it goes with the letter on its right. */
function withJoiners(letters: Letter[], fromRight: boolean): Letter[] {
  const kept: Letter[] = [];
  let joiners = '';
  for (const letter of letters) {
    if (/^[\u200C\u200D]+$/.test(letter.text) && letter.advance === 0 && letter !== letters.at(-1)) {
      joiners = fromRight ? letter.text + joiners : joiners + letter.text;
      continue;
    }
    kept.push({ ...letter, text: fromRight ? letter.text + joiners : joiners + letter.text });
    joiners = '';
  }
  return kept;
}

/** The outline of a text as an SVG path, its baseline beginning at x and y. */
export function outline(
  face: Face,
  text: string,
  size: number,
  x: number,
  y: number,
  reading: Reading,
): string {
  const scale = size / face.unitsPerEm;
  const path: string[] = [];
  let at = 0;
  for (const { parts, advance } of shape(face, text, reading).letters) {
    for (const part of parts) path.push(outlineOf(face, part, at, { scale, x, y }));
    at += advance;
  }
  return path.join('');
}

function outlineOf(
  face: Face,
  part: Part,
  at: number,
  { scale, x, y }: { scale: number; x: number; y: number },
): string {
  const left = at + part.x;
  const round = (value: number) => Math.round(value * 100) / 100;
  return face.font
    .glyphToJson(part.glyph)
    .map(({ type, values }) => {
      const placed = values.map((value, n) =>
        round(n % 2 === 0 ? x + (left + value) * scale : y - (part.y + value) * scale),
      );
      return type + placed.join(' ');
    })
    .join('');
}
