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
  /** Null for an article. */
  shown: Shown | 'remark' | null;
  /** The verdict in a word, or how an article fared. */
  verdict: string;
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
const SIZES = [66, 58, 50, 44, 38, 33];

const style = (family: TextStyle['family'], weight: number, lang: string): TextStyle => ({
  family,
  weight,
  lang,
});

/** The picture as SVG in which every letter is an outline: nothing is left to the fonts of whoever draws it. */
export async function claimPictureSvg(fonts: Fonts, task: PictureTask): Promise<string> {
  const colour = colourOf(task.shown);
  const parts = [
    rect(0, 0, WIDTH, HEIGHT, PALETTE.paper),
    rect(0, 0, 18, HEIGHT, colour),
    await verdictPart(fonts, task, colour),
    await wordsPart(fonts, task),
    await footPart(fonts, task),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${parts.join('')}</svg>`;
}

function colourOf(shown: PictureTask['shown']): string {
  if (shown === 'remark') return VERDICT_COLOURS.open;
  return shown ? VERDICT_COLOURS[shown] : PALETTE.accent;
}

const rect = (x: number, y: number, width: number, height: number, fill: string) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;

const path = (d: string, fill: string) => `<path d="${d}" fill="${fill}"/>`;

const drawLine = (line: Line<null>, x: number, y: number) =>
  line.runs.map((run) => outline(run.face, run.text, run.size, x + run.x, y, run)).join('');

/** The verdict by picture, word and colour. */
async function verdictPart(fonts: Fonts, { shown, verdict, lang }: PictureTask, colour: string) {
  const x = MARGIN + (shown ? 84 : 0);
  const text = { text: oneLine(verdict), style: style('sans', 650, lang), size: 46, mark: null };
  const { lines } = await setParagraph(fonts, [text], { width: WIDTH - MARGIN - x, lines: 1 });
  // Beside its picture, whichever way it reads.
  const line = lines[0] && { ...lines[0], runs: fromLeft(lines[0]) };
  const icon = shown
    ? `<g transform="translate(${MARGIN - 6} 76) scale(3)" fill="none" stroke="${colour}" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"><path d="${VERDICT_PATHS[shown]}"/></g>`
    : '';
  return icon + (line ? path(drawLine(line, x, 128), colour) : '');
}

function fromLeft(line: Line<null>) {
  const first = Math.min(...line.runs.map(({ x }) => x));
  return line.runs.map((run) => ({ ...run, x: run.x - first }));
}

/** The claim as large as it fits; what has no room at the smallest size ends in an ellipsis. */
async function wordsPart(fonts: Fonts, { words, lang }: PictureTask) {
  const text = oneLine(words);
  for (const size of SIZES) {
    const lines = Math.floor((WORDS_TO - WORDS_FROM) / (size * LEADING));
    const span = { text, style: style('serif', 600, lang), size, mark: null };
    const set = await setParagraph(fonts, [span], { width: ROOM, lines });
    if (set.cut && size !== SIZES.at(-1)) continue;
    const drawn = set.lines.map((line, n) => drawLine(line, MARGIN, WORDS_FROM + size + n * size * LEADING));
    return path(drawn.join(''), PALETTE.ink);
  }
  return '';
}

async function footPart(fonts: Fonts, { under, lang, host }: PictureTask) {
  const above = { text: oneLine(under), style: style('sans', 450, lang), size: 27, mark: null };
  const name = { text: `÷ Obelus · ${host}`, style: style('sans', 600, 'en'), size: 25, mark: null };
  const [article, place] = [
    await setParagraph(fonts, [above], { width: ROOM, lines: 1 }),
    await setParagraph(fonts, [name], { width: ROOM, lines: 1 }),
  ];
  return [
    rect(MARGIN, 506, ROOM, 2, PALETTE.rule),
    ...article.lines.map((line) => path(drawLine(line, MARGIN, 552), PALETTE.soft)),
    ...place.lines.map((line) => path(drawLine(line, MARGIN, 594), PALETTE.accent)),
  ].join('');
}
