import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '#lib/env/project-root.ts';

/** One file of a font: the letters of some script, in all weights. */
export interface FontFile {
  path: string;
  /** The characters that it is for, first and last, in order. */
  ranges: readonly (readonly [number, number])[];
}

export type Family = 'sans' | 'serif';

const OWN: Record<Family, string> = { sans: 'inter', serif: 'source-serif-4' };

/** Asked in this order for what the own fonts do not have. */
const SCRIPTS = ['noto-sans-arabic', 'noto-sans-hebrew', 'noto-sans-devanagari', 'noto-sans-thai'];
/** The same characters look different in these languages. */
const HAN: Record<string, readonly string[]> = {
  zh: ['noto-sans-sc', 'noto-sans-jp', 'noto-sans-kr'],
  ja: ['noto-sans-jp', 'noto-sans-sc', 'noto-sans-kr'],
  ko: ['noto-sans-kr', 'noto-sans-sc', 'noto-sans-jp'],
};
export const EMOJI = 'noto-emoji';

/** The fonts to ask for a letter, in order, by their packages. All of them come with ours, under the Open Font License. */
export function fontsFor(family: Family, lang: string): readonly string[] {
  return [OWN[family], ...SCRIPTS, ...(HAN[lang.slice(0, 2)] ?? (HAN.zh as string[])), EMOJI];
}

const known = new Map<string, FontFile[]>();

/** The files of a font, in its upright or its italic form; only the own serif has the latter here. */
export function filesOf(font: string, italic: boolean): readonly FontFile[] {
  const style = italic && font === OWN.serif ? 'italic' : 'normal';
  const name = `${font} ${style}`;
  const files = known.get(name) ?? readFiles(font, style);
  known.set(name, files);
  return files;
}

function readFiles(font: string, style: string): FontFile[] {
  const folder = path.join(projectRoot, 'node_modules', '@fontsource-variable', font);
  const subsets: Record<string, string> = JSON.parse(readFileSync(path.join(folder, 'unicode.json'), 'utf8'));
  return Object.entries(subsets).map(([subset, ranges]) => ({
    path: path.join(folder, 'files', `${font}-${subset.replace(/[[\]]/g, '')}-wght-${style}.woff2`),
    ranges: ranges.split(',').map(rangeOf),
  }));
}

function rangeOf(text: string): [number, number] {
  const [first = '', last = first] = text.replace(/^U\+/i, '').split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}

export const isFor = ({ ranges }: FontFile, character: number) =>
  ranges.some(([first, last]) => character >= first && character <= last);
