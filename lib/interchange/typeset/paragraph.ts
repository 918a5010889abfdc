import { embeddingLevels, visualOrder } from './bidi.ts';
import { clustersOf, lineBreaks } from './breaks.ts';
import { type Face, type Fonts, hasLetter, isOfEmoji, type TextStyle } from './fonts.ts';
import { widthOf } from './shaping.ts';

/** A piece of text in one style; `mark` is whatever the caller wants to know of it again. */
export interface Span<M> {
  text: string;
  style: TextStyle;
  size: number;
  mark: M;
}

/** What is drawn in one go: one face, one direction. */
export interface PlacedRun<M> {
  /** As it is read. */
  text: string;
  lang: string;
  face: Face;
  size: number;
  mark: M;
  level: number;
  x: number;
  width: number;
}

export interface Line<M> {
  /** In the order in which they are read. */
  runs: PlacedRun<M>[];
  width: number;
  /** The largest of its sizes. */
  size: number;
}

export interface Measure {
  width: number;
  /** More than so many lines are cut off with an ellipsis. */
  lines?: number;
}

interface Piece<M> {
  from: number;
  to: number;
  span: Span<M>;
  face: Face;
  level: number;
  width: number;
}

/**
 * Sets one paragraph in lines: bidirectional, with a font for every letter. Its cost grows with the text alone. `cut`: it
 * had no room in so many lines. `torn`: a word had none in a line.
 */
export async function setParagraph<M>(
  fonts: Fonts,
  spans: readonly Span<M>[],
  measure: Measure,
): Promise<{ lines: Line<M>[]; base: number; cut: boolean; torn: boolean }> {
  const text = spans.map((span) => span.text).join('');
  for (const span of spans) await fonts.load(clustersOf(span.text), span.style);
  const { levels, base } = embeddingLevels(text);
  const { lines, torn } = fill(units(fonts, text, spans, levels), text, measure.width);
  const most = measure.lines ?? lines.length;
  const cut = lines.length > most;
  const dots = cut ? await ellipsisOf(fonts, spans) : null;
  if (dots) shorten(lines[most - 1] as Piece<M>[], dots, text, measure.width);
  const set = lines
    .slice(0, most)
    .map((pieces, n) =>
      place(pieces, { text, base, width: measure.width, dots: n === most - 1 ? dots : null }),
    );
  return { lines: set, base, cut, torn };
}

/** Stretches of one face, level and style. */
function stretches<M>(fonts: Fonts, spans: readonly Span<M>[], levels: Uint8Array): Piece<M>[] {
  const found: Piece<M>[] = [];
  let at = 0;
  for (const span of spans) {
    let last: Piece<M> | null = null;
    for (const cluster of clustersOf(span.text)) {
      const level = levels[at] ?? 0;
      const face: Face = stay(last?.face, cluster, level) ?? fonts.faceOf(cluster, span.style);
      if (last && last.face === face && last.level === level) last.to += cluster.length;
      else {
        last = { from: at, to: at + cluster.length, span, face, level, width: 0 };
        found.push(last);
      }
      at += cluster.length;
    }
  }
  return found;
}

/**
 * Spaces between words of one font do not change it, nor do marks between words that read from right to left: each change
 * tears a line apart for who copies it. The spaces of emoji are as wide as these.
 */
function stay(face: Face | undefined, cluster: string, level: number): Face | undefined {
  if (!face || isOfEmoji(face)) return undefined;
  const stays = cluster === ' ' || (level % 2 === 1 && /^\p{Script=Common}$/u.test(cluster));
  return stays && hasLetter(face, cluster.codePointAt(0) as number) ? face : undefined;
}

/** The text cut where lines may end; of each unit its pieces, white space at its end apart. */
function* units<M>(fonts: Fonts, text: string, spans: readonly Span<M>[], levels: Uint8Array) {
  const all = stretches(fonts, spans, levels);
  const lang = spans[0]?.style.lang ?? 'en';
  let from = 0;
  let first = 0;
  for (const { position, required } of lineBreaks(text, lang)) {
    const unit = text.slice(from, position);
    const solid = from + unit.trimEnd().length;
    while ((all[first]?.to ?? Number.POSITIVE_INFINITY) <= from) first += 1;
    yield {
      solid: cutOut(all, first, from, solid, text),
      space: cutOut(all, first, solid, position, text),
      required: required && position < text.length,
    };
    from = position;
  }
}

function cutOut<M>(
  all: readonly Piece<M>[],
  first: number,
  from: number,
  to: number,
  text: string,
): Piece<M>[] {
  const pieces: Piece<M>[] = [];
  for (let n = first; n < all.length && (all[n] as Piece<M>).from < to; n += 1) {
    const piece = all[n] as Piece<M>;
    if (piece.to > from)
      pieces.push(sized({ ...piece, from: Math.max(from, piece.from), to: Math.min(to, piece.to) }, text));
  }
  return pieces;
}

