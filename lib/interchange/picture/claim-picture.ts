import { VERDICT_PATHS } from '#lib/verdict/pictures.ts';
import type { Shown } from '#lib/verdict/verdicts.ts';
import { oneLine } from '../plain.ts';
import type { Fonts, TextStyle } from '../typeset/fonts.ts';
import { type Line, setParagraph } from '../typeset/paragraph.ts';
import { outline } from '../typeset/shaping.ts';
import { PALETTE, VERDICT_COLOURS } from './palette.ts';

/** What a picture shows. It depends on nothing else. */
export interface PictureTask {
  /** The claim; of an article its title. */
  words: string;
  /** Of the words. */
  lang: string;
  /** What a claim shows; one that was withdrawn shows no verdict. */
  look: Shown | 'remark' | 'withdrawn' | 'article';
  /** The verdict in a word, or how an article fared. */
  verdict: string;
  /** What else there is to know of the verdict. */
  note: string;
  /** Where it stands: the title of the article, or its site. */
  under: string;
  /** The name of this place. */
  host: string;
}

/** What every site that shows such pictures takes. */
export const WIDTH = 1200;
export const HEIGHT = 630;
const MARGIN = 72;
const ROOM = WIDTH - 2 * MARGIN;
/** Between the verdict and the line at the foot. */
const WORDS_FROM = 190;
const WORDS_TO = 478;
const LEADING = 1.22;
/** The largest size that has room is taken. */
const SIZES = [78, 66, 58, 50, 44, 38, 33];
/** And of what stands above the words, each with so many lines. */
const HEAD_SIZES = [
  { size: 46, lines: 1 },
  { size: 38, lines: 1 },
  { size: 30, lines: 2 },
];

const style = (family: TextStyle['family'], weight: number, lang: string): TextStyle => ({
  family,
  weight,
  lang,
});

/** The picture as SVG in which every letter is an outline: nothing is left to the fonts of whoever draws it. */
export async function claimPictureSvg(fonts: Fonts, task: PictureTask): Promise<string> {
  const colour = colourOf(task.look);
  const parts = [
    rect(0, 0, WIDTH, HEIGHT, PALETTE.paper),
    rect(0, 0, 18, HEIGHT, colour),
    await verdictPart(fonts, task, colour),
    await wordsPart(fonts, task),
    await footPart(fonts, task),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${parts.join('')}</svg>`;
}

function colourOf(look: PictureTask['look']): string {
  if (look === 'article') return PALETTE.accent;
  return VERDICT_COLOURS[look === 'remark' || look === 'withdrawn' ? 'open' : look];
}

const rect = (x: number, y: number, width: number, height: number, fill: string) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;

/** Marks of its runs are their colours. */
const drawLine = (line: Line<string>, x: number, y: number) =>
  line.runs
    .map(
      (run) => `<path d="${outline(run.face, run.text, run.size, x + run.x, y, run)}" fill="${run.mark}"/>`,
    )
    .join('');

/** The verdict by picture, word and colour. */
async function verdictPart(fonts: Fonts, { look, verdict, note, lang }: PictureTask, colour: string) {
  const icon = look === 'article' || look === 'withdrawn' ? '' : iconOf(look, colour);
  const x = MARGIN + (icon ? 84 : 0);
  const width = WIDTH - MARGIN - x;
  const { lines, size } = await largest(HEAD_SIZES, ({ size, lines }) =>
    setParagraph(
      fonts,
      [
        { text: oneLine(verdict), style: style('sans', 650, lang), size, mark: colour },
        ...(note
          ? [{ text: `  ${oneLine(note)}`, style: style('sans', 450, lang), size: 28, mark: PALETTE.soft }]
          : []),
      ],
      { width, lines },
    ),
  );
  const first = lines.length > 1 ? 108 : 128;
  // Beside its picture, whichever way it reads.
  return icon + lines.map((line, n) => drawLine(fromLeft(line), x, first + n * size * LEADING)).join('');
}

const iconOf = (look: keyof typeof VERDICT_PATHS, colour: string) =>
  `<g transform="translate(${MARGIN - 6} 76) scale(3)" fill="none" stroke="${colour}" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"><path d="${VERDICT_PATHS[look]}"/></g>`;

function fromLeft<M>(line: Line<M>): Line<M> {
  const first = Math.min(...line.runs.map(({ x }) => x));
  return { ...line, runs: line.runs.map((run) => ({ ...run, x: run.x - first })) };
}

/** The first size in which all of it has room and no word is torn; else the first in which it has room, else the last. */
async function largest<S extends { size: number }, M>(
  sizes: readonly S[],
  set: (size: S) => ReturnType<typeof setParagraph<M>>,
): Promise<{ lines: Line<M>[]; size: number }> {
  let second: { lines: Line<M>[]; size: number } | null = null;
  let last: { lines: Line<M>[]; size: number } = { lines: [], size: 0 };
  for (const one of sizes) {
    const { lines, cut, torn } = await set(one);
    last = { lines, size: one.size };
    if (!cut && !torn) return last;
    if (!cut) second ??= last;
  }
  return second ?? last;
}

/** The claim as large as it fits; what has no room at the smallest size ends in an ellipsis. */
async function wordsPart(fonts: Fonts, { words, lang }: PictureTask) {
  const text = oneLine(words);
  const sizes = SIZES.map((size) => ({
    size,
    lines: Math.floor((WORDS_TO - WORDS_FROM) / (size * LEADING)),
  }));
  const { lines, size } = await largest(sizes, ({ size, lines }) =>
    setParagraph(fonts, [{ text, style: style('serif', 600, lang), size, mark: PALETTE.ink }], {
      width: ROOM,
      lines,
    }),
  );
  return lines.map((line, n) => drawLine(line, MARGIN, WORDS_FROM + size + n * size * LEADING)).join('');
}

async function footPart(fonts: Fonts, { under, lang, host }: PictureTask) {
  const above = { text: oneLine(under), style: style('sans', 450, lang), size: 27, mark: PALETTE.soft };
  const name = {
    text: `÷ Obelus · ${host}`,
    style: style('sans', 600, 'en'),
    size: 25,
    mark: PALETTE.accent,
  };
  const [article, place] = [
    await setParagraph(fonts, [above], { width: ROOM, lines: 1 }),
    await setParagraph(fonts, [name], { width: ROOM, lines: 1 }),
  ];
  return [
    rect(MARGIN, 506, ROOM, 2, PALETTE.rule),
    ...article.lines.map((line) => drawLine(line, MARGIN, 552)),
    ...place.lines.map((line) => drawLine(line, MARGIN, 594)),
  ].join('');
}
