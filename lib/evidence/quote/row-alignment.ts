import { isEnd, type Row, type Stretch } from './page-words.ts';

/** Where a row of words stands among others, and how well. */
export interface Aligned extends Stretch {
  /** At most 1, for the very words side by side; may be negative. */
  score: number;
  /** How many words were looked for. */
  words: number;
}

/** What it costs, in words, that the page has a word between, … */
const BETWEEN = 0.08;
/** … that a sentence of the page ends where none of the quote does, … */
const BORDER = 0.75;
/** … that a word is not there, … */
const OUT = 0.1;
/** … or that another stands in its place. */
const REPLACED = 0.05;

/** The steps of the way: a word that is like one of the page, one that is not, one left out, one more on the page. */
const ALIKE = 1;
const OTHER = 2;
const LESS = 3;
const MORE = 4;

/**
 * The best place for the words of a quote among some of a page, in order: the more of them stand there, and the closer,
 * the better (Smith, Waterman 1981, with the quote whole). `likeness` compares word i of the quote with word j of the page.
 * O(quote · stretch).
 */
export function alignRow(
  quote: Row,
  page: Row,
  { start: from, end: to }: Stretch,
  likeness: (i: number, j: number) => number,
): Aligned | null {
  const [rows, width] = [quote.count, to - from + 1];
  if (rows === 0 || width < 2) return null;
  const scores = new Float64Array((rows + 1) * width);
  const steps = new Uint8Array((rows + 1) * width);
  // Before a word of the page, by its place in the stretch; the first has none.
  const borders = Uint8Array.from({ length: width }, (_, at) =>
    Number(at > 0 && at < width - 1 && isEnd(page, from + at - 1)),
  );
  for (let i = 1; i <= rows; i += 1) {
    const here = i * width;
    const above = here - width;
    scores[here] = (scores[above] as number) - OUT;
    steps[here] = LESS;
    for (let j = 1; j < width; j += 1) {
      const alike = likeness(i - 1, from + j - 1);
      const over = borders[j - 1] && i > 1 && !isEnd(quote, i - 2) ? BORDER : 0;
      let best = (scores[above + j - 1] as number) + (alike > 0 ? alike : -REPLACED) - over;
      let step = alike > 0 ? ALIKE : OTHER;
      const less = (scores[above + j] as number) - OUT;
      if (less > best) [best, step] = [less, LESS];
      const ended = (borders[j - 1] as number) + (borders[j] as number);
      const more = (scores[here + j - 1] as number) - BETWEEN - ended * BORDER;
      if (more > best) [best, step] = [more, MORE];
      scores[here + j] = best;
      steps[here + j] = step;
    }
  }
  let best = 1;
  const last = rows * width;
  for (let j = 2; j < width; j += 1)
    if ((scores[last + j] as number) > (scores[last + best] as number)) best = j;
  const place = trace(steps, rows, width, best);
  if (!place) return null;
  const found = atBorders(page, place, from);
  return { ...found, score: (scores[last + best] as number) / rows, words: rows };
}

/** The stretch from the first to the last word with a counterpart, and from the first to the last that is alike. */
interface Way {
  all: Stretch;
  alike: Stretch;
}

function trace(steps: Uint8Array, rows: number, width: number, last: number): Way | null {
  let [i, j] = [rows, last];
  const all = { start: -1, end: -1 };
  const alike = { start: -1, end: -1 };
  const put = (to: Stretch, at: number) => {
    to.start = at;
    if (to.end < 0) to.end = at + 1;
  };
  while (i > 0) {
    const step = steps[i * width + j];
    if (step === ALIKE || step === OTHER) put(all, j - 1);
    if (step === ALIKE) put(alike, j - 1);
    if (step !== MORE) i -= 1;
    if (step !== LESS) j -= 1;
  }
  return alike.start < 0 ? null : { all, alike };
}

/** Other words at the ends belong to the place as far as the sentence goes. */
function atBorders(page: Row, { all, alike }: Way, from: number): Stretch {
  let { start, end } = alike;
  while (start > all.start && !isEnd(page, from + start - 1)) start -= 1;
  while (end < all.end && !isEnd(page, from + end - 1)) end += 1;
  return { start: from + start, end: from + end };
}