const wordsOf = ({ from, to }: { from: number; to: number }, text: string) =>
  text.slice(from, to).replace(/[\n\r\u2028\u2029\u0085\t]/g, ' ');

function sized<M>(piece: Piece<M>, text: string): Piece<M> {
  const { face, level, span } = piece;
  const reading = { level, lang: span.style.lang };
  return { ...piece, width: widthOf(face, wordsOf(piece, text), span.size, reading) };
}

const sum = (pieces: readonly { width: number }[]) => pieces.reduce((total, { width }) => total + width, 0);

function fill<M>(
  all: Iterable<{ solid: Piece<M>[]; space: Piece<M>[]; required: boolean }>,
  text: string,
  width: number,
): { lines: Piece<M>[][]; torn: boolean } {
  const lines: Piece<M>[][] = [];
  let torn = false;
  let line: Piece<M>[] = [];
  /** White space after what stands on the line: it counts once something follows. */
  let after: Piece<M>[] = [];
  const end = () => {
    lines.push(line);
    line = [];
    after = [];
  };
  for (const { solid, space, required } of all) {
    if (line.length > 0 && sum(line) + sum(after) + sum(solid) > width) end();
    if (line.length === 0 && sum(solid) > width) {
      torn = true;
      for (const part of inLetters(solid, text)) {
        if (line.length > 0 && sum(line) + part.width > width) end();
        line.push(part);
      }
    } else line.push(...after, ...solid);
    after = space;
    if (required) end();
  }
  if (line.length > 0 || lines.length === 0) end();
  return { lines, torn };
}

/** A word that is wider than a line, cut at every letter. */
function inLetters<M>(pieces: readonly Piece<M>[], text: string): Piece<M>[] {
  return pieces.flatMap((piece) => {
    let from = piece.from;
    return clustersOf(text.slice(piece.from, piece.to)).map((cluster) => {
      const part = sized({ ...piece, from, to: from + cluster.length }, text);
      from = part.to;
      return part;
    });
  });
}

async function ellipsisOf<M>(fonts: Fonts, [first]: readonly Span<M>[]): Promise<Face | null> {
  if (!first) return null;
  await fonts.load([ELLIPSIS], first.style);
  return fonts.faceOf(ELLIPSIS, first.style);
}

const ELLIPSIS = '…';

/** Takes letters off the end of a line until an ellipsis has room behind them. */
function shorten<M>(line: Piece<M>[], dots: Face, text: string, width: number): void {
  const reading = { level: 0, lang: 'en' };
  const room = width - widthOf(dots, ELLIPSIS, line.at(-1)?.span.size ?? 0, reading);
  const letters = inLetters(line, text);
  while (letters.length > 0 && sum(letters) > room) letters.pop();
  line.splice(0, line.length, ...letters);
}

interface Setting {
  text: string;
  base: number;
  width: number;
  /** Of the ellipsis at the end of what is cut off. */
  dots: Face | null;
}

/** Pieces that follow each other in one face become one run; then all are put where they stand. */
function place<M>(pieces: readonly Piece<M>[], { text, base, width, dots }: Setting): Line<M> {
  const joined: Piece<M>[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last && follows(piece, last)) joined[joined.length - 1] = { ...last, to: piece.to };
    else joined.push(piece);
  }
  const runs = joined.map((piece) => runOf(piece, text));
  const last = runs.at(-1);
  if (dots && last) {
    const reading = { level: base, lang: last.lang };
    const dotted = { text: ELLIPSIS, face: dots, level: base };
    runs.push({ ...last, ...dotted, width: widthOf(dots, ELLIPSIS, last.size, reading) });
  }
  const total = sum(runs);
  let x = base % 2 === 1 ? width - total : 0;
  for (const run of visualOrder(runs)) {
    run.x = x;
    x += run.width;
  }
  return { runs, width: total, size: Math.max(0, ...runs.map(({ size }) => size)) };
}

const follows = <M>(piece: Piece<M>, last: Piece<M>) =>
  last.span === piece.span &&
  last.face === piece.face &&
  last.level === piece.level &&
  last.to === piece.from;

/** Its width is measured anew: letters join across the places where it could have been cut. */
function runOf<M>(piece: Piece<M>, text: string): PlacedRun<M> {
  const { face, span, level } = piece;
  const { lang } = span.style;
  const words = wordsOf(piece, text);
  const width = widthOf(face, words, span.size, { level, lang });
  return { text: words, lang, face, size: span.size, mark: span.mark, level, x: 0, width };
}
