import type { Slot } from './slots.ts';

/** Where the cards of a page stand. The margin tells it what happened; it reads the page, then writes the places. */
export interface Places {
  /** All cards of the margin, in the order of the text. */
  readonly slots: readonly Slot[];
  /** Looks again at which cards there are, and watches what may change its size. */
  collect(sizes: ResizeObserver): void;
  /** Measures where the passages begin. */
  measureText(): void;
  /** What the observer saw of one of the cards. */
  setHeight(slot: Element, height: number): void;
  /** A card opened or closed. */
  toggled(slot: Element): void;
  place(active: string | null): void;
  /** The page was scrolled. */
  scrolled(active: string | null): void;
  /** Gives everything back to the flow of the page. */
  clear(): void;
  /** The index of the first card whose words are on the screen or below it. */
  firstOnScreen(): number;
}

/** Where more cards than can stand beside the text want to, each says less; at last they lie on each other. */
export type Density = '' | 'short' | 'line' | 'pile';

/** Between two cards, in pixels. */
export const GAP = 10;
/** What a resting card takes at least, in pixels, gap included: in full, with a short statement, and as one line. */
export const FULL = 96;
const SHORT = 66;

/** @param opened what the open card takes beyond a resting one, in pixels */
export function densityOf(cards: number, room: number, opened: number): Exclude<Density, 'pile'> {
  // The open card makes its neighbours shorter, but it does not turn a page of cards into a list of lines.
  return cards * FULL + opened <= room ? '' : cards * SHORT <= room ? 'short' : 'line';
}
