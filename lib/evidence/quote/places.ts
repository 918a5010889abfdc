import { type PieceStanding, type Standing, standings } from './asides.ts';
import { withEdges, withGap } from './left-out.ts';
import type { Stretch } from './page-words.ts';
import { type Part, withoutRemarks } from './quote-parts.ts';
import type { WordFinder } from './word-finder.ts';

/** A part of a quote on the page. */
export interface PartPlace extends Stretch {
  /** The pieces in the very words, if nothing else is meant by them there; null where the page says something else. */
  pieces: PieceStanding[] | null;
}

/** Between two parts of a quote lie so many words at the most: some paragraphs. Else they are two quotes. */
export const NEAR = 200;
/** Chains of parts that are compared; nobody quotes what stands everywhere. */
const MOST_CHAINS = 200;

/** The very words in order, each near the one before, where they are said as they are quoted, else anywhere. */
export function exactPlaces(
  finder: WordFinder,
  parts: readonly Part[],
  near: number | null,
): PartPlace[] | null {
  const lists = parts.map((part) => allStandings(finder, part));
  const [first = []] = lists;
  const { page } = finder;
  const chains: PartPlace[][] = [];
  for (const start of first) {
    const chain = chainFrom(start, lists);
    if (chain)
      chains.push(
        withTurns(
          finder,
          chain.map((one) => ({ ...one, pieces: one.honest ? one.pieces : null })),
        ),
      );
    if (chains.length === MOST_CHAINS) break;
  }
  const away = ([one]: PartPlace[]) =>
    near === null ? 0 : Math.abs((page.starts[one?.start ?? 0] as number) - near);
  const turned = (chain: PartPlace[]) => Number(chain.some(({ pieces }) => !pieces));
  const [best = null] = chains.toSorted((a, b) => turned(a) - turned(b) || away(a) - away(b));
  return best;
}

/** The page may have the brackets itself. */
function allStandings(finder: WordFinder, part: Part): Standing[] {
  const plain = standings(finder, part);
  if (part.asides.every((aside) => aside === '')) return plain;
  const whole = standings(finder, { ...part, pieces: [withoutRemarks(part.text)], asides: ['', ''] });
  return whole.length > 0 ? whole : plain;
}

function chainFrom(start: Standing, lists: readonly (readonly Standing[])[]): Standing[] | null {
  const chain = [start];
  for (const list of lists.slice(1)) {
    const from = chain.at(-1)?.end ?? 0;
    const next = list[firstFrom(list, from)];
    if (!next || next.start > from + NEAR) return null;
    chain.push(next);
  }
  return chain;
}

/** Which of some places, in order, is the first from a word on. */
function firstFrom(list: readonly Stretch[], from: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as Stretch).start < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Takes into the places what was left out beside them that turns their sense. */
export function withTurns(finder: WordFinder, places: PartPlace[]): PartPlace[] {
  const put = (at: number, { start, end }: Stretch) => {
    const place = places[at] as PartPlace;
    if (start !== place.start || end !== place.end) places[at] = { start, end, pieces: null };
  };
  for (let at = 1; at < places.length; at += 1) {
    const [before, after] = withGap(finder, places[at - 1] as PartPlace, places[at] as PartPlace);
    put(at - 1, before);
    put(at, after);
  }
  const last = places.length - 1;
  const { end, start } = {
    ...(places[0] as PartPlace),
    start: withEdges(finder, places[0] as PartPlace).start,
  };
  put(0, { start, end });
  put(last, {
    start: (places[last] as PartPlace).start,
    end: withEdges(finder, places[last] as PartPlace).end,
  });
  return places;
}
