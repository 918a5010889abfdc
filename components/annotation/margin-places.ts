import { placeCards } from './place-cards.ts';

/** Between two cards, in pixels. */
const GAP = 10;
/** What a resting card takes at least, in pixels, gap included: in full, with a short statement, and as one line. */
const FULL = 96;
const SHORT = 66;

interface Slot {
  id: string;
  element: HTMLElement;
}

/**
 * Sets the cards of a page beside their lines and the ticks of the rail along them. What was measured is kept until
 * the text or a card changes its size; everything is read before anything is written.
 */
export class MarginPlaces {
  private slots: Slot[] = [];
  private ticks: Slot[] = [];
  private tops = new Map<string, number>();
  private readonly heights = new WeakMap<Element, number>();
  private readonly written = new WeakMap<Element, number>();
  private readonly root: HTMLElement;

  constructor(root: HTMLElement) {
    this.root = root;
  }

  /** The ids of the annotations, in the order of their cards. */
  get ids(): string[] {
    return this.slots.map(({ id }) => id);
  }

  get elements(): HTMLElement[] {
    return this.slots.map(({ element }) => element);
  }

  /** Looks again at which cards and ticks there are. */
  collect(): void {
    const collected = (selector: string, slotOf: (element: HTMLElement) => HTMLElement | null) =>
      [...this.root.querySelectorAll<HTMLElement>(selector)].flatMap((element) => {
        const slot = slotOf(element);
        return slot && element.dataset.annotation ? [{ id: element.dataset.annotation, element: slot }] : [];
      });
    this.slots = collected('.margin > .cards > li > .card', (card) => card.parentElement);
    this.ticks = collected('.rail > [data-annotation]', (tick) => tick);
  }

  /** Measures where the passages begin. */
  measureText(): void {
    const origin = this.root.querySelector('.margin')?.getBoundingClientRect().top ?? 0;
    const tops = new Map<string, number>();
    for (const mark of this.root.querySelectorAll<HTMLElement>('.prose mark[data-annotation]')) {
      const id = mark.dataset.annotation as string;
      if (tops.has(id)) continue;
      const [first] = mark.getClientRects();
      if (first) tops.set(id, first.top - origin);
    }
    this.tops = tops;
  }

  setHeight(slot: Element, height: number): void {
    this.heights.set(slot, height);
  }

  /** Writes the places; only what changed is written. */
  place(active: string | null): void {
    const margin = this.root.querySelector<HTMLElement>('.margin');
    const text = this.root.querySelector<HTMLElement>('.text');
    if (!margin || !text) return;
    const room = text.offsetHeight;
    this.thin(room, active);
    let last = 0;
    const wishes = this.slots.map(({ id, element }) => {
      // A card whose words are not drawn (yet) stands with the one before it.
      last = this.tops.get(id) ?? last;
      return { top: last, height: this.heightOf(element) };
    });
    const tops = placeCards(
      wishes,
      room,
      GAP,
      this.slots.findIndex(({ id }) => id === active),
    );
    for (const [index, { element }] of this.slots.entries()) this.write(element, tops[index] as number);
    for (const { id, element } of this.ticks) this.write(element, this.tops.get(id) ?? 0);
    const bottom = (tops.at(-1) ?? 0) + (wishes.at(-1)?.height ?? 0);
    margin.style.minBlockSize = bottom > room ? `${Math.ceil(bottom)}px` : '';
    this.root.dataset.placed = '';
  }

  /** Where more cards than can stand beside the text want to, each says less. */
  private thin(room: number, active: string | null): void {
    const { length } = this.slots;
    const open = this.slots.find(({ id }) => id === active);
    const opened = open ? Math.max(0, this.heightOf(open.element) - FULL) : 0;
    // The open card makes its neighbours shorter, but it does not turn a page of cards into a list of lines.
    const density = length * FULL + opened <= room ? '' : length * SHORT <= room ? 'short' : 'line';
    if ((this.root.dataset.density ?? '') === density) return;
    if (density) this.root.dataset.density = density;
    else delete this.root.dataset.density;
    for (const { element } of this.slots) this.setHeight(element, element.offsetHeight);
  }

  /** Gives everything back to the flow of the page. */
  clear(): void {
    delete this.root.dataset.placed;
    delete this.root.dataset.density;
    for (const { element } of [...this.slots, ...this.ticks]) {
      element.style.transform = '';
      this.written.delete(element);
    }
    const margin = this.root.querySelector<HTMLElement>('.margin');
    if (margin) margin.style.minBlockSize = '';
  }

  /** Where the passage of an annotation begins; undefined where it is not drawn. */
  topOf(id: string): number | undefined {
    return this.tops.get(id);
  }

  private heightOf(slot: HTMLElement): number {
    let height = this.heights.get(slot);
    if (height === undefined) {
      height = slot.offsetHeight;
      this.heights.set(slot, height);
    }
    return height;
  }

  private write(element: HTMLElement, top: number): void {
    if (this.written.get(element) === top) return;
    this.written.set(element, top);
    // A transform is no layout shift, and moves without laying the page out again.
    element.style.transform = `translateY(${top}px)`;
  }
}
